// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/examine/examinedialog.h"

#include "examine/findings/recommendation.h"
#include "items/findinglistmodel.h"
#include "text/formatter.h"
#include "text/wording.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr seconds offeredSilences[] = {seconds(30),  seconds(90),  seconds(150),
                                       seconds(330), seconds(660), seconds(1200)};
constexpr int usualSilence = 2;

QString spanOf(nanoseconds span)
{
    return Formatter().duration(span);
}

} // namespace

ExamineDialog::ExamineDialog(const QString &peerName, FindingListModel *model, QWidget *parent)
    : QDialog(parent)
    , m_peerName(peerName)
    , m_model(model)
    , m_intro(new QLabel(this))
    , m_upToLabel(new QLabel(this))
    , m_upTo(new QComboBox(this))
    , m_duration(new QLabel(this))
    , m_start(new QPushButton(this))
    , m_goOn(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_table(new QTableView(this))
    , m_progress(new QProgressBar(this))
    , m_status(new QLabel(this))
    , m_advice(new QLabel(this))
    , m_setInterval(new QPushButton(this))
    , m_others(new QPlainTextEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_copy(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    for (QLabel *label : {m_intro, m_duration, m_status, m_advice}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_upToLabel->setBuddy(m_upTo);
    for (const seconds silence : offeredSilences)
        m_upTo->addItem(QString(), qlonglong(silence.count()));
    m_upTo->setCurrentIndex(usualSilence);
    m_table->setObjectName(QStringLiteral("findings"));
    m_start->setObjectName(QStringLiteral("start"));
    m_goOn->setObjectName(QStringLiteral("go-on"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_setInterval->setObjectName(QStringLiteral("set-interval"));
    m_status->setObjectName(QStringLiteral("status"));

    m_table->setModel(m_model);
    m_table->setWordWrap(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false); // Tab leads on to the buttons
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed); // by fitColumns()
    m_table->horizontalHeader()->setSectionResizeMode(int(FindingColumn::Explanation), QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_others->setReadOnly(true);
    m_others->setTabChangesFocus(true);
    m_others->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_others->setFixedHeight(fontMetrics().lineSpacing() * 7);

    auto *choice = new QHBoxLayout;
    choice->addWidget(m_upToLabel);
    choice->addWidget(m_upTo);
    choice->addWidget(m_duration, 1);
    choice->addWidget(m_start);
    choice->addWidget(m_goOn);
    choice->addWidget(m_cancel);
    auto *advice = new QHBoxLayout;
    advice->addWidget(m_advice, 1);
    advice->addWidget(m_setInterval);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_intro);
    layout->addLayout(choice);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_status);
    layout->addLayout(advice);
    layout->addWidget(m_others);
    layout->addWidget(m_buttons);
    resize(900, 640);

    connect(m_upTo, &QComboBox::currentIndexChanged, this, &ExamineDialog::showDuration);
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(false); });
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(true); });
    connect(m_cancel, &QPushButton::clicked, this, &ExamineDialog::cancelRequested);
    connect(m_copy, &QPushButton::clicked, this, &ExamineDialog::copyFindings);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_setInterval, &QPushButton::clicked, this, [this] {
        const Finding *idle = findFinding(m_model->findings(), FindingKind::IdleLimit);
        if (const auto interval = idle ? recommendedPingInterval(*idle) : std::nullopt)
            Q_EMIT intervalChosen(*interval);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ExamineDialog::fitColumns);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ExamineDialog::fitColumns);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ExamineDialog::fitColumns);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ExamineDialog::showAdvice);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ExamineDialog::showAdvice);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ExamineDialog::showAdvice);
    retranslate();
    showRunning(false);
}

ExamineDialog::~ExamineDialog() = default;

void ExamineDialog::retranslate()
{
    setWindowTitle(tr("Examine “%1”").arg(Wording::harmless(m_peerName, 60)));
    m_intro->setText(
        tr("Finds out what “%1”, and what is before it, do with connections: how long one may be silent and "
           "what resets that, how pings and Close frames are answered, what wrong requests get, and more. It "
           "opens connections of its own, at most 16 at a time, and sends nothing malformed.")
            .arg(Wording::harmless(m_peerName, 60)));
    m_upToLabel->setText(tr("&Longest silence to try:"));
    for (int i = 0; i < m_upTo->count(); ++i)
        m_upTo->setItemText(i, spanOf(offeredSilences[i]));
    m_start->setText(tr("&Start"));
    m_goOn->setText(tr("&Go On"));
    m_goOn->setToolTip(tr("Find out what the last examination, which was cancelled, did not"));
    m_cancel->setText(tr("&Cancel"));
    m_copy->setText(tr("C&opy"));
    m_copy->setToolTip(tr("Copy the findings as text"));
    m_table->setAccessibleName(tr("Findings"));
    m_others->setAccessibleName(tr("The same for other programs"));
    showDuration();
    showAdvice();
}

void ExamineDialog::setOverhead(nanoseconds overhead)
{
    m_overhead = overhead;
    showDuration();
}

nanoseconds ExamineDialog::upTo() const
{
    return seconds(m_upTo->currentData().toLongLong());
}

void ExamineDialog::showDuration()
{
    m_duration->setText(
        tr("It takes %1 at most, less if a limit is found.").arg(spanOf(m_overhead + upTo())));
}

void ExamineDialog::setResumable(bool resumable)
{
    m_isResumable = resumable;
    m_goOn->setVisible(!m_isRunning && resumable); // what the status says stays
}

void ExamineDialog::showRunning(bool running)
{
    m_isRunning = running;
    m_start->setVisible(!running);
    m_goOn->setVisible(!running && m_isResumable);
    m_cancel->setVisible(running);
    m_upTo->setEnabled(!running);
    m_progress->setVisible(running);
    m_copy->setEnabled(m_model->rowCount() > 0);
    if (!running)
        m_status->clear();
}

void ExamineDialog::showProgress(FindingKind kind, int step, int steps, nanoseconds left,
                                 nanoseconds heldSilence)
{
    m_progress->setRange(0, steps);
    m_progress->setValue(step - 1);
    QString status = tr("%1; at most %2 left").arg(titleOf(kind), spanOf(std::chrono::ceil<seconds>(left)));
    if (heldSilence >= seconds(1))
        status = tr("%1; silent for %2 so far").arg(status, spanOf(std::chrono::floor<seconds>(heldSilence)));
    m_status->setText(status);
}

void ExamineDialog::showNote(const QString &note)
{
    m_status->setText(note);
}

void ExamineDialog::setCurrentInterval(const std::optional<nanoseconds> &interval)
{
    m_current = interval;
    showAdvice();
}

void ExamineDialog::fitColumns()
{
    // Not by the hints of the cells: where text may wrap, these follow the width that a column has.
    const int air = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_table) + 4);
    for (const FindingColumn column : {FindingColumn::Result, FindingColumn::Title}) {
        const int number = static_cast<int>(column);
        int widest = m_table->horizontalHeader()->sectionSizeHint(number);
        for (int row = 0; row < m_model->rowCount(); ++row)
            widest = std::max(widest, m_table->fontMetrics().horizontalAdvance(
                                          m_model->index(row, number).data().toString()) +
                                          air);
        m_table->setColumnWidth(number, widest);
    }
}

void ExamineDialog::showAdvice()
{
    const Finding *idle = findFinding(m_model->findings(), FindingKind::IdleLimit);
    const std::optional<nanoseconds> interval = idle ? recommendedPingInterval(*idle) : std::nullopt;
    m_copy->setEnabled(m_model->rowCount() > 0);
    for (QWidget *widget : {static_cast<QWidget *>(m_advice), static_cast<QWidget *>(m_setInterval),
                            static_cast<QWidget *>(m_others)})
        widget->setVisible(interval.has_value());
    if (!interval)
        return;
    const bool isSet = m_current && *m_current <= *interval;
    const QString current =
        m_current ? tr("It is pinged every %1.").arg(spanOf(*m_current)) : tr("It is not pinged.");
    m_advice->setText(
        isSet ? tr("Recommended: a ping every %1. %2 That is enough.").arg(spanOf(*interval), current)
              : tr("Recommended: a ping every %1. %2").arg(spanOf(*interval), current));
    m_setInterval->setText(tr("Set Ping &Interval to %1").arg(spanOf(*interval)));
    m_setInterval->setEnabled(!isSet);
    m_others->setPlainText(recommendationForOthers(*interval).join(u'\n'));
}

void ExamineDialog::copyFindings() const
{
    QString text = m_model->text();
    if (m_others->isVisibleTo(this))
        text += m_advice->text() + u'\n' + m_others->toPlainText() + u'\n';
    QGuiApplication::clipboard()->setText(text);
}

void ExamineDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace Pongwatch
