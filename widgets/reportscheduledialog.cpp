// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reportscheduledialog.h"

#include "text/formatter.h"
#include "widgets/messageline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>

#include <array>

namespace Pongwatch
{

namespace
{

constexpr std::array scheduledForms{ReportFormat::Pdf, ReportFormat::Html, ReportFormat::Png,
                                    ReportFormat::Csv, ReportFormat::Json};
enum Row : int { WhenRow, IntervalRow, DayRow, TimeRow, FormsRow, FolderRow, NameRow, ExampleRow, KeepRow };

} // namespace

ReportScheduleDialog::ReportScheduleDialog(const Formatter &format, QWidget *parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_kind(new QComboBox(this))
    , m_interval(new QSpinBox(this))
    , m_at(new QTimeEdit(this))
    , m_weekday(new QComboBox(this))
    , m_folder(new QLineEdit(this))
    , m_browse(new QPushButton(this))
    , m_pattern(new QLineEdit(this))
    , m_example(new QLabel(this))
    , m_files(new QSpinBox(this))
    , m_megabytes(new QSpinBox(this))
    , m_message(new MessageLine(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_now(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    setFormat(format);
    build();
    retranslate();
    setSchedule({});
}

void ReportScheduleDialog::setFormat(const Formatter &format)
{
    m_at->setDisplayFormat(format.clockPattern(ClockPrecision::Minutes));
}

void ReportScheduleDialog::build()
{
    for (int i = 0; i < 5; ++i)
        m_kind->addItem(QString());
    for (int day = 1; day <= 7; ++day)
        m_weekday->addItem(QString());
    m_interval->setRange(1, 24 * 60);
    m_files->setRange(0, 100'000);
    m_megabytes->setRange(0, 1'000'000);
    m_example->setTextFormat(Qt::PlainText);
    m_example->setForegroundRole(QPalette::PlaceholderText);
    m_folder->setMinimumWidth(320);
    auto *formats = new QHBoxLayout;
    for (const ReportFormat format : scheduledForms) {
        m_formats.push_back(new QCheckBox(endingOf(format).toUpper(), this));
        formats->addWidget(m_formats.back());
        connect(m_formats.back(), &QCheckBox::toggled, this, &ReportScheduleDialog::update);
    }
    formats->addStretch();
    auto *folder = new QHBoxLayout;
    folder->addWidget(m_folder);
    folder->addWidget(m_browse);
    auto *keep = new QHBoxLayout;
    keep->addWidget(m_files);
    keep->addWidget(m_megabytes);
    keep->addStretch();
    m_form->addRow(new QLabel(this), m_kind);
    m_form->addRow(new QLabel(this), m_interval);
    m_form->addRow(new QLabel(this), m_weekday);
    m_form->addRow(new QLabel(this), m_at);
    m_form->addRow(new QLabel(this), formats);
    m_form->addRow(new QLabel(this), folder);
    m_form->addRow(new QLabel(this), m_pattern);
    m_form->addRow(new QLabel(this), m_example);
    m_form->addRow(new QLabel(this), keep);
    auto *all = new QVBoxLayout(this);
    all->addLayout(m_form);
    all->addStretch();
    all->addWidget(m_message);
    all->addWidget(m_buttons);
    nameAll();
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ReportScheduleDialog::update);
    connect(m_folder, &QLineEdit::textChanged, this, &ReportScheduleDialog::update);
    connect(m_pattern, &QLineEdit::textChanged, this, &ReportScheduleDialog::update);
    connect(m_browse, &QPushButton::clicked, this, &ReportScheduleDialog::browse);
    connect(m_now, &QPushButton::clicked, this, [this] {
        m_message->showMessage({});
        m_now->setEnabled(false);
        Q_EMIT reportWanted(schedule());
    });
}

void ReportScheduleDialog::nameAll()
{
    m_kind->setObjectName(QStringLiteral("kind"));
    m_interval->setObjectName(QStringLiteral("interval"));
    m_at->setObjectName(QStringLiteral("at"));
    m_weekday->setObjectName(QStringLiteral("weekday"));
    m_folder->setObjectName(QStringLiteral("folder"));
    m_pattern->setObjectName(QStringLiteral("pattern"));
    m_example->setObjectName(QStringLiteral("example"));
    m_files->setObjectName(QStringLiteral("files"));
    m_megabytes->setObjectName(QStringLiteral("megabytes"));
    m_now->setObjectName(QStringLiteral("now"));
    for (size_t i = 0; i < scheduledForms.size(); ++i)
        m_formats[i]->setObjectName(endingOf(scheduledForms[i]));
}

void ReportScheduleDialog::retranslate()
{
    setWindowTitle(tr("Automatic Reports"));
    const std::array labels{tr("&When:"),   tr("&Every:"), tr("&Day:"), tr("&Time:"), tr("Formats:"),
                            tr("&Folder:"), tr("&Name:"),  QString(),   tr("&Keep:")};
    const std::array<QWidget *, 9> buddies{m_kind,   m_interval, m_weekday, m_at,   m_formats.front(),
                                           m_folder, m_pattern,  nullptr,   m_files};
    for (int row = 0; row < m_form->rowCount(); ++row) {
        auto *label = qobject_cast<QLabel *>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(labels[static_cast<size_t>(row)]);
        label->setBuddy(buddies[static_cast<size_t>(row)]);
    }
    const std::array kinds{tr("Never"), tr("At an interval"), tr("Daily"), tr("Weekly"),
                           tr("At each incident")};
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, kinds[static_cast<size_t>(i)]);
    for (int day = 1; day <= 7; ++day)
        m_weekday->setItemText(day - 1, QLocale().standaloneDayName(day));
    m_interval->setSuffix(tr(" min", "minutes, after a number"));
    m_files->setPrefix(tr("at most ", "before a number of files"));
    m_files->setSuffix(tr(" files"));
    m_files->setSpecialValueText(tr("any number of files"));
    m_megabytes->setPrefix(tr("at most ", "before a size"));
    m_megabytes->setSuffix(tr(" MB"));
    m_megabytes->setSpecialValueText(tr("any size"));
    m_browse->setText(tr("Choose…"));
    m_now->setText(tr("&Create One Now"));
    m_pattern->setToolTip(tr("$workspace, $peer, $date and $time are replaced by their values"));
    m_files->setToolTip(tr("Only reports that were created automatically are removed, oldest first"));
    m_megabytes->setToolTip(m_files->toolTip());
    m_files->setAccessibleName(tr("Maximum number of files"));
    m_megabytes->setAccessibleName(tr("Maximum total size of the files"));
    update();
}

void ReportScheduleDialog::setSchedule(const ReportSchedule &schedule)
{
    m_kind->setCurrentIndex(static_cast<int>(schedule.kind));
    m_interval->setValue(static_cast<int>(schedule.interval.count()));
    m_at->setTime(schedule.at);
    m_weekday->setCurrentIndex(schedule.weekday - 1);
    m_folder->setText(schedule.folder);
    m_pattern->setText(schedule.pattern);
    for (size_t i = 0; i < scheduledForms.size(); ++i)
        m_formats[i]->setChecked(schedule.formats.contains(scheduledForms[i]));
    m_files->setValue(schedule.mostFiles);
    m_megabytes->setValue(schedule.mostMegabytes);
    update();
}

ReportSchedule ReportScheduleDialog::schedule() const
{
    ReportSchedule schedule;
    schedule.kind = static_cast<ReportSchedule::Kind>(m_kind->currentIndex());
    schedule.interval = std::chrono::minutes(m_interval->value());
    schedule.at = m_at->time();
    schedule.weekday = m_weekday->currentIndex() + 1;
    schedule.folder = m_folder->text().trimmed();
    schedule.pattern = m_pattern->text();
    schedule.formats.clear();
    for (size_t i = 0; i < scheduledForms.size(); ++i)
        if (m_formats[i]->isChecked())
            schedule.formats.append(scheduledForms[i]);
    schedule.mostFiles = m_files->value();
    schedule.mostMegabytes = m_megabytes->value();
    return schedule;
}

void ReportScheduleDialog::update()
{
    using Kind = ReportSchedule::Kind;
    const ReportSchedule its = schedule();
    const bool on = its.kind != Kind::Off;
    m_form->setRowVisible(IntervalRow, its.kind == Kind::EachInterval);
    m_form->setRowVisible(DayRow, its.kind == Kind::Weekly);
    m_form->setRowVisible(TimeRow, its.kind == Kind::Daily || its.kind == Kind::Weekly);
    for (const Row row : {FormsRow, FolderRow, NameRow, ExampleRow, KeepRow})
        m_form->setRowVisible(row, on);
    const std::optional<WallTime> next = nextReport(its, currentWallTime(), QTimeZone::systemTimeZone());
    const PatternFacts facts{m_workspace.isEmpty() ? tr("default", "a workspace's name") : m_workspace,
                             its.kind == Kind::EachIncident ? QStringLiteral("edge-1") : tr("all", "peers"),
                             next.value_or(currentWallTime()), QTimeZone::systemTimeZone()};
    const QString name = expandPattern(its.pattern, facts);
    m_example->setText(next ? tr("The next one: “%1”").arg(name) : tr("For example “%1”").arg(name));
    const bool isWhole = !its.folder.isEmpty() && !its.formats.isEmpty();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!on || isWhole);
    m_now->setEnabled(isWhole);
    m_now->setVisible(on);
    m_message->showMessage(!on || isWhole         ? QString()
                           : its.folder.isEmpty() ? tr("No folder is selected.")
                                                  : tr("No format is selected."));
    adjustSize();
}

void ReportScheduleDialog::setWorkspaceName(const QString &name)
{
    m_workspace = name;
    update();
}

void ReportScheduleDialog::showMade(const QString &sentence)
{
    m_now->setEnabled(true);
    m_message->showMessage(sentence, MessageLine::Kind::News);
}

void ReportScheduleDialog::showFailure(const QString &sentence)
{
    m_now->setEnabled(true);
    m_message->showMessage(sentence);
}

void ReportScheduleDialog::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for Reports"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

void ReportScheduleDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace Pongwatch
