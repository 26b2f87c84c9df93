// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "widgets/alerts/layeredlist.h"
#include "widgets/alerts/maintenancedialog.h"
#include "widgets/alerts/objectivedialog.h"
#include "widgets/alerts/ruledialog.h"
#include "widgets/profileeditor/alertspage.h"
#include "widgets/profileeditor/profileeditor.h"
#include "workspace/workspacereader.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Workspace workspace()
{
    QByteArray text = "{ 'pongwatch': 1,"
                      " 'alerts': { 'rules': [ { 'name': 'down', 'when': 'state', 'for_s': 30 },"
                      "                        { 'name': 'late', 'when': 'observer' } ],"
                      "             'objectives': [ { 'name': 'slo', 'open_percent': 99.9 } ],"
                      "             'maintenance': [ { 'name': 'Sunday', 'weekly': ['sun'], 'from': '02:00', "
                      "'to': '04:00' } ] },"
                      " 'groups': [ { 'name': 'prod', 'alerts': { 'rules': [ { 'name': 'lost', 'when': "
                      "'pings', 'missed': 3,"
                      " 'of': 5 } ] }, 'profiles': [ { 'name': 'gw', 'url': 'ws://a' }, { 'name': 'edge', "
                      "'url': 'ws://b' } ] } ] }";
    text.replace('\'', '"');
    Workspace read = *readWorkspace(text).workspace;
    quint64 key = 0;
    for (const ProfilePlace &place : read.places())
        read.at(place).key = ProfileKey(++key);
    return read;
}

EditSubject ofEdge()
{
    return {EditSubject::Kind::Profiles, {ProfileKey(2)}, {}};
}

} // namespace

/// The editor's page of alerts, as a user works with it.
class AlertsPageTest : public HonestTest
{
    Q_OBJECT

private:
    template <typename Dialog>
    static Dialog *opened(const AlertsPage &page)
    {
        for (Dialog *dialog : page.findChildren<Dialog *>())
            if (dialog->isVisible())
                return dialog;
        return nullptr;
    }
    static QStringList column(const LayeredList *list, int column)
    {
        QStringList texts;
        for (int row = 0; row < list->tree()->topLevelItemCount(); ++row)
            texts.append(list->tree()->topLevelItem(row)->text(column));
        return texts;
    }

private Q_SLOTS:
    void inheritedOnesAreShownWithTheirPlace()
    {
        const AlertsPage page(workspace(), ofEdge());
        QCOMPARE(column(page.rules(), 0), (QStringList{s("down"), s("late"), s("lost")}));
        QCOMPARE(column(page.rules(), 1).first(), s("Down for 30\u00a0s"));
        QCOMPARE(column(page.rules(), 2), (QStringList{s("workspace"), s("workspace"), s("group prod")}));
        QCOMPARE(column(page.objectives(), 1), QStringList{s("99.90\u00a0% open, over 30\u00a0d")});
        QCOMPARE(column(page.maintenance(), 1), QStringList{s("Sun 02:00 to 04:00")});
        // Nothing was touched: nothing changes.
        QCOMPARE(page.applyTo(workspace()), workspace());
    }

    void aRuleIsAdded()
    {
        AlertsPage page(workspace(), ofEdge());
        page.rules()->addButton()->click();
        auto *dialog = opened<RuleDialog>(page);
        QVERIFY(dialog);
        QVERIFY(!dialog->acceptButton()->isEnabled());                          // it has no name
        QCOMPARE(dialog->kindField()->findText(s("This machine is late")), -1); // of the workspace only
        QCOMPARE(dialog->waysField()->item(0)->text(), s("desktop"));
        QVERIFY(dialog->waysField()->count() > 1); // those that need no saying how
        dialog->nameField()->setText(s("cert"));
        dialog->kindField()->setCurrentText(s("The certificate expires soon"));
        QVERIFY(dialog->acceptButton()->isEnabled());
        dialog->accept();
        QVERIFY(column(page.rules(), 0).contains(s("cert")));
        const Workspace edited = page.applyTo(workspace());
        const AlertSettings own = edited.at(*edited.find(ProfileKey(2))).alerts;
        QCOMPARE(own.rules.size(), 1);
        QCOMPARE(own.rules[0].condition, AlertCondition(CertificateExpires()));
        QCOMPARE(own.rules[0].ways, QStringList{s("desktop")}); // as a rule that says nothing of it
    }

    void anInheritedRuleIsReplacedAndSwitchedOff()
    {
        AlertsPage page(workspace(), ofEdge());
        page.rules()->selectRow(s("down"));
        page.rules()->editButton()->click();
        auto *dialog = opened<RuleDialog>(page);
        QVERIFY(!dialog->nameField()->isEnabled()); // its name says what it replaces
        dialog->accept();
        QCOMPARE(page.own().rules.size(), 1);
        QCOMPARE(column(page.rules(), 2).first(), s("own, replaces that of the workspace"));
        page.rules()->selectRow(s("down"));
        page.rules()->removeButton()->click(); // inherited again
        QVERIFY(page.own().rules.isEmpty());
        page.rules()->selectRow(s("lost"));
        QCOMPARE(page.rules()->removeButton()->text(), s("Switch Off"));
        page.rules()->removeButton()->click();
        QVERIFY(!page.own().rules.value(0).enabled);
        const Workspace edited = page.applyTo(workspace());
        QVERIFY(!edited.alertsAt(*edited.find(ProfileKey(2))).rules.last().enabled);
        QVERIFY(edited.alertsAt(*edited.find(ProfileKey(1))).rules.last().enabled);
        // What is read again is the same.
        QCOMPARE(readWorkspace(writeWorkspace(edited)).workspace->alertsAt(*edited.find(ProfileKey(2))),
                 edited.alertsAt(*edited.find(ProfileKey(2))));
    }

    void everyKindOfRuleIsKeptByItsFields_data()
    {
        QTest::addColumn<int>("kind");
        const char *const names[] = {"state", "pings",    "figure", "ends", "certificate",
                                     "group", "observer", "past",   "burn"};
        for (int kind = 0; kind < int(std::size(names)); ++kind)
            QTest::newRow(names[kind]) << kind;
    }

    void everyKindOfRuleIsKeptByItsFields()
    {
        QFETCH(int, kind);
        const AlertCondition all[] = {
            StateLasts{AlertState::Slow | AlertState::Flapping, 45s, 2},
            PingsMissed{4, 9, true},
            FigureAbove{AlertFigure::Loss, 0.05, 0.02, 10min, 7},
            EndsRepeat{{Cause::KeepaliveTimeout, Cause::Reset}, 4, 30min},
            CertificateExpires{24h * 30},
            GroupDown{0.25, 15s},
            ObserverLags{800ms, 90s},
            FigureAbovePast{AlertFigure::P50, 3, 25e6, 20min, 20},
            BudgetBurns{s("slo"), 6, 6h, 30min},
        };
        AlertRule rule;
        rule.name = s("r");
        rule.condition = all[kind];
        rule.recoverAfter = 60s;
        rule.escalateAfter = 15min;
        rule.tellsRecovery = false;
        rule.ways = QStringList{s("hook")};
        const RuleDialog dialog(rule, {true, true}, {}, false);
        QVERIFY(dialog.rule() == rule);
    }

    void objectivesAndMaintenanceAreAdded()
    {
        AlertsPage page(workspace(), {EditSubject::Kind::Group, {}, s("prod")});
        page.objectives()->addButton()->click();
        auto *objective = opened<ObjectiveDialog>(page);
        objective->nameField()->setText(s("fast"));
        objective->accept();
        QCOMPARE(page.own().objectives.size(), 1);
        QCOMPARE(page.own().objectives[0].open, std::optional(0.999));
        page.maintenance()->addButton()->click();
        auto *window = opened<MaintenanceDialog>(page);
        window->nameField()->setText(s("now"));
        window->accept();
        QCOMPARE(column(page.maintenance(), 0), (QStringList{s("now"), s("Sunday")}));
        page.maintenance()->tree()->setCurrentItem(page.maintenance()->tree()->topLevelItem(1));
        QVERIFY(!page.maintenance()->removeButton()->isEnabled()); // that of the workspace
        const Workspace edited = page.applyTo(workspace());
        QCOMPARE(edited.groups[0].alerts.objectives, page.own().objectives);
        QCOMPARE(edited.groups[0].alerts.rules.size(), 1); // as before
    }

    void aCalendarIsImported()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(s("m.ics")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Night\nDTSTART:20261206T020000Z\nDURATION:PT2H\n"
                   "RRULE:FREQ=WEEKLY\nEND:VEVENT\nEND:VCALENDAR\n");
        file.close();
        AlertsPage page(workspace(), {EditSubject::Kind::Workspace, {}, {}});
        page.importCalendarFile(file.fileName());
        QCOMPARE(page.own().maintenance.size(), 2);
        page.importCalendarFile(folder.filePath(s("no.ics"))); // which is said
        QCOMPARE(page.own().maintenance.size(), 2);
    }

    void aGatewayIsChosen()
    {
        AlertsPage page(workspace(), ofEdge());
        QCOMPARE(page.gatewayField()->findData(s("edge")), -1); // not itself
        const int gateway = page.gatewayField()->findData(s("gw"));
        page.gatewayField()->setCurrentIndex(gateway);
        Q_EMIT page.gatewayField()->activated(gateway);
        QCOMPARE(page.own().gateway, std::optional(s("gw")));
    }

    void severalProfilesHaveNoSuchPage()
    {
        const ProfileEditor one(workspace(), ofEdge(), nullptr, true);
        QVERIFY(one.alerts());
        const ProfileEditor two(
            workspace(), {EditSubject::Kind::Profiles, {ProfileKey(1), ProfileKey(2)}, {}}, nullptr, true);
        QVERIFY(!two.alerts());
    }
};

QTEST_MAIN(AlertsPageTest)
#include "tst_alertspage.moc"
