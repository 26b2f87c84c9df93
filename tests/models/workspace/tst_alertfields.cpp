// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "workspace/workspaceedits.h"
#include "workspace/workspacereader.h"

#include <QTest>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;
using namespace std::chrono_literals;

class AlertFieldsTest : public HonestTest
{
    Q_OBJECT

private:
    static QByteArray withAlerts(const QByteArray &alerts)
    {
        return R"({ "pongwatch": 1, "alerts": )" + alerts +
               R"(, "profiles": [ { "name": "gw", "url": "wss://example.org" } ] })";
    }
    static QByteArray withRule(const QByteArray &rule)
    {
        return withAlerts(R"({ "rules": [ )" + rule + " ] }");
    }

    /// JSON with the other kind of quotation marks.
    static QByteArray quoted(QByteArray text) { return text.replace('\'', '"'); }

private Q_SLOTS:
    void conditions_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("a state")
            << QByteArray(
                   R"({"name":"a","when":"state","states":["down","flapping"],"for_s":30,"failed_dials":2})")
            << QByteArray("state");
        QTest::newRow("pings") << QByteArray(
                                      R"({"name":"a","when":"pings","missed":3,"of":5,"count_slow":true})")
                               << QByteArray("pings");
        QTest::newRow("a latency")
            << QByteArray(
                   R"({"name":"a","when":"figure","figure":"p95","above_ms":200,"recovered_ms":150,"window_s":300})")
            << QByteArray("figure");
        QTest::newRow("loss") << QByteArray(
                                     R"({"name":"a","when":"figure","figure":"loss","above_percent":5})")
                              << QByteArray("figure");
        QTest::newRow("ends")
            << QByteArray(R"({"name":"a","when":"ends","causes":["reset","eof"],"count":5,"within_s":600})")
            << QByteArray("ends");
        QTest::newRow("a certificate") << QByteArray(R"({"name":"a","when":"certificate","within_days":21})")
                                       << QByteArray("certificate");
        QTest::newRow("a group") << QByteArray(R"({"name":"a","when":"group","down_percent":50,"for_s":30})")
                                 << QByteArray("group");
        QTest::newRow("the observer")
            << QByteArray(R"({"name":"a","when":"observer","above_ms":500,"window_s":60})")
            << QByteArray("observer");
        QTest::newRow("its own past")
            << QByteArray(R"({"name":"a","when":"past","figure":"p95","times":3,"at_least_ms":50})")
            << QByteArray("past");
        QTest::newRow("a budget that is used up")
            << QByteArray(
                   R"({"name":"a","when":"burn","objective":"slo","rate":6,"window_s":21600,"short_window_s":1800})")
            << QByteArray("burn");
        QTest::newRow("escalated") << QByteArray(R"({"name":"a","when":"state","escalate_after_s":900})")
                                   << QByteArray("state");
        QTest::newRow("all that any rule has")
            << QByteArray(R"({"name":"a","when":"state","recover_after_s":60,"tell_recovery":false})")
            << QByteArray("state");
    }

    void conditions()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, kind);
        const QByteArray text = withRule(rule);
        const WorkspaceReading reading = readWorkspace(text);
        QVERIFY2(reading.problems.isEmpty(), qPrintable(reading.problems.value(0).sentence()));
        QVERIFY2(reading.notes.isEmpty(), qPrintable(reading.notes.value(0).sentence()));
        const AlertRule read = reading.workspace->alerts.rules.value(0);
        QCOMPARE(QByteArray(toWord(read.condition).data()), kind);
        QCOMPARE(writeWorkspace(*reading.workspace), text);
        // Written anew it means the same.
        Workspace fresh;
        fresh.alerts = reading.workspace->alerts;
        const WorkspaceReading again = readWorkspace(writeWorkspace(fresh));
        QVERIFY2(again.problems.isEmpty() && again.notes.isEmpty(), writeWorkspace(fresh).constData());
        QVERIFY2(again.workspace->alerts == fresh.alerts, writeWorkspace(fresh).constData());
    }

    void mistakesAreToldWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &text, const char *problem) {
            QTest::newRow(name) << text << QString::fromUtf8(problem);
        };
        row("no object", withAlerts("[]"), "alerts: must be an object: { … }");
        row("a rule without a name", withRule(R"({"when":"state"})"), "alerts.rules[0].name: is missing");
        row("a rule without a condition", withRule(R"({"name":"a"})"), "alerts.rules[0].when: is missing");
        row("an unknown condition", withRule(R"({"name":"a","when":"moon"})"),
            "alerts.rules[0].when: must be one of: state, pings, figure, ends, certificate, group, observer, "
            "past, "
            "burn");
        row("two of one name", withRule(R"({"name":"a","when":"state"},{"name":"a","when":"state"})"),
            "alerts.rules[1].name: “a” is already the name of another one");
        row("an unknown state", withRule(R"({"name":"a","when":"state","states":["sad"]})"),
            "alerts.rules[0].states[0]: must be one of: down, timed-out, failed, slow, flapping, stale");
        row("no state", withRule(R"({"name":"a","when":"state","states":[]})"),
            "alerts.rules[0].states: must not be empty");
        row("more missed than sent", withRule(R"({"name":"a","when":"pings","missed":6,"of":5})"),
            "alerts.rules[0].missed: must not be more than “of”");
        row("half a ping", withRule(R"({"name":"a","when":"pings","missed":1.5,"of":5})"),
            "alerts.rules[0].missed: must be a whole number");
        row("a figure without a limit", withRule(R"({"name":"a","when":"figure","figure":"p95"})"),
            "alerts.rules[0].above_ms: is missing");
        row("loss in milliseconds", withRule(R"({"name":"a","when":"figure","figure":"loss","above_ms":5})"),
            "alerts.rules[0].above_percent: is missing");
        row("recovers above its limit",
            withRule(R"({"name":"a","when":"figure","figure":"p95","above_ms":5,"recovered_ms":6})"),
            "alerts.rules[0].recovered_ms: must not be more than “above_ms”");
        row("a time that is no time", withRule(R"({"name":"a","when":"state","for_s":"long"})"),
            "alerts.rules[0].for_s: must be a number");
        row("a moment without a zone",
            withAlerts(R"({"maintenance":[{"from":"2026-12-24T22:00:00","to":"2026-12-25T02:00:00Z"}]})"),
            "alerts.maintenance[0].from: must be a moment with its time zone, as in 2026-12-24T22:00:00Z");
        row("ends before it begins",
            withAlerts(R"({"maintenance":[{"from":"2026-12-24T22:00:00Z","to":"2026-12-24T02:00:00Z"}]})"),
            "alerts.maintenance[0].to: must be after “from”");
        row("an objective without a share", withAlerts(R"({"objectives":[{"name":"a"}]})"),
            "alerts.objectives[0].open_percent: is missing");
        row("an objective that allows nothing",
            withAlerts(R"({"objectives":[{"name":"a","open_percent":100}]})"),
            "alerts.objectives[0].open_percent: must be at most 99.9999");
        row("a short window that is longer",
            withRule(R"({"name":"a","when":"burn","window_s":600,"short_window_s":1200})"),
            "alerts.rules[0].short_window_s: must not be more than “window_s”");
        row("a day that there is not",
            withAlerts(R"({"maintenance":[{"weekly":["caturday"],"from":"02:00","to":"04:00"}]})"),
            "alerts.maintenance[0].weekly[0]: must be one of: mon, tue, wed, thu, fri, sat, sun");
        row("25 o'clock", withAlerts(R"({"maintenance":[{"weekly":["sun"],"from":"25:00","to":"04:00"}]})"),
            "alerts.maintenance[0].from: must be a time of the day, as in 22:00");
        row("a zone that there is not",
            withAlerts(
                R"({"maintenance":[{"weekly":["sun"],"from":"02:00","to":"04:00","time_zone":"Mars"}]})"),
            "alerts.maintenance[0].time_zone: is not a time zone of this system, as Europe/Berlin is");
        row("the observer in a group",
            R"({"pongwatch":1,"groups":[{"name":"g","alerts":{"rules":[{"name":"a","when":"observer"}]}}]})",
            "groups[0].alerts.rules[0].when: “observer” belongs in the alerts of the workspace");
        row("a group in a profile",
            R"({"pongwatch":1,"profiles":[{"name":"g","url":"ws://a","alerts":{"rules":[{"name":"a","when":"group"}]}}]})",
            "profiles[0].alerts.rules[0].when: “group” belongs in the alerts of a group or the workspace");
    }

    void mistakesAreToldWithTheirPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        const WorkspaceReading reading = readWorkspace(text);
        QVERIFY(!reading.workspace);
        QCOMPARE(reading.problems.value(0).sentence(), problem);
    }

    void whatIsNotKnownIsKeptAndTold()
    {
        const QByteArray text = withRule(R"({"name":"a","when":"state","mood":1})");
        const WorkspaceReading reading = readWorkspace(text);
        QVERIFY(reading.workspace);
        QCOMPARE(reading.notes.value(0).place, QStringLiteral("alerts.rules[0].mood"));
        QCOMPARE(writeWorkspace(*reading.workspace), text);
    }

    void anEditChangesOnlyWhatItIsAbout()
    {
        const QByteArray text = R"({ "pongwatch": 1,
  "alerts": { "later": [1],
    "maintenance": [ { "name": "x", "weekly": ["sun"],  "from": "02:00", "to": "04:00" } ] } })";
        Workspace workspace = *readWorkspace(text).workspace;
        AlertRule rule;
        rule.name = QStringLiteral("down");
        rule.condition = StateLasts{AlertState::Down, 30s, 0};
        workspace.alerts.rules.append(rule);
        const QByteArray written = writeWorkspace(workspace);
        QVERIFY2(written.contains(R"("weekly": ["sun"],  "from")"), written.constData());
        QVERIFY2(written.contains(R"("later": [1])"), written.constData());
        QCOMPARE(readWorkspace(written).workspace->alerts, workspace.alerts);
        workspace.alerts.rules.clear();
        QVERIFY(!writeWorkspace(workspace).contains("rules"));
    }

    void objectivesAreReadAndWritten()
    {
        const QByteArray text = withAlerts(quoted("{ 'objectives': [ { 'name': 'slo', 'open_percent': 99.9, "
                                                  "'pings_percent': 95, 'pings_under_ms': 150 } ] }"));
        const WorkspaceReading reading = readWorkspace(text);
        QVERIFY2(reading.problems.isEmpty(), qPrintable(reading.problems.value(0).sentence()));
        const Objective objective = reading.workspace->alerts.objectives.value(0);
        QVERIFY(qFuzzyCompare(objective.open.value_or(0), 0.999));
        QVERIFY(qFuzzyCompare(objective.pings.value_or(0), 0.95));
        QCOMPARE(objective.within, nanoseconds(150ms));
        QCOMPARE(objective.period, nanoseconds(24h * 30));
        QCOMPARE(writeWorkspace(*reading.workspace), text);
        Workspace fresh;
        fresh.alerts = reading.workspace->alerts;
        const QByteArray written = writeWorkspace(fresh);
        QVERIFY2(written.contains("99.9"), written.constData());
        QCOMPARE(readWorkspace(written).workspace->alerts, fresh.alerts);
    }

    void nearerOnesWin()
    {
        const Workspace workspace =
            *readWorkspace(quoted("{ 'pongwatch': 1,"
                                  " 'alerts': { 'rules': [ {'name':'down','when':'state','for_s':60}, "
                                  "{'name':'lost','when':'pings','missed':3,'of':5} ] },"
                                  " 'groups': [ { 'name': 'prod', 'alerts': { 'gateway': 'gw', 'rules': [ "
                                  "{'name':'down','when':'state','for_s':10} ] },"
                                  " 'profiles': [ { 'name': 'gw', 'url': 'ws://a', 'alerts': { 'gateway': "
                                  "null, 'rules': [ {'name':'lost','enabled':false} ] } },"
                                  " { 'name': 'b', 'url': 'ws://b' } ] } ] }"))
                 .workspace;
        const AlertSettings gateway = workspace.alertsAt(*workspace.find(QStringLiteral("gw")));
        QCOMPARE(gateway.rules.size(), 2);
        QCOMPARE(std::get<StateLasts>(gateway.rules[0].condition).lasts, nanoseconds(10s));
        QVERIFY(!gateway.rules[1].enabled);
        QCOMPARE(gateway.gateway, std::optional(QString()));
        const AlertSettings behind = workspace.alertsAt(*workspace.find(QStringLiteral("b")));
        QVERIFY(behind.rules[1].enabled);
        QCOMPARE(behind.gateway, std::optional(QStringLiteral("gw")));
        // Outside of its group it is told of as before.
        const Workspace without = WorkspaceEdits::withoutGroup(workspace, QStringLiteral("prod"));
        QCOMPARE(without.alertsAt(*without.find(QStringLiteral("b"))), behind);
    }

    void peersStayBehindAGatewayThatIsRenamed()
    {
        Workspace before =
            *readWorkspace(quoted("{ 'pongwatch': 1, 'groups': [ { 'name': 'prod',"
                                  " 'alerts': { 'gateway': 'gw' }, 'profiles': ["
                                  " { 'name': 'gw', 'url': 'ws://a', 'alerts': { 'gateway': null } },"
                                  " { 'name': 'b', 'url': 'ws://b', 'alerts': { 'gateway': 'gw' } } ] } ] }"))
                 .workspace;
        unsigned key = 0;
        for (const ProfilePlace &place : before.places())
            before.at(place).key = ProfileKey(++key);
        Workspace next = before;
        next.at(*next.find(QStringLiteral("gw"))).name = QStringLiteral("edge");
        next = WorkspaceEdits::withGatewaysRenamed(next, before);
        QCOMPARE(next.groups[0].alerts.gateway, std::optional(QStringLiteral("edge")));
        QCOMPARE(next.groups[0].profiles[0].alerts.gateway, std::optional(QString()));
        QCOMPARE(next.groups[0].profiles[1].alerts.gateway, std::optional(QStringLiteral("edge")));
        // A gateway that is gone is still named: an undo brings it back.
        Workspace without = before;
        without.groups[0].profiles.erase(without.groups[0].profiles.begin());
        QCOMPARE(WorkspaceEdits::withGatewaysRenamed(without, before).groups[0].alerts.gateway,
                 std::optional(QStringLiteral("gw")));
    }

    void aGatewayThatIsNotThereIsTold()
    {
        const WorkspaceReading reading = readWorkspace(
            R"({ "pongwatch": 1, "groups": [ { "name": "prod", "alerts": { "gateway": "gone" } } ] })");
        QVERIFY(reading.workspace);
        QCOMPARE(reading.notes.value(0).sentence(),
                 QString::fromUtf8("groups[0].alerts.gateway: there is no profile “gone”"));
    }
};

QTEST_APPLESS_MAIN(AlertFieldsTest)
#include "tst_alertfields.moc"
