// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reportdialog.h"

#include "text/formatter.h"
#include "widgets/messageline.h"
#include "widgets/peerchecklist.h"
#include "widgets/reportpreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

constexpr std::array forms{ReportFormat::Pdf, ReportFormat::Html, ReportFormat::Png, ReportFormat::Csv,
                           ReportFormat::Json};
constexpr milliseconds previewDelay(350);

WallTime toDialogWallTime(const QDateTime &time)
{
    return WallTime(milliseconds(time.toMSecsSinceEpoch()));
}

QDateTime toDialogDateTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<milliseconds>(time).time_since_epoch().count());
}

QDateTimeEdit *makeTimeEdit(QWidget *parent)
{
    auto *edit = new QDateTimeEdit(QDateTime::currentDateTime(), parent);
    edit->setCalendarPopup(true);
    return edit;
}

/// As elsewhere, but with the full year: two digits would not say in which century a range
/// begins.
QString timeFormat(const Formatter &format)
{
    QString pattern = format.dateTimePattern(ClockPrecision::Minutes);
    if (!pattern.contains(QLatin1String("yyyy")))
        pattern.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return pattern;
}

} // namespace

ReportDialog::ReportDialog(const Formatter &format, QWidget *parent)
    : QDialog(parent)
    , m_preferences(format.preferences())
    , m_form(new QFormLayout)
    , m_range(new QComboBox(this))
    , m_from(makeTimeEdit(this))
    , m_to(makeTimeEdit(this))
    , m_peers(new PeerChecklist(this))
    , m_title(new QLineEdit(this))
    , m_note(new QPlainTextEdit(this))
    , m_paper(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_scale(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_browse(new QPushButton(this))
    , m_preview(new ReportPreview(this))
    , m_message(new MessageLine(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_make(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    m_from->setDateTime(QDateTime::currentDateTime().addDays(-1));
    build();
    retranslate();
    connectAll();
    updateState();
    resize(1080, 720);
}

void ReportDialog::build()
{
    for (int i = 0; i <= static_cast<int>(ReportChoice::Range::Custom); ++i)
        m_range->addItem(QString());
    m_paper->addItems({QStringLiteral("A4"), QStringLiteral("Letter")});
    m_theme->addItems({QString(), QString()});
    for (int scale = 1; scale <= 3; ++scale)
        m_scale->addItem(QString());
    m_scale->setCurrentIndex(1);
    m_note->setTabChangesFocus(true);
    m_note->setMaximumHeight(84);
    m_progress->setRange(0, 100);
    m_progress->hide();

    auto *times = new QHBoxLayout;
    times->addWidget(m_from);
    times->addWidget(m_to);
    auto *formats = new QHBoxLayout;
    for (const ReportFormat format : forms) {
        auto *box = new QCheckBox(endingOf(format).toUpper(), this);
        box->setChecked(format == ReportFormat::Pdf);
        m_formats.push_back(box);
        formats->addWidget(box);
    }
    formats->addStretch();
    auto *looks = new QHBoxLayout;
    for (QComboBox *box : {m_paper, m_theme, m_scale})
        looks->addWidget(box);
    looks->addStretch();
    auto *file = new QHBoxLayout;
    file->addWidget(m_file);
    file->addWidget(m_browse);

    // retranslate() sets the labels.
    m_form->addRow(new QLabel(this), m_range);
    m_form->addRow(new QLabel(this), times);
    m_form->addRow(new QLabel(this), m_peers);
    m_form->addRow(new QLabel(this), m_title);
    m_form->addRow(new QLabel(this), m_note);
    m_form->addRow(new QLabel(this), formats);
    m_form->addRow(new QLabel(this), looks);
    m_form->addRow(new QLabel(this), file);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(10);

    auto *columns = new QHBoxLayout;
    columns->addLayout(m_form, 5);
    columns->addSpacing(8);
    columns->addWidget(m_preview, 6);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_progress, 1);
    bottom->addWidget(m_buttons);
    auto *all = new QVBoxLayout(this);
    all->addLayout(columns, 1);
    all->addWidget(m_message);
    all->addLayout(bottom);
    m_make->setDefault(true);
    nameAll();
}

void ReportDialog::nameAll()
{
    m_range->setObjectName(QStringLiteral("range"));
    m_from->setObjectName(QStringLiteral("from"));
    m_to->setObjectName(QStringLiteral("to"));
    m_title->setObjectName(QStringLiteral("title"));
    m_note->setObjectName(QStringLiteral("note"));
    m_file->setObjectName(QStringLiteral("file"));
    m_paper->setObjectName(QStringLiteral("paper"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_scale->setObjectName(QStringLiteral("scale"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_message->setObjectName(QStringLiteral("message"));
    m_make->setObjectName(QStringLiteral("make"));
    for (size_t i = 0; i < forms.size(); ++i)
        m_formats[i]->setObjectName(endingOf(forms[i]));
}

void ReportDialog::connectAll()
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(previewDelay);
    connect(&m_delay, &QTimer::timeout, this, &ReportDialog::askForPreview);
    for (QComboBox *box : {m_range, m_theme})
        connect(box, &QComboBox::currentIndexChanged, this, &ReportDialog::noteChange);
    for (QDateTimeEdit *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &ReportDialog::noteChange);
    connect(m_peers, &PeerChecklist::changed, this, &ReportDialog::noteChange);
    connect(m_title, &QLineEdit::textChanged, this, &ReportDialog::noteChange);
    connect(m_note, &QPlainTextEdit::textChanged, this, &ReportDialog::noteChange);
    connect(m_file, &QLineEdit::textChanged, this, [this] {
        m_failure.clear();
        updateState();
    });
    for (QCheckBox *box : m_formats)
        connect(box, &QCheckBox::toggled, this, &ReportDialog::updateState);
    connect(m_browse, &QPushButton::clicked, this, &ReportDialog::browse);
    connect(m_make, &QPushButton::clicked, this, [this] { Q_EMIT reportWanted(choice()); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, [this] {
        if (!m_isWriting) {
            reject();
            return;
        }
        showProgress(-1);
        Q_EMIT cancelled();
    });
    connect(this, &QDialog::rejected, this, &ReportDialog::cancelled);
}

void ReportDialog::setFormat(const Formatter &format)
{
    m_preferences = format.preferences();
    showFormat();
}

void ReportDialog::showFormat()
{
    for (QDateTimeEdit *edit : {m_from, m_to})
        edit->setDisplayFormat(timeFormat(Formatter(QLocale(), {}, m_preferences)));
}

void ReportDialog::retranslate()
{
    setWindowTitle(tr("Report"));
    const std::array labels{tr("&Range:"), tr("&From, to:"), tr("&Peers:"),     tr("&Title:"),
                            tr("&Note:"),  tr("Formats:"),   tr("Appearance:"), tr("F&ile:")};
    const std::array<QWidget *, 8> buddies{m_range,           m_from,  m_peers, m_title, m_note,
                                           m_formats.front(), m_paper, m_file};
    for (int row = 0; row < m_form->rowCount(); ++row) {
        auto *label = qobject_cast<QLabel *>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(labels[static_cast<size_t>(row)]);
        label->setBuddy(buddies[static_cast<size_t>(row)]);
    }
    const std::array ranges{tr("Since the program started"),
                            tr("Last hour"),
                            tr("Last 24 hours"),
                            tr("Last 7 days"),
                            tr("Today"),
                            tr("Yesterday"),
                            tr("Last 30 days"),
                            tr("Last calendar month"),
                            tr("Other")};
    for (int i = 0; i < m_range->count(); ++i)
        m_range->setItemText(i, ranges[static_cast<size_t>(i)]);
    showFormat();
    m_theme->setItemText(0, tr("Light"));
    m_theme->setItemText(1, tr("Dark"));
    for (int i = 0; i < m_scale->count(); ++i)
        m_scale->setItemText(i, tr("PNG %1×").arg(i + 1));
    m_title->setPlaceholderText(tr("WebSocket connections"));
    m_note->setPlaceholderText(tr("A note for the reader"));
    m_browse->setText(tr("Choose…"));
    m_make->setText(tr("&Save Report"));
    m_range->setAccessibleName(tr("Range"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    m_paper->setAccessibleName(tr("Paper size of the PDF"));
    m_theme->setAccessibleName(tr("Colours of the PDF and PNG"));
    m_scale->setAccessibleName(tr("Resolution of the PNG"));
    m_preview->setAccessibleName(tr("Preview"));
    if (!m_preview->hasPicture())
        m_preview->showSentence(tr("Creating the preview…"));
}

void ReportDialog::setPeers(const QStringList &names, const QStringList &chosen)
{
    m_peers->setPeers(names, chosen);
}

void ReportDialog::setHasHistory(bool hasHistory)
{
    m_hasHistory = hasHistory;
    if (!hasHistory)
        m_range->setCurrentIndex(0);
    updateState();
}

void ReportDialog::setChoice(const ReportChoice &choice)
{
    m_range->setCurrentIndex(static_cast<int>(choice.range));
    if (choice.range == ReportChoice::Range::Custom) {
        m_from->setDateTime(toDialogDateTime(choice.from));
        m_to->setDateTime(toDialogDateTime(choice.to));
    }
    m_title->setText(choice.title);
    m_note->setPlainText(choice.note);
    for (size_t i = 0; i < forms.size(); ++i)
        m_formats[i]->setChecked(choice.formats.contains(forms[i]));
    m_paper->setCurrentIndex(choice.letter ? 1 : 0);
    m_theme->setCurrentIndex(choice.dark ? 1 : 0);
    m_scale->setCurrentIndex(choice.scale - 1);
    m_file->setText(choice.baseName);
    updateState();
}

ReportChoice ReportDialog::choice() const
{
    ReportChoice choice;
    choice.range = static_cast<ReportChoice::Range>(m_range->currentIndex());
    choice.from = toDialogWallTime(m_from->dateTime());
    choice.to = toDialogWallTime(m_to->dateTime());
    choice.peers = m_peers->chosen();
    choice.title = m_title->text();
    choice.note = m_note->toPlainText();
    choice.formats.clear();
    for (size_t i = 0; i < forms.size(); ++i)
        if (m_formats[i]->isChecked())
            choice.formats.append(forms[i]);
    choice.letter = m_paper->currentIndex() == 1;
    choice.dark = m_theme->currentIndex() == 1;
    choice.scale = m_scale->currentIndex() + 1;
    choice.baseName = m_file->text().trimmed();
    return choice;
}

void ReportDialog::noteChange()
{
    m_failure.clear();
    updateState();
    m_delay.start();
}

void ReportDialog::askForPreview()
{
    if (!m_isWriting && isVisible())
        Q_EMIT previewWanted(choice());
}

void ReportDialog::updateState()
{
    const bool custom = m_range->currentIndex() == static_cast<int>(ReportChoice::Range::Custom);
    m_range->setEnabled(m_hasHistory && !m_isWriting);
    m_form->setRowVisible(1, custom);
    const bool any = std::any_of(m_formats.cbegin(), m_formats.cend(),
                                 [](const QCheckBox *box) { return box->isChecked(); });
    // Shows the first problem.
    QString missing;
    if (custom && m_from->dateTime() >= m_to->dateTime())
        missing = tr("The range ends before it begins.");
    else if (m_peers->count() == 0)
        missing = tr("No peer is selected.");
    else if (!any)
        missing = tr("No format is selected.");
    else if (m_file->text().trimmed().isEmpty())
        missing = tr("The file has no name.");
    m_make->setEnabled(missing.isEmpty() && !m_isWriting);
    const QString &message = missing.isEmpty() ? m_failure : missing;
    m_message->showMessage(m_isWriting ? QString() : message);
}

void ReportDialog::browse()
{
    // Without extension: each format gets its own.
    const QString file = QFileDialog::getSaveFileName(this, tr("Save Report"), m_file->text(), QString(),
                                                      nullptr, QFileDialog::DontConfirmOverwrite);
    if (file.isEmpty())
        return;
    QString base = file;
    for (size_t i = 0; i < forms.size(); ++i) {
        const QString ending = u'.' + endingOf(forms[i]);
        if (base.endsWith(ending, Qt::CaseInsensitive)) {
            base.chop(ending.size());
            m_formats[i]->setChecked(true);
        }
    }
    m_file->setText(base);
}

void ReportDialog::showPreview(const QImage &picture)
{
    m_preview->showPicture(picture);
}

void ReportDialog::showNoPreview(const QString &sentence)
{
    m_preview->showSentence(sentence);
}

void ReportDialog::showFailure(const QString &sentence)
{
    m_failure = sentence;
    updateState();
    m_make->setFocus();
}

void ReportDialog::showProgress(double share)
{
    m_isWriting = share >= 0;
    if (m_isWriting)
        m_failure.clear();
    m_progress->setVisible(m_isWriting);
    m_progress->setValue(static_cast<int>(share * 100));
    m_buttons->button(QDialogButtonBox::Close)->setText(m_isWriting ? tr("Cancel") : tr("Close"));
    updateState();
}

void ReportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ReportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_delay.start(std::chrono::milliseconds(0));
}

} // namespace Pongwatch
