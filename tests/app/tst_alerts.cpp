// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/programrun.h"
#include "tests/support/freeport.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The alerts of `pongwatch monitor --workspace`, as a user gets them.
class AlertsTest : public HonestTest
{
    Q_OBJECT

private:
    QString workspaceWith(const QByteArray &alerts, quint16 port)
    {
        const QString path = m_folder.filePath(s("team.pongwatch"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        QByteArray text = "{ 'pongwatch': 1, 'alerts': " + alerts +
                          ", 'defaults': { 'proxy': 'none',"
                          " 'reconnect': { 'initial_s': 0.2, 'min_s': 0.2, 'max_s': 0.5 } },"
                          " 'profiles': [ { 'name': 'edge-1', 'url': 'ws://127.0.0.1:PORT/steady' },"
                          " { 'name': 'edge-2', 'url': 'ws://127.0.0.1:PORT/steady' } ] }";
        text.replace('\'', '"').replace("PORT", QByteArray::number(port));
        file.write(text);
        return path;
    }
    static QStringList watching(const QString &file)
    {
        return {s("monitor"), s("--workspace"), file, s("--output"), s("jsonl"), s("--duration"), s("60")};
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void firesAndResolves()
    {
        const quint16 port = freePort();
        ProgramRun run(watching(
            workspaceWith(R"({ "rules": [ { "name": "down", "when": "state", "for_s": 1 } ] })", port)));
        QTRY_COMPARE_WITH_TIMEOUT(run.events(s("alert")).size(), 1, 25'000);
        const QJsonObject fired = run.events(s("alert")).first();
        QCOMPARE(fired[s("state")].toString(), s("firing"));
        QCOMPARE(fired[s("rule")].toString(), s("down"));
        QCOMPARE(fired[s("peers")].toArray(), (QJsonArray{s("edge-1"), s("edge-2")}));
        QCOMPARE(fired[s("suspects")].toArray(), (QJsonArray{s("peer")}));
        QVERIFY2(fired[s("explanation")].toString().contains(s("refused")),
                 qPrintable(fired[s("explanation")].toString()));
        DemoFleet demo;
        QCOMPARE(demo.start(QHostAddress::LocalHost, port), QString());
        QTRY_COMPARE_WITH_TIMEOUT(run.events(s("alert")).size(), 2, 25'000);
        const QJsonObject over = run.events(s("alert")).last();
        QCOMPARE(over[s("state")].toString(), s("resolved"));
        QCOMPARE(over[s("id")], fired[s("id")]);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
        QCOMPARE(run.events(s("alert")).size(), 2); // the end of the run is not an alert
    }

    void theHistoryKeepsWhatBecameOfThem()
    {
        const quint16 port = freePort();
        const QString history = m_folder.filePath(s("history.sqlite"));
        DemoFleet demo;
        {
            ProgramRun run(
                watching(workspaceWith(R"({ "rules": [ { "name": "down", "when": "state" } ] })", port)) +
                QStringList{s("--history"), history});
            QTRY_COMPARE_WITH_TIMEOUT(run.events(s("alert")).size(), 1, 25'000);
            QCOMPARE(demo.start(QHostAddress::LocalHost, port), QString());
            QTRY_COMPARE_WITH_TIMEOUT(run.events(s("alert")).size(), 2, 25'000);
            run.interrupt(SIGINT);
            QCOMPARE(run.exitStatus(), 130);
        }
        ProgramRun list({s("alerts"), s("--history"), history, s("--output"), s("jsonl")});
        QCOMPARE(list.exitStatus(), 0);
        QCOMPARE(list.events(s("alert")).size(), 1);
        const QJsonObject alert = list.events(s("alert")).first();
        QCOMPARE(alert[s("state")].toString(), s("resolved"));
        QCOMPARE(alert[s("peers")].toArray(), (QJsonArray{s("edge-1"), s("edge-2")}));
        QVERIFY(alert[s("to_recover_s")].toDouble() >= alert[s("to_notice_s")].toDouble());
        ProgramRun none({s("alerts"), s("--history"), history, s("--peer"), s("edge-3")});
        QCOMPARE(none.exitStatus(), 0);
        QCOMPARE(none.output(), QByteArray());
        ProgramRun lines({s("alerts"), s("--history"), history});
        QCOMPARE(lines.exitStatus(), 0);
        QVERIFY2(lines.output().contains("2 peers in trouble  over after"), lines.output().constData());
    }

    void aReportSaysWhatIsLeftOfErrorBudgets()
    {
        DemoFleet demo;
        const quint16 port = freePort();
        QCOMPARE(demo.start(QHostAddress::LocalHost, port), QString());
        const QString path = m_folder.filePath(s("report.json"));
        QStringList arguments = watching(
            workspaceWith(R"({ "objectives": [ { "name": "month", "open_percent": 99.9 } ] })", port));
        arguments.last() = s("3");
        ProgramRun run(arguments + QStringList{s("--report"), path});
        QCOMPARE(run.exitStatus(), 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray all = QJsonDocument::fromJson(file.readAll()).object()[s("objectives")].toArray();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0][s("peer")].toString(), s("edge-1"));
        QCOMPARE(all[0][s("name")].toString(), s("month"));
        QVERIFY(all[0][s("error_budget_left")].toDouble() > 0.9);
    }

    void withoutRulesThereIsNone()
    {
        QStringList arguments = watching(workspaceWith("{}", freePort()));
        arguments.last() = s("4");
        ProgramRun run(arguments);
        QCOMPARE(run.exitStatus(), 1);
        QVERIFY(run.events(s("alert")).isEmpty());
    }

    void aMistakeInARuleIsToldWithItsPlace()
    {
        ProgramRun run(watching(workspaceWith(R"({ "rules": [ { "name": "down", "when": "moon" } ] })", 1)));
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY2(run.errors().contains("alerts.rules[0].when: must be one of"), run.errors().constData());
    }

    void checkShowsTheRulesThatApply()
    {
        ProgramRun run(
            {s("check"),
             workspaceWith(R"({ "rules": [ { "name": "down", "when": "state", "for_s": 30 } ] })", 1)});
        QCOMPARE(run.exitStatus(), 0);
        QVERIFY2(run.output().contains("alerts.rules.down"), run.output().constData());
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "tst_alerts.moc"
