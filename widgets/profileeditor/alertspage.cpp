// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profileeditor/alertspage.h"

#include "alerts/rulesentence.h"
#include "engine/values/regularfile.h"
#include "text/wording.h"
#include "widgets/alerts/layeredlist.h"
#include "widgets/alerts/maintenancedialog.h"
#include "widgets/alerts/objectivedialog.h"
#include "widgets/alerts/ruledialog.h"
#include "workspace/calendarimport.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qint64 largestFileRead = 2 * 1024 * 1024;

template <typename List>
auto named(List &list, const QString &name)
{
    return std::find_if(list.begin(), list.end(), [&name](const auto &one) { return one.name == name; });
}

template <typename List>
bool hasNamed(const List &list, const QString &name)
{
    return std::any_of(list.begin(), list.end(), [&name](const auto &one) { return one.name == name; });
}

template <typename List, typename Value>
void putNamed(List &list, const Value &value)
{
    if (const auto known = named(list, value.name); known != list.end())
        *known = value;
    else
        list.append(value);
}

template <typename List>
QStringList namesIn(const List &list)
{
    QStringList names;
    for (const auto &one : list)
        names.append(one.name);
    return names;
}

QString objectiveSentence(const Objective &objective)
{
    const Formatter format = Formatter();
    QStringList parts;
    if (objective.open)
        parts.append(
            AlertsPage::tr("%1 open", "a percentage of the time").arg(format.percentage(*objective.open)));
    if (objective.pings)
        parts.append(AlertsPage::tr("%1 of pings within %2", "a percentage; a latency")
                         .arg(format.percentage(*objective.pings), format.latency(objective.within)));
    return AlertsPage::tr("%1, over %2", "what is to be reached; a span of time")
        .arg(QLocale().createSeparatedList(parts), format.roundDuration(objective.period));
}

} // namespace

AlertsPage::AlertsPage(const Workspace &workspace, EditSubject subject, QWidget *parent)
    : QWidget(parent)
    , m_subject(std::move(subject))
    , m_tabs(new QTabWidget(this))
    , m_rules(new LayeredList(this))
    , m_objectives(new LayeredList(this))
    , m_maintenance(new LayeredList(this))
    , m_import(new QPushButton(this))
    , m_gatewayLabel(new QLabel(this))
    , m_gateway(new QComboBox(this))
    , m_news(new QLabel(this))
{
    switch (m_subject.kind) {
    case EditSubject::Kind::Workspace:
        m_own = workspace.alerts;
        break;
    case EditSubject::Kind::Group:
        m_workspace = workspace.alerts;
        if (const auto group = workspace.findGroup(m_subject.group))
            m_own = workspace.groups[*group].alerts;
        break;
    case EditSubject::Kind::Profiles:
        m_workspace = workspace.alerts;
        if (const auto place = workspace.find(m_subject.profiles.value(0))) {
            m_own = workspace.at(*place).alerts;
            if (place->group) {
                m_group = workspace.groups[*place->group].alerts;
                m_groupName = workspace.groups[*place->group].name;
            }
        }
        break;
    }
    m_ways.append(AlertWay::desktop());
    for (const AlertWay &way : allWays(workspace.alerts.ways))
        m_ways.append(way.name);
    m_maintenance->addButton(m_import);
    m_tabs->addTab(m_rules, QString());
    m_tabs->addTab(m_objectives, QString());
    m_tabs->addTab(m_maintenance, QString());
    m_gatewayLabel->setBuddy(m_gateway);
    m_news->setTextFormat(Qt::PlainText);
    m_news->setWordWrap(true);
    m_news->hide();
    fillGateways(workspace);
    auto *gateway = new QHBoxLayout;
    gateway->addWidget(m_gatewayLabel);
    gateway->addWidget(m_gateway, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_news);
    layout->addLayout(gateway);
    const bool hasGateway = m_subject.kind != EditSubject::Kind::Workspace;
    m_gatewayLabel->setVisible(hasGateway);
    m_gateway->setVisible(hasGateway);

    connect(m_rules, &LayeredList::addRequested, this, [this] { openRule({}, false); });
    connect(m_rules, &LayeredList::editRequested, this, &AlertsPage::editRule);
    connect(m_rules, &LayeredList::removeRequested, this, &AlertsPage::removeRule);
    connect(m_objectives, &LayeredList::addRequested, this, [this] { openObjective({}, false); });
    connect(m_objectives, &LayeredList::editRequested, this, &AlertsPage::editObjective);
    connect(m_objectives, &LayeredList::removeRequested, this, &AlertsPage::removeObjective);
    connect(m_maintenance, &LayeredList::addRequested, this, [this] { openWindow(std::nullopt, {}); });
    connect(m_maintenance, &LayeredList::editRequested, this, &AlertsPage::editWindow);
    connect(m_maintenance, &LayeredList::removeRequested, this, &AlertsPage::removeWindow);
    connect(m_import, &QPushButton::clicked, this, &AlertsPage::askForCalendar);
    connect(m_gateway, &QComboBox::activated, this, [this] {
        const QVariant chosen = m_gateway->currentData();
        m_own.gateway = chosen.isNull() ? std::nullopt : std::optional(chosen.toString());
        touched();
    });
    retranslate();
}

bool AlertsPage::isFor(const EditSubject &subject)
{
    return subject.kind != EditSubject::Kind::Profiles || subject.profiles.size() == 1;
}

Workspace AlertsPage::applyTo(Workspace workspace) const
{
    if (!m_isTouched)
        return workspace;
    switch (m_subject.kind) {
    case EditSubject::Kind::Workspace:
        workspace.alerts = m_own;
        break;
    case EditSubject::Kind::Group:
        if (const auto group = workspace.findGroup(m_subject.group))
            workspace.groups[*group].alerts = m_own;
        break;
    case EditSubject::Kind::Profiles:
        if (const auto place = workspace.find(m_subject.profiles.value(0)))
            workspace.at(*place).alerts = m_own;
        break;
    }
    return workspace;
}

void AlertsPage::touched()
{
    m_isTouched = true;
    showLists();
}

QString AlertsPage::fromOf(bool isOwn, bool isGroups) const
{
    if (isOwn)
        return tr("own", "a rule that is said here");
    return isGroups ? tr("group %1", "where a rule is said").arg(Wording::harmless(m_groupName, 60))
                    : tr("workspace", "where a rule is said");
}

void AlertsPage::showLists()
{
    const Formatter format = Formatter();
    const AlertSettings outer = m_workspace.overlaidBy(m_group);
    QList<LayeredList::Row> rows;
    for (const AlertRule &rule : rulesOverlaid(outer.rules, m_own.rules)) {
        const bool isOwn = hasNamed(m_own.rules, rule.name);
        QString from = fromOf(isOwn, hasNamed(m_group.rules, rule.name));
        if (isOwn && hasNamed(outer.rules, rule.name))
            from = tr("own, replaces that of the %1", "a rule; “group” or “workspace”")
                       .arg(hasNamed(m_group.rules, rule.name) ? tr("group") : tr("workspace"));
        rows.append({rule.name, rule.enabled ? ruleSentence(rule.condition, format) : tr("switched off"),
                     from, isOwn, !rule.enabled});
    }
    m_rules->setRows(rows);
    rows.clear();
    const AlertSettings all = outer.overlaidBy(m_own);
    for (const Objective &objective : all.objectives) {
        const bool isOwn = hasNamed(m_own.objectives, objective.name);
        rows.append({objective.name, objectiveSentence(objective),
                     fromOf(isOwn, hasNamed(m_group.objectives, objective.name)), isOwn, false});
    }
    m_objectives->setRows(rows);
    rows.clear();
    // Own ones first: they have their places.
    for (const MaintenanceWindow &window : m_own.maintenance)
        rows.append({window.name, windowSentence(window, format), fromOf(true, false), true, false});
    for (const MaintenanceWindow &window : m_group.maintenance)
        rows.append({window.name, windowSentence(window, format), fromOf(false, true), false, false});
    for (const MaintenanceWindow &window : m_workspace.maintenance)
        rows.append({window.name, windowSentence(window, format), fromOf(false, false), false, false});
    m_maintenance->setRows(rows);
}

void AlertsPage::openRule(const AlertRule &rule, bool isFixed)
{
    const RuleDialog::Place place{m_subject.kind != EditSubject::Kind::Profiles,
                                  m_subject.kind == EditSubject::Kind::Workspace, m_ways};
    QStringList taken = namesIn(m_own.rules);
    taken.removeAll(rule.name);
    auto *dialog = new RuleDialog(rule, place, taken, isFixed, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before = rule.name] {
        const AlertRule next = dialog->rule();
        if (next.name != before)
            m_own.rules.removeIf([&before](const AlertRule &one) { return one.name == before; });
        putNamed(m_own.rules, next);
        touched();
        m_rules->selectRow(next.name);
    });
    dialog->open();
}

void AlertsPage::editRule(int row)
{
    const AlertSettings outer = m_workspace.overlaidBy(m_group);
    AlertRule rule = rulesOverlaid(outer.rules, m_own.rules).value(row);
    // To edit what is switched off is to want it.
    if (!rule.enabled) {
        if (const auto said = named(outer.rules, rule.name); said != outer.rules.cend())
            rule.condition = said->condition;
        rule.enabled = true;
    }
    openRule(rule, hasNamed(outer.rules, rule.name));
}

void AlertsPage::removeRule(int row)
{
    const AlertSettings outer = m_workspace.overlaidBy(m_group);
    const AlertRule rule = rulesOverlaid(outer.rules, m_own.rules).value(row);
    if (hasNamed(m_own.rules, rule.name)) {
        m_own.rules.removeIf([&rule](const AlertRule &one) { return one.name == rule.name; });
    } else {
        AlertRule off = rule;
        off.enabled = false;
        m_own.rules.append(off);
    }
    touched();
}

void AlertsPage::openObjective(const Objective &objective, bool isFixed)
{
    QStringList taken = namesIn(m_own.objectives);
    taken.removeAll(objective.name);
    auto *dialog = new ObjectiveDialog(objective, taken, isFixed, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before = objective.name] {
        const Objective next = dialog->objective();
        if (next.name != before)
            m_own.objectives.removeIf([&before](const Objective &one) { return one.name == before; });
        putNamed(m_own.objectives, next);
        touched();
        m_objectives->selectRow(next.name);
    });
    dialog->open();
}

void AlertsPage::editObjective(int row)
{
    const AlertSettings outer = m_workspace.overlaidBy(m_group);
    const Objective objective = outer.overlaidBy(m_own).objectives.value(row);
    openObjective(objective, hasNamed(outer.objectives, objective.name));
}

void AlertsPage::removeObjective(int row)
{
    const Objective objective = m_workspace.overlaidBy(m_group).overlaidBy(m_own).objectives.value(row);
    m_own.objectives.removeIf([&objective](const Objective &one) { return one.name == objective.name; });
    touched();
}

void AlertsPage::openWindow(std::optional<qsizetype> place, const MaintenanceWindow &window)
{
    MaintenanceWindow shown = window;
    if (!place) {
        const WallTime now = currentWallTime();
        shown.when = OnceWindow{now, now + std::chrono::hours(1)};
    }
    auto *dialog = new MaintenanceDialog(shown, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, place] {
        if (place)
            m_own.maintenance[*place] = dialog->window();
        else
            m_own.maintenance.append(dialog->window());
        touched();
    });
    dialog->open();
}

void AlertsPage::editWindow(int row)
{
    if (row < m_own.maintenance.size())
        openWindow(row, m_own.maintenance.at(row));
}

void AlertsPage::removeWindow(int row)
{
    if (row < m_own.maintenance.size())
        m_own.maintenance.removeAt(row);
    touched();
}

void AlertsPage::askForCalendar()
{
    auto *dialog =
        new QFileDialog(this, tr("Import Times of Maintenance"), QString(), tr("Calendars (*.ics)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AlertsPage::importCalendarFile);
    dialog->open();
}

void AlertsPage::importCalendarFile(const QString &path)
{
    QString news;
    const Result<QByteArray> text =
        readRegularFileWithin(filePatience, tr("reading the calendar"), path, largestFileRead);
    if (!text) {
        news = text.error().sentence();
    } else if (const auto read = importCalendar(text.value(), path, currentWallTime()); !read) {
        news = read.error().sentence();
    } else {
        m_own.maintenance += read.value().windows;
        news = tr("%n times of maintenance were imported.", nullptr,
                  static_cast<int>(read.value().windows.size()));
        constexpr qsizetype mostShown = 5;
        for (const QString &note : read.value().notes.mid(0, mostShown))
            news += u'\n' + Wording::harmless(note, 300);
        if (read.value().notes.size() > mostShown)
            news +=
                u'\n' + tr("%n more notes", nullptr, static_cast<int>(read.value().notes.size() - mostShown));
        touched();
    }
    m_news->setText(news);
    m_news->show();
}

void AlertsPage::fillGateways(const Workspace &workspace)
{
    m_gateway->addItem(QString()); // inherited
    m_gateway->addItem(QString(), QStringLiteral(""));
    for (const ProfilePlace &place : workspace.places()) {
        const Profile &profile = workspace.at(place);
        if (!m_subject.profiles.contains(profile.key))
            m_gateway->addItem(Wording::harmless(profile.name, 80), profile.name);
    }
    if (!m_own.gateway)
        return;
    int at = m_gateway->findData(*m_own.gateway);
    if (m_own.gateway->isEmpty())
        at = 1;
    if (at < 0) { // it is not there any more, and stays as it is
        m_gateway->addItem(Wording::harmless(*m_own.gateway, 80), *m_own.gateway);
        at = m_gateway->count() - 1;
    }
    m_gateway->setCurrentIndex(at);
}

void AlertsPage::retranslate()
{
    m_tabs->setTabText(0, tr("Rules"));
    m_tabs->setTabText(1, tr("Objectives"));
    m_tabs->setTabText(2, tr("Maintenance"));
    m_rules->setTexts(tr("Rules for alerts"), tr("Tells when"), tr("Switch Off"));
    m_objectives->setTexts(tr("Objectives"), tr("To be reached"), {});
    m_maintenance->setTexts(tr("Times of maintenance"), tr("No alerts"), {});
    m_import->setText(tr("Import Calendar…"));
    m_gatewayLabel->setText(tr("Behind the &gateway:"));
    m_gateway->setToolTip(tr("While this peer is down, those behind it are told of together with it"));
    const auto outer = m_workspace.overlaidBy(m_group).gateway.value_or(QString());
    m_gateway->setItemText(0, outer.isEmpty() ? tr("as inherited (none)")
                                              : tr("as inherited (%1)").arg(Wording::harmless(outer, 80)));
    m_gateway->setItemText(1, tr("none"));
    showLists();
}

} // namespace Pongwatch
