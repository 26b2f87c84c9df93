// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/maintenancedialog.h"

#include "widgets/alerts/formalignment.h"
#include "widgets/statuslook.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

constexpr int weeklyKind = 1;

QDateTime localMoment(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<milliseconds>(time).time_since_epoch().count());
}

WallTime momentIn(const QDateTimeEdit *field)
{
    return WallTime(milliseconds(field->dateTime().toMSecsSinceEpoch()));
}

} // namespace

MaintenanceDialog::MaintenanceDialog(const MaintenanceWindow &window, QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(window.name, this))
    , m_kind(new QComboBox(this))
    , m_from(new QDateTimeEdit(this))
    , m_to(new QDateTimeEdit(this))
    , m_clockFrom(new QTimeEdit(QTime(22, 0), this))
    , m_clockTo(new QTimeEdit(QTime(23, 0), this))
    , m_zone(new QComboBox(this))
    , m_complaint(new QLabel(this))
{
    setWindowTitle(tr("Maintenance"));
    m_kind->addItems({tr("Once"), tr("Every week")});
    const auto *weekly = std::get_if<WeeklyWindow>(&window.when);
    const auto *once = std::get_if<OnceWindow>(&window.when);
    for (QDateTimeEdit *field : {m_from, m_to}) {
        field->setCalendarPopup(true);
        field->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    }
    m_from->setDateTime(localMoment(once ? once->from : currentWallTime()));
    m_to->setDateTime(localMoment(once ? once->to : currentWallTime() + std::chrono::hours(1)));
    m_zone->addItem(tr("This machine's time zone"), QByteArray());
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromUtf8(zone), zone);
    if (weekly) {
        m_clockFrom->setTime(weekly->from);
        m_clockTo->setTime(weekly->to);
        m_zone->setCurrentIndex(std::max(0, m_zone->findData(weekly->zone)));
        m_kind->setCurrentIndex(weeklyKind);
    }
    auto *pages = new QStackedWidget(this);
    auto *oncePage = new QWidget(pages);
    auto *onceForm = new QFormLayout(oncePage);
    onceForm->setContentsMargins(0, 0, 0, 0);
    onceForm->addRow(tr("From:"), m_from);
    onceForm->addRow(tr("To:"), m_to);
    auto *weeklyPage = new QWidget(pages);
    auto *weeklyForm = new QFormLayout(weeklyPage);
    weeklyForm->setContentsMargins(0, 0, 0, 0);
    auto *days = new QHBoxLayout;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        auto *box = new QCheckBox(QLocale().standaloneDayName(day, QLocale::ShortFormat), this);
        box->setChecked(weekly && weekly->days.contains(day));
        days->addWidget(box);
        m_days.append(box);
        connect(box, &QCheckBox::toggled, this, &MaintenanceDialog::check);
    }
    weeklyForm->addRow(tr("Days it begins on:"), days);
    weeklyForm->addRow(tr("From:"), m_clockFrom);
    weeklyForm->addRow(tr("To:"), m_clockTo);
    weeklyForm->addRow(tr("Time zone:"), m_zone);
    pages->addWidget(oncePage);
    pages->addWidget(weeklyPage);
    pages->setCurrentIndex(m_kind->currentIndex());
    m_complaint->setTextFormat(Qt::PlainText);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, StatusLook::timeoutColor(palette()));
    m_complaint->setPalette(red);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    auto *top = new QFormLayout;
    top->addRow(tr("&Name:"), m_name);
    top->addRow(tr("&When:"), m_kind);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(pages);
    layout->addWidget(m_complaint);
    layout->addWidget(buttons);
    alignForms(this);
    connect(m_kind, &QComboBox::currentIndexChanged, pages, &QStackedWidget::setCurrentIndex);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &MaintenanceDialog::check);
    for (QDateTimeEdit *field : {m_from, m_to})
        connect(field, &QDateTimeEdit::dateTimeChanged, this, &MaintenanceDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

MaintenanceWindow MaintenanceDialog::window() const
{
    MaintenanceWindow window;
    window.name = m_name->text().trimmed();
    if (m_kind->currentIndex() != weeklyKind) {
        window.when = OnceWindow{momentIn(m_from), momentIn(m_to)};
        return window;
    }
    WeeklyWindow weekly;
    for (qsizetype i = 0; i < m_days.size(); ++i)
        if (m_days[i]->isChecked())
            weekly.days.append(static_cast<int>(i) + Qt::Monday);
    weekly.from = m_clockFrom->time();
    weekly.to = m_clockTo->time();
    weekly.zone = m_zone->currentData().toByteArray();
    window.when = weekly;
    return window;
}

void MaintenanceDialog::check()
{
    const MaintenanceWindow now = window();
    QString complaint;
    if (const auto *once = std::get_if<OnceWindow>(&now.when); once && once->to <= once->from)
        complaint = tr("It must end after it begins.");
    if (const auto *weekly = std::get_if<WeeklyWindow>(&now.when); weekly && weekly->days.isEmpty())
        complaint = tr("At least one day must be checked.");
    m_complaint->setText(complaint);
    m_accept->setEnabled(complaint.isEmpty());
}

} // namespace Pongwatch
