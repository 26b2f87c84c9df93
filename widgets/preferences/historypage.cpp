// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/preferences/historypage.h"

#include "widgets/quietlabel.h"

#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qint64 mebibyte = 1024 * 1024;
constexpr auto day = std::chrono::hours(24);
constexpr int mostDays = 36'500;

int toDays(nanoseconds duration)
{
    return static_cast<int>(std::min<nanoseconds::rep>(duration / day, mostDays));
}

nanoseconds fromDays(int days)
{
    return nanoseconds(day) * days;
}

} // namespace

HistoryPage::HistoryPage(QWidget *parent)
    : QWidget(parent)
    , m_keeping(new QGroupBox(this))
    , m_sampleLabel(new QLabel(this))
    , m_sampleDays(new QSpinBox(this))
    , m_minuteLabel(new QLabel(this))
    , m_minuteDays(new QSpinBox(this))
    , m_hourLabel(new QLabel(this))
    , m_hourDays(new QSpinBox(this))
    , m_sizeLabel(new QLabel(this))
    , m_sizeLimit(new QSpinBox(this))
    , m_consequence(new QuietLabel(QuietLabel::Body, this))
    , m_apply(new QPushButton(this))
    , m_file(new QGroupBox(this))
    , m_path(new QLabel(this))
    , m_size(new QLabel(this))
    , m_notice(new QLabel(this))
{
    setObjectName(QStringLiteral("historyPage"));
    for (QSpinBox *days : {m_sampleDays, m_minuteDays})
        days->setRange(1, mostDays);
    m_hourDays->setRange(0, mostDays);
    m_sizeLimit->setRange(0, 1'000'000);
    m_sizeLimit->setSingleStep(100);
    m_sizeLimit->setGroupSeparatorShown(true);
    for (QSpinBox *field : {m_sampleDays, m_minuteDays, m_hourDays, m_sizeLimit})
        connect(field, &QSpinBox::valueChanged, this, &HistoryPage::showWhetherChanged);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        setOptions(chosen());
        Q_EMIT optionsChosen(m_options);
    });
    m_apply->setAutoDefault(false);
    for (QLabel *text : {m_path, m_size, m_notice}) {
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setWordWrap(true);
    }
    m_consequence->setWordWrap(true);
    layOut();
    setOptions(HistoryOptions());
}

void HistoryPage::layOut()
{
    auto *form = new QFormLayout(m_keeping);
    const std::pair<QLabel *, QSpinBox *> rows[] = {{m_sampleLabel, m_sampleDays},
                                                    {m_minuteLabel, m_minuteDays},
                                                    {m_hourLabel, m_hourDays},
                                                    {m_sizeLabel, m_sizeLimit}};
    for (const auto &[label, field] : rows) {
        label->setBuddy(field);
        form->addRow(label, field);
    }
    form->addRow(m_consequence);
    auto *button = new QHBoxLayout;
    button->addStretch();
    button->addWidget(m_apply);
    form->addRow(button);
    auto *file = new QVBoxLayout(m_file);
    file->addWidget(m_path);
    file->addWidget(m_size);
    file->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_keeping);
    layout->addWidget(m_file);
    layout->addStretch();
}

HistoryOptions HistoryPage::chosen() const
{
    HistoryOptions options = m_options;
    options.keepSamples = fromDays(m_sampleDays->value());
    options.keepMinutes = fromDays(m_minuteDays->value());
    options.keepHours.reset();
    if (m_hourDays->value() > 0)
        options.keepHours = fromDays(m_hourDays->value());
    options.sizeLimit = m_sizeLimit->value() * mebibyte;
    return options;
}

void HistoryPage::setOptions(const HistoryOptions &options)
{
    m_options = options;
    m_sampleDays->setValue(toDays(options.keepSamples));
    m_minuteDays->setValue(toDays(options.keepMinutes));
    m_hourDays->setValue(options.keepHours ? toDays(*options.keepHours) : 0);
    m_sizeLimit->setValue(static_cast<int>(options.sizeLimit / mebibyte));
    m_options = chosen(); // so that only the user's edits count as changes
    retranslate();
}

void HistoryPage::showStatus(const HistoryStatus &status)
{
    m_status = status;
    showFile();
}

void HistoryPage::showWhetherChanged()
{
    const HistoryOptions wanted = chosen();
    m_apply->setEnabled(wanted != m_options);
    // Plurals depend on their numbers.
    m_sampleDays->setSuffix(QChar(0x00A0) + tr("day(s)", nullptr, m_sampleDays->value()));
    m_minuteDays->setSuffix(QChar(0x00A0) + tr("day(s)", nullptr, m_minuteDays->value()));
    m_hourDays->setSuffix(QChar(0x00A0) + tr("day(s)", nullptr, m_hourDays->value()));
}

void HistoryPage::showFile()
{
    m_path->setText(m_status.path);
    m_size->setText(tr("%1 now").arg(locale().formattedDataSize(m_status.fileBytes)));
    m_notice->setText(m_status.notice);
    m_notice->setVisible(!m_status.notice.isEmpty());
}

QString HistoryPage::fileText() const
{
    return m_path->text() + u'\n' + m_size->text();
}

void HistoryPage::retranslate()
{
    m_keeping->setTitle(tr("Retention"));
    m_sampleLabel->setText(tr("&Every ping:"));
    m_minuteLabel->setText(tr("Figures of each &minute:"));
    m_hourLabel->setText(tr("Figures of each &hour:"));
    m_hourDays->setSpecialValueText(tr("Forever"));
    m_sizeLabel->setText(tr("&Maximum file size:"));
    m_sizeLimit->setSpecialValueText(tr("Unlimited"));
    m_sizeLimit->setSuffix(QChar(0x00A0) + tr("MiB"));
    m_consequence->setText(tr("After you apply this, older data, and the oldest data of a file that is too "
                              "large, is removed in small steps."));
    m_apply->setText(tr("&Apply"));
    m_file->setTitle(tr("File"));
    m_path->setAccessibleName(tr("Location of the history"));
    m_size->setAccessibleName(tr("Size of the history"));
    showWhetherChanged();
    showFile();
}

void HistoryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Pongwatch
