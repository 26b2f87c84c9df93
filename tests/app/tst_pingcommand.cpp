// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"

#include <QRegularExpression>
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

QString local(quint16 port)
{
    return QStringLiteral("ws://127.0.0.1:%1/").arg(port);
}

qsizetype count(const QString &text, const char *pattern)
{
    return text.count(QRegularExpression(s(pattern), QRegularExpression::MultilineOption));
}

} // namespace

/// `pongwatch ping` as a user runs it, compared with ping(8).
class TestPingCommand : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_demo.start(), QString()); }

    void readsLikePing_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("a demo peer") << s("demo");
        QTest::newRow("python-websockets") << s("python");
        QTest::newRow("Node's ws") << s("node");
    }
    void readsLikePing()
    {
        QFETCH(QString, server);
        PeerProcess peer = server == s("node") ? PeerProcess::nodeServer() : PeerProcess::websocketsServer();
        QString url = m_demo.url(s("/steady")).toString();
        if (server != s("demo")) {
            QCOMPARE(peer.listen(), QString());
            url = local(peer.port());
        }
        ProgramRun run({s("ping"), url, s("-c"), s("3"), s("-i"), s("0.05")});
        QCOMPARE(run.exitStatus(), 0);
        QCOMPARE(run.errors(), QByteArray());
        const QString output = QString::fromUtf8(run.output());
        QCOMPARE(count(output, "^PING ws://.* \\(127.0.0.1:\\d+\\), open after [\\d.]+ ms$"), 1);
        QCOMPARE(count(output, "^pong from 127.0.0.1:\\d+: seq=[123] time=[\\d.]+ ms( .*)?$"), 3);
        QCOMPARE(count(output, "^--- .* ping statistics ---$"), 1);
        QCOMPARE(count(output, "^3 sent, 3 received, 0 late, 0 lost \\(0 %\\), time [\\d.]+ m?s$"), 1);
        QCOMPARE(count(output, "^RTT min/avg/median/p95/max/jitter = [\\d.]+(/[\\d.]+){5} ms$"), 1);
        QCOMPARE(output.count(u'\n'), 8);
    }

    void exitStatus_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("status");
        QTest::newRow("every ping was answered") << s("/steady") << QStringList{s("-c"), s("2")} << 0;
        QTest::newRow("some were") << s("/newest") << QStringList{s("-c"), s("2")} << 0;
        QTest::newRow("none was") << s("/stall?after=0") << QStringList{s("-c"), s("2"), s("-W"), s("0.1")}
                                  << 1;
        QTest::newRow("not all by the deadline")
            << s("/slow?ms=60000") << QStringList{s("-c"), s("5"), s("-w"), s("0.3")} << 1;
        QTest::newRow("the peer rejects us") << s("/reject?status=403") << QStringList{s("-c"), s("1")} << 1;
    }
    void exitStatus()
    {
        QFETCH(QString, path);
        QFETCH(QStringList, options);
        QFETCH(int, status);
        ProgramRun run(QStringList{s("ping"), m_demo.url(path).toString(), s("-i"), s("0.05")} + options);
        QCOMPARE(run.exitStatus(), status);
    }

    void unknownHostIsTwo()
    {
        ProgramRun run({s("ping"), s("ws://nosuchhost.invalid/"), s("--proxy"), s("none"), s("-c"), s("1"),
                        s("-i"), s("0.05")});
        QCOMPARE(run.exitStatus(), 2);
        QVERIFY2(run.output().contains("could not be resolved"), run.output().constData());
    }

    void interruptEndsWithTheSummary()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/steady")).toString(), s("-i"), s("0.05")});
        QTRY_VERIFY(run.output().contains("seq=2 "));
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 0);
        QCOMPARE(count(QString::fromUtf8(run.output()), "^--- .* ping statistics ---$"), 1);
    }

    void quitSignalAsksHowItStandsAndEndsNothing()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/steady")).toString(), s("-i"), s("0.05")});
        QTRY_VERIFY(run.output().contains("seq=2 "));
        run.interrupt(SIGQUIT);
        QTRY_VERIFY(run.errors().endsWith('\n'));
        const QString standing = QString::fromUtf8(run.errors());
        QVERIFY2(count(standing, "^127.0.0.1:\\d+/steady: (\\d+) of \\1 received, 0 % lost, "
                                 "RTT min/avg/median/max = [\\d.]+(/[\\d.]+){3} ms$") == 1,
                 qPrintable(standing));
        const qsizetype before = run.output().size();
        QTRY_VERIFY(run.output().size() > before);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 0);
    }

    void interruptIsFeltWhileNothingHappens()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/steady")).toString(), s("-i"), s("3600")});
        QTRY_VERIFY(run.output().contains("seq=1 "));
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 0);
    }

    void missedDeadlineIsToldWithItsEvidence()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/stall?after=0")).toString(), s("-c"), s("2"), s("-i"),
                        s("0.05"), s("-W"), s("0.2")});
        QCOMPARE(run.exitStatus(), 1);
        const QString output = QString::fromUtf8(run.output());
        QCOMPARE(count(output, "^seq=[12]: no pong in [\\d.]+ ms; "), 2);
        QVERIFY2(output.contains(s("2 sent, 0 received, 0 late, 2 lost (100 %)")), qPrintable(output));
        QVERIFY2(!output.contains(s("RTT min")), qPrintable(output));
    }

    void latePongIsCountedAsReceived()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/slow?ms=300")).toString(), s("-w"), s("1.5"), s("-i"),
                        s("10"), s("-W"), s("0.1")});
        QCOMPARE(run.exitStatus(), 0);
        const QString output = QString::fromUtf8(run.output());
        QCOMPARE(count(output, "^pong from .*: seq=1 time=[\\d.]+ ms, late$"), 1);
        QVERIFY2(output.contains(s("1 sent, 1 received, 1 late, 0 lost (0 %)")), qPrintable(output));
    }

    void endOfTheConnectionIsExplainedAndComeBackFrom()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/close?after=0.2&code=1012&reason=deploy")).toString(),
                        s("--reconnect"), s("off"), s("-i"), s("0.05")});
        QCOMPARE(run.exitStatus(), 0);
        const QString output = QString::fromUtf8(run.output());
        QVERIFY2(output.contains(s("1012")) && output.contains(s("deploy")), qPrintable(output));
        QCOMPARE(count(output, "^last end: .*1012"), 1);
    }

    void withoutAConnectionNothingIsCalledSent()
    {
        PeerProcess server = PeerProcess::websocketsServer();
        QCOMPARE(server.listen(), QString());
        const QString url = local(server.port());
        server.kill();
        ProgramRun run({s("ping"), url, s("-c"), s("3"), s("-i"), s("0.05")});
        QCOMPARE(run.exitStatus(), 1);
        const QString output = QString::fromUtf8(run.output());
        QVERIFY2(
            output.contains(s("0 sent, 0 received, 0 late, 0 lost (0 %), 3 not sent without a connection")),
            qPrintable(output));
        QVERIFY2(output.contains(s("refused")), qPrintable(output));
    }

    void manners_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("times");
        const char *pong = "^pong from";
        QTest::newRow("plain") << QStringList{} << s(pong) << 3;
        QTest::newRow("quiet") << QStringList{s("-q")} << s(pong) << 0;
        QTest::newRow("quiet still says whom") << QStringList{s("-q")} << s("^PING") << 1;
        QTest::newRow("timestamps") << QStringList{s("-D")} << s("^\\[\\d{10}\\.\\d{6}\\] pong from") << 3;
        QTest::newRow("bell") << QStringList{s("-a")} << s("\\x07") << 3;
        QTest::newRow("phases") << QStringList{s("-v")} << s("^PING .*: TCP [\\d.]+ ms, upgrade [\\d.]+ ms$")
                                << 1;
        QTest::newRow("TCP's own time")
            << QStringList{s("-v")} << s("^pong from .* \\(TCP [\\d.]+ ms\\)") << 3;
        QTest::newRow("a heartbeat") << QStringList{s("--heartbeat"), s("{\"op\":\"ping\"}"),
                                                    s("--heartbeat-expect"), s("pong")}
                                     << s(pong) << 3;
    }
    void manners()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, pattern);
        QFETCH(int, times);
        ProgramRun run(
            QStringList{s("ping"), m_demo.url(s("/steady")).toString(), s("-c"), s("3"), s("-i"), s("0.05")} +
            options);
        QCOMPARE(run.exitStatus(), 0);
        const QString output = QString::fromUtf8(run.output());
        QVERIFY2(count(output, pattern.toUtf8().constData()) == times, qPrintable(output));
    }

    void floodSendsAsFastAsThePongsCome()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/steady")).toString(), s("--flood"), s("-c"), s("500"),
                        s("-w"), s("20")});
        QCOMPARE(run.exitStatus(), 0);
        const QString output = QString::fromUtf8(run.output());
        QVERIFY2(output.contains(s("500 sent, 500 received")), qPrintable(output));
    }

    void jsonlKeepsTheContract()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/steady")).toString(), s("-c"), s("2"), s("-i"), s("0.05"),
                        s("--output"), s("jsonl")});
        QCOMPARE(run.exitStatus(), 0);
        const QList<QJsonObject> events = run.events();
        QCOMPARE(events.first().value(s("event")).toString(), s("start"));
        QCOMPARE(run.events(s("pong")).size(), 2);
        QCOMPARE(run.events(s("pong")).last().value(s("seq")).toInt(), 2);
        QCOMPARE(events.last().value(s("event")).toString(), s("summary"));
        QCOMPARE(events.last().value(s("pongs")).toInt(), 2);
        QCOMPARE(run.events(s("closed")).last().value(s("close_code")).toInt(), 1000);
    }

    void severalPeersAreColumns()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/steady")).toString(),
                        m_demo.url(s("/close?after=0.15")).toString(),
                        m_demo.url(s("/slow?ms=30")).toString(), s("-c"), s("6"), s("-i"), s("0.1"),
                        s("--reconnect"), s("off")});
        QCOMPARE(run.exitStatus(), 0);
        const QString output = QString::fromUtf8(run.output());
        QCOMPARE(count(output, "^ping +127.0.0.1:\\d+/steady +127.0.0.1:\\d+/close +127.0.0.1:\\d+/slow$"),
                 1);
        QCOMPARE(count(output, "^1 +[\\d.]+ ms +[\\d.]+ ms +[\\d.]+ ms$"), 1);
        QVERIFY2(count(output, "^6 +[\\d.]+ ms +[\\d.]+ ms$") == 1, qPrintable(output));
        QCOMPARE(count(output, "^127.0.0.1:\\d+/close: .*"), 1); // who ended it, and how
        QCOMPARE(count(output, "ping statistics ---$"), 3);
    }

    void bothClientsSideBySide()
    {
        ProgramRun run({s("ping"), m_demo.url(s("/steady")).toString(), s("--client"), s("both"), s("-c"),
                        s("3"), s("-i"), s("0.05"), s("--output"), s("jsonl")});
        QCOMPARE(run.exitStatus(), 0);
        QStringList clients;
        for (const QJsonObject &open : run.events(s("open"))) {
            clients << open.value(s("client")).toString();
            QVERIFY(open.value(s("peer")).toString().endsWith(s(" (") + clients.last() + s(")")));
        }
        clients.sort();
        QCOMPARE(clients, (QStringList{s("qt"), s("wire")}));
        QCOMPARE(run.events(s("pong")).size(), 6);
        QCOMPARE(run.events(s("summary")).size(), 2);
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("what");
        const QString url = s("ws://127.0.0.1:9/");
        QTest::newRow("no URL") << QStringList{} << s("nothing to ping");
        QTest::newRow("count of 0") << QStringList{url, s("-c"), s("0")} << s("-c");
        QTest::newRow("interval of 0") << QStringList{url, s("-i"), s("0")} << s("-i");
        QTest::newRow("interval below its limit") << QStringList{url, s("-i"), s("0.001")} << s("0.01 s");
        QTest::newRow("timeout is no number") << QStringList{url, s("-W"), s("soon")} << s("-W");
        QTest::newRow("deadline negative") << QStringList{url, s("-w"), s("-1")} << s("-w");
        QTest::newRow("flood of somebody else")
            << QStringList{s("ws://192.0.2.1/"), s("-f")} << s("this machine");
        QTest::newRow("flood of a name like ours")
            << QStringList{s("ws://localhost.example.org/"), s("-f")} << s("this machine");
        QTest::newRow("no pings") << QStringList{url, s("--ping-interval"), s("off")} << s("--ping-interval");
        QTest::newRow("another client") << QStringList{url, s("--client"), s("curl")} << s("--client");
        QTest::newRow("another output") << QStringList{url, s("--output"), s("table")} << s("neither");
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, what);
        ProgramRun run(QStringList{s("ping")} + arguments);
        QCOMPARE(run.exitStatus(), 2);
        QCOMPARE(run.output(), QByteArray());
        const QString sentence = QString::fromUtf8(run.errors());
        QVERIFY2(sentence.contains(what) && sentence.count(u'\n') == 1, qPrintable(sentence));
    }

private:
    DemoFleet m_demo;
};

QTEST_GUILESS_MAIN(TestPingCommand)
#include "tst_pingcommand.moc"
