// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demofleet.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString local(quint16 port, const char *path = "/")
{
    return QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(s(path));
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? -1 : values[values.size() / 2];
}

QList<double> numbers(const QList<QJsonObject> &events, const char *key)
{
    QList<double> values;
    for (const QJsonObject &event : events)
        values.append(event.value(s(key)).toDouble());
    return values;
}

QStringList texts(const QList<QJsonObject> &events, const char *key)
{
    QStringList values;
    for (const QJsonObject &event : events)
        values.append(event.value(s(key)).toString());
    return values;
}

} // namespace

/// `pongwatch monitor` as a user runs it, against real peers.
class MonitorCommandTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsTheWholeStoryOfASteadyPeer();
    void agreesWithPythonsClient();
    void noticesAHungServerInTime();
    void tellsAFeedThatStoppedApartFromATimeout();
    void saysWhatNodeSaidAtTheEnd();
    void exitStatus_data();
    void exitStatus();
    void nothingEndsItBeforeItsTime_data();
    void nothingEndsItBeforeItsTime();
    void exitOnFailure_data();
    void exitOnFailure();
    void aStoppedProgramDoesNotBlameItsPeers_data();
    void aStoppedProgramDoesNotBlameItsPeers();
    void interruptedClosesWith1001();
    void aHungPeerDoesNotHoldUpTheUser();
    void theSecondSignalEndsAtOnce();
    void aClosedPipeEndsTheRun();
    void secretsReachTheServerAndNothingElse();
    void watchesAWorkspace();
    void watchesTheOthersWhereATokenIsMissing_data();
    void watchesTheOthersWhereATokenIsMissing();
    void plainLinesInAPipe();
    void liveTableOnATerminal_data();
    void liveTableOnATerminal();
    void liveTableTellsOfLongDelays();
    void reportsAreWritten();

private:
    QStringList monitor(const QStringList &more) const
    {
        return QStringList{s("monitor"), s("--output"), s("jsonl"), s("--proxy"), s("none")} + more;
    }

    DemoFleet m_demo;
};

void MonitorCommandTest::initTestCase()
{
    QCOMPARE(m_demo.start(), QString());
}

void MonitorCommandTest::tellsTheWholeStoryOfASteadyPeer()
{
    ProgramRun run(monitor({m_demo.url(s("/steady")).toString(), s("--name"), s("edge-1"), s("--duration"),
                            s("1"), s("--ping-interval"), s("0.1")}));
    QCOMPARE(run.exitStatus(), 0);
    QCOMPARE(run.errors(), QByteArray());
    const QList<QJsonObject> events = run.events();
    QCOMPARE(events.first().value(s("event")).toString(), s("start"));
    QCOMPARE(events.last().value(s("event")).toString(), s("summary"));
    QCOMPARE(texts(run.events(s("state")), "state"),
             (QStringList{s("connecting"), s("open"), s("closing"), s("closed")}));
    QCOMPARE(run.events(s("open")).size(), 1);

    const QList<QJsonObject> pongs = run.events(s("pong"));
    QVERIFY2(pongs.size() >= 8 && pongs.size() <= 10, qPrintable(QString::number(pongs.size())));
    for (qsizetype i = 0; i < pongs.size(); ++i) {
        QCOMPARE(pongs[i].value(s("seq")).toInt(), i + 1);
        QCOMPARE(pongs[i].value(s("peer")).toString(), s("edge-1"));
        QVERIFY(pongs[i].value(s("rtt_ms")).toDouble() > 0);
    }
    QCOMPARE(events.last().value(s("pongs")).toInt(), pongs.size());
    QCOMPARE(events.last().value(s("health")).toString(), s("ok"));

    const QJsonObject closed = run.events(s("closed")).value(0);
    QCOMPARE(closed.value(s("cause")).toString(), s("local-close"));
    QCOMPARE(closed.value(s("sent"))[s("code")].toInt(), 1001);
}

void MonitorCommandTest::agreesWithPythonsClient()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    PeerProcess other = PeerProcess::websocketsClient(
        {local(server.port()), s("--interval"), s("0.1"), s("--count"), s("20")});
    ProgramRun run(
        monitor({local(server.port()), s("--ping-interval"), s("0.1"), s("--duration"), s("2.5")}));
    QCOMPARE(other.run(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(other.events().size(), 20, 20'000);
    QCOMPARE(run.exitStatus(), 0);

    const double theirs = median(numbers(other.events(), "rtt_ms"));
    const double ours = median(numbers(run.events(s("pong")), "rtt_ms"));
    QVERIFY2(qAbs(ours - theirs) < 1,
             qPrintable(QStringLiteral("%1 ms, theirs %2 ms").arg(ours).arg(theirs)));
}

void MonitorCommandTest::noticesAHungServerInTime()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    ProgramRun run(monitor({local(server.port()), s("--ping-interval"), s("0.3"), s("--ping-timeout"),
                            s("0.4"), s("--close-timeout"), s("0.3")}));
    QTRY_VERIFY(run.events(s("pong")).size() >= 2);
    server.hang();
    const QDateTime hungAt = QDateTime::currentDateTimeUtc();

    QTRY_VERIFY(!run.events(s("closed")).isEmpty());
    const QJsonObject timeout = run.events(s("timeout")).value(0);
    const QDateTime noticedAt = QDateTime::fromString(timeout.value(s("time")).toString(), Qt::ISODateWithMs);
    const qint64 took = hungAt.msecsTo(noticedAt);
    QVERIFY2(took > 0 && took <= 300 + 400 + 100, qPrintable(QString::number(took)));
    QVERIFY(qAbs(timeout.value(s("waited_s")).toDouble() - 0.4) <= 0.1);
    QCOMPARE(timeout.value(s("evidence")).toString(), s("peer-silent"));

    const QJsonObject closed = run.events(s("closed")).value(0);
    QCOMPARE(closed.value(s("cause")).toString(), s("keepalive-timeout"));
    QCOMPARE(closed.value(s("sent"))[s("code")].toInt(), 1011);
    QCOMPARE(closed.value(s("sent"))[s("reason")].toString(), s("keepalive ping timeout"));
    QVERIFY(!closed.contains(s("received")));
    QCOMPARE(closed.value(s("close_code")).toInt(), 1006);
    run.interrupt(SIGINT);
    QCOMPARE(run.exitStatus(), 130);
}

void MonitorCommandTest::tellsAFeedThatStoppedApartFromATimeout()
{
    // Trades come for a second, stop, and resume five seconds later.
    const auto service = PeerProcess::serviceServer(s("feed"), std::chrono::seconds(1));
    QCOMPARE(service->listen(), QString());
    ProgramRun run(monitor({local(service->port()), s("--on-open"), s(R"({"op":"subscribe"})"), s("--alive"),
                            s(R"("e":"trade"=>0.6)"), s("--on-timeout"), s("keep"), s("--ping-interval"),
                            s("0.1"), s("--duration"), s("3")}));
    QCOMPARE(run.exitStatus(), 1);
    QCOMPARE(run.events(s("timeout")).size(), 0);
    QCOMPARE(run.events(s("stale")).size(), 1);
    const QJsonObject stale = run.events(s("stale")).first();
    QCOMPARE(stale.value(s("state")).toString(), s("stale"));
    QVERIFY(stale.value(s("waited_s")).toDouble() >= 0.6);
    QVERIFY(stale.value(s("messages")).toInt() > 3);
    QVERIFY2(stale.value(s("explanation")).toString().startsWith(s("Connected, and it answers pings, but")),
             qPrintable(stale.value(s("explanation")).toString()));
    QCOMPARE(run.events(s("summary")).first().value(s("health")).toString(), s("stale"));
}

void MonitorCommandTest::saysWhatNodeSaidAtTheEnd()
{
    PeerProcess server = PeerProcess::nodeServer(
        {s("--close-after"), s("0.5"), s("--code"), s("1012"), s("--reason"), s("deploy")});
    QCOMPARE(server.listen(), QString());
    ProgramRun run(
        monitor({local(server.port()), s("--reconnect"), s("off"), s("--ping-interval"), s("0.1")}));
    QTRY_VERIFY(!run.events(s("closed")).isEmpty());
    run.interrupt(SIGINT); // nothing more can happen, but that is no reason to end
    QCOMPARE(run.exitStatus(), 130);
    const QJsonObject closed = run.events(s("closed")).value(0);
    QCOMPARE(closed.value(s("cause")).toString(), s("peer-close"));
    QCOMPARE(closed.value(s("initiator")).toString(), s("peer"));
    QCOMPARE(closed.value(s("close_code")).toInt(), 1012);
    QCOMPARE(closed.value(s("received"))[s("reason")].toString(), s("deploy"));
    QVERIFY(closed.value(s("explanation")).toString().size() > 20);
    QVERIFY(run.events(s("pong")).size() >= 2);
}

void MonitorCommandTest::exitStatus_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::newRow("all open") << QStringList{s("/steady"), s("/jitter?ms=5")} << QStringList{} << 0;
    QTest::newRow("slow, but open") << QStringList{s("/slow?ms=100")}
                                    << QStringList{s("--slow-after"), s("0.01")} << 0;
    QTest::newRow("timed out") << QStringList{s("/stall?after=0.2")}
                               << QStringList{s("--ping-timeout"), s("0.2"), s("--close-timeout"), s("0.2"),
                                              s("--reconnect"),    s("off")}
                               << 1;
    QTest::newRow("timed out and kept")
        << QStringList{s("/stall?after=0.2")}
        << QStringList{s("--ping-timeout"),  s("0.2"), s("--on-timeout"), s("keep"),
                       s("--close-timeout"), s("0.2")}
        << 1;
    QTest::newRow("rejected for good") << QStringList{s("/reject?status=403")} << QStringList{} << 1;
    QTest::newRow("closed, and waiting") << QStringList{s("/reject?status=503")} << QStringList{} << 1;
    QTest::newRow("never open") << QStringList{s("/hang")} << QStringList{} << 1;
    QTest::newRow("one of two is not well")
        << QStringList{s("/steady"), s("/reject?status=503")} << QStringList{} << 1;
}

void MonitorCommandTest::exitStatus()
{
    QFETCH(QStringList, paths);
    QFETCH(QStringList, options);
    QFETCH(int, status);
    QStringList urls;
    for (const QString &path : paths)
        urls.append(m_demo.url(path).toString());
    ProgramRun run(
        monitor(urls + options + QStringList{s("--duration"), s("1"), s("--ping-interval"), s("0.1")}));
    QCOMPARE(run.exitStatus(), status);
    QCOMPARE(run.events(s("summary")).size(), paths.size());
}

void MonitorCommandTest::nothingEndsItBeforeItsTime_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("givesUp");
    QTest::addColumn<QString>("state");
    for (const QString &client : {s("qt"), s("wire")}) {
        const auto row = [&client](const char *name, const char *path, bool givesUp, const char *state) {
            QTest::addRow("%s: %s", qPrintable(client), name) << client << s(path) << givesUp << s(state);
        };
        row("lost, and not dialled again", "/eof?after=0.1", false, "failed");
        row("closed, and not dialled again", "/close?after=0.1&code=1000", false, "closed");
        row("rejected, and not dialled again", "/reject?status=503", false, "failed");
        row("rejected for good", "/reject?status=403", true, "failed");
    }
}

void MonitorCommandTest::nothingEndsItBeforeItsTime()
{
    QFETCH(QString, client);
    QFETCH(QString, path);
    QFETCH(bool, givesUp);
    QFETCH(QString, state);
    const QTemporaryDir folder;
    const QString file = folder.filePath(s("a.pongwatch"));
    QFile workspace(file);
    QVERIFY(workspace.open(QIODevice::WriteOnly));
    workspace.write(QStringLiteral(R"({"pongwatch": 1, "profiles": [{"name": "a", "url": "%1", "client": "%2",
                                       "proxy": "none", "reconnect": {"enabled": %3, "give_up": %4}}]})")
                        .arg(m_demo.url(path).toString(), client, givesUp ? s("true") : s("false"),
                             givesUp ? s("true") : s("false"))
                        .toUtf8());
    workspace.close();
    ProgramRun run(
        {s("monitor"), s("--output"), s("jsonl"), s("--workspace"), file, s("--duration"), s("2")});
    QCOMPARE(run.exitStatus(), 1);
    QCOMPARE(run.events(s("closed")).size(), 1);
    QCOMPARE(texts(run.events(s("state")), "state").last(), state);
    const QDateTime began =
        QDateTime::fromString(run.events(s("start"))[0].value(s("time")).toString(), Qt::ISODateWithMs);
    const QDateTime ended =
        QDateTime::fromString(run.events(s("summary"))[0].value(s("time")).toString(), Qt::ISODateWithMs);
    QVERIFY2(began.msecsTo(ended) >= 1900, qPrintable(QString::number(began.msecsTo(ended))));
}

void MonitorCommandTest::exitOnFailure_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("cause");
    for (const QString &client : {s("qt"), s("wire")}) {
        const auto row = [&client](const char *name, const QStringList &paths, const char *cause) {
            QTest::addRow("%s: %s", qPrintable(client), name) << client << paths << s(cause);
        };
        row("a dial is rejected", {s("/reject?status=503")}, "handshake-rejected");
        row("a dial is rejected for good", {s("/reject?status=404")}, "handshake-rejected");
        row("a connection is lost", {s("/eof?after=0.2")}, "eof");
        row("the peer closes", {s("/close?after=0.2&code=1000")}, "peer-close");
        row("no pong", {s("/stall?after=0.2")}, "keepalive-timeout");
        row("one of two fails", {s("/steady"), s("/reset?after=0.2")}, "reset");
        row("all is well", {s("/steady")}, "");
    }
}

void MonitorCommandTest::exitOnFailure()
{
    QFETCH(QString, client);
    QFETCH(QStringList, paths);
    QFETCH(QString, cause);
    QStringList urls;
    for (const QString &path : paths)
        urls.append(m_demo.url(path).toString());
    QStringList options{s("--client"),
                        client,
                        s("--exit-on-failure"),
                        s("--ping-interval"),
                        s("0.1"),
                        s("--ping-timeout"),
                        s("0.3"),
                        s("--close-timeout"),
                        s("0.2")};
    if (cause.isEmpty())
        options << s("--duration") << s("1");
    ProgramRun run(monitor(urls + options));
    QCOMPARE(run.exitStatus(), cause.isEmpty() ? 0 : 1);
    QCOMPARE(run.events(s("summary")).size(), paths.size());
    const QStringList causes = texts(run.events(s("closed")), "cause");
    QCOMPARE(causes.contains(cause), !cause.isEmpty());
    // The others are closed by this side.
    QCOMPARE(causes.count(s("local-close")), paths.size() - (cause.isEmpty() ? 0 : 1));
}

void MonitorCommandTest::aStoppedProgramDoesNotBlameItsPeers_data()
{
    QTest::addColumn<QString>("client");
    QTest::newRow("qt") << s("qt");
    QTest::newRow("wire") << s("wire");
}

/// Its pongs come in time, and stay in the socket until it resumes.
void MonitorCommandTest::aStoppedProgramDoesNotBlameItsPeers()
{
    constexpr double pingTimeout = 2;
    QFETCH(const QString, client);
    ProgramRun run(
        monitor({m_demo.url(s("/slow?ms=250")).toString(), s("--client"), client, s("--ping-interval"),
                 s("0.1"), s("--ping-timeout"), QString::number(pingTimeout), s("--slow-after"), s("1.5")}));
    QTRY_VERIFY(run.events(s("pong")).size() >= 3);
    run.interrupt(SIGSTOP);
    QElapsedTimer stopped;
    stopped.start();
    QTRY_VERIFY_WITH_TIMEOUT(stopped.hasExpired(static_cast<qint64>(pingTimeout * 1000) + 500), 10000);
    run.interrupt(SIGCONT);
    QTRY_VERIFY(!run.events(s("stopped")).isEmpty());
    const qsizetype before = run.events(s("pong")).size();
    QTRY_VERIFY(run.events(s("pong")).size() >= before + 3);
    run.interrupt(SIGTERM);
    QCOMPARE(run.exitStatus(), 130);

    QVERIFY(run.events(s("stopped")).first()[s("stopped_s")].toDouble() > pingTimeout);
    QVERIFY(run.events(s("timeout")).isEmpty());
    QCOMPARE(run.events(s("closed")).size(), 1); // this side's, at the end
    const QJsonObject summary = run.events(s("summary")).first();
    QCOMPARE(summary[s("missed")].toInt(), 0);
    QCOMPARE(summary[s("slow")].toInt(), 0);
    QCOMPARE(summary[s("duplicate")].toInt(), 0);
    QCOMPARE(summary[s("unsolicited")].toInt(), 0);
    QVERIFY(summary[s("lost")].toInt() >= 1);
    QVERIFY(summary[s("rtt_ms")][s("max")].toDouble() < pingTimeout * 1000);
}

void MonitorCommandTest::interruptedClosesWith1001()
{
    const QTemporaryDir folder;
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    ProgramRun run(monitor(
        {local(server.port()), s("--ping-interval"), s("0.1"), s("--report"), folder.filePath(s("a.json"))}));
    QTRY_VERIFY(!run.events(s("pong")).isEmpty());
    run.interrupt(SIGTERM);
    QCOMPARE(run.exitStatus(), 130);
    QCOMPARE(run.errors(), QByteArray());
    QCOMPARE(run.events(s("summary")).size(), 1);
    QTRY_COMPARE(server.events().size(), 2);
    QCOMPARE(server.events().at(1).value(s("code")).toInt(), 1001);
    QVERIFY(QFile::exists(folder.filePath(s("a.json"))));
}

void MonitorCommandTest::aHungPeerDoesNotHoldUpTheUser()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    ProgramRun run(monitor({local(server.port())}));
    QTRY_VERIFY(!run.events(s("open")).isEmpty());
    server.hang();
    QElapsedTimer timer;
    timer.start();
    run.interrupt(SIGINT);
    QCOMPARE(run.exitStatus(), 130);
    QVERIFY2(timer.elapsed() < 8000, "it waited for the whole close timeout");
    QCOMPARE(run.events(s("summary")).size(), 1);
}

void MonitorCommandTest::theSecondSignalEndsAtOnce()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    ProgramRun run(monitor({local(server.port())}));
    QTRY_VERIFY(!run.events(s("open")).isEmpty());
    server.hang();
    run.interrupt(SIGINT);
    // The state "closing" means that the first signal was handled.
    QTRY_COMPARE(texts(run.events(s("state")), "state").last(), s("closing"));
    run.interrupt(SIGINT);
    QCOMPARE(run.exitStatus(), 130);
    QVERIFY(run.events(s("summary")).isEmpty());
}

void MonitorCommandTest::aClosedPipeEndsTheRun()
{
    PeerProcess server = PeerProcess::websocketsServer();
    QCOMPARE(server.listen(), QString());
    QProcess shell;
    shell.setProcessEnvironment(ProgramRun::plainEnvironment());
    shell.start(s("/bin/sh"),
                {s("-c"),
                 s("(\"$0\" monitor \"$1\" --ping-interval 0.1 --output jsonl; echo \"status $?\" >&2)"
                   " | head -n 3"),
                 s(PONGWATCH_PROGRAM), local(server.port())});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardError(), QByteArray("status 0\n"));
    QCOMPARE(shell.readAllStandardOutput().count('\n'), 3);
    QTRY_COMPARE(server.events().size(), 2);
    QCOMPARE(server.events().at(1).value(s("code")).toInt(), 1001);
}

void MonitorCommandTest::secretsReachTheServerAndNothingElse()
{
    PeerProcess server =
        PeerProcess::websocketsServer({s("--require-header"), s("Authorization: Bearer hunter2")});
    QCOMPARE(server.listen(), QString());
    const QTemporaryDir folder;
    const QString report = folder.filePath(s("a.html"));
    QProcessEnvironment environment = ProgramRun::plainEnvironment();
    environment.insert(s("FEED_TOKEN"), s("hunter2"));
    for (const QStringList &way :
         {QStringList{s("--bearer"), s("hunter2")}, QStringList{s("--bearer"), s("$FEED_TOKEN")},
          QStringList{s("--header"), s("Authorization: Bearer hunter2")},
          QStringList{s("-HAuthorization: Bearer hunter2"), s("-H"), s("X-Key: hunter2")}}) {
        ProgramRun run(monitor(QStringList{local(server.port()), s("--report"), report} + way), environment);
        QTRY_VERIFY2(!run.events(s("open")).isEmpty(), qPrintable(way.join(u' ')));
        QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(run.process().processId()));
        QVERIFY(commandLine.open(QIODevice::ReadOnly));
        const QByteArray shown = commandLine.readAll();
        QVERIFY2(!shown.contains("hunter2") && shown.contains("monitor"), shown.constData());
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
        QVERIFY(!run.output().contains("hunter2"));
        QFile written(report);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(!written.readAll().contains("hunter2"));
    }
}

void MonitorCommandTest::watchesAWorkspace()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(s("two.pongwatch")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray url = m_demo.url(s("/steady")).toString().toUtf8();
    file.write(R"({"pongwatch":1,"defaults":{"ping_interval_s":0.1},"groups":[{"name":"prod","profiles":[)"
               R"({"name":"edge-1","url":")" +
               url + R"("},{"name":"edge-2","url":")" + url + R"(","enabled":false}]}],"profiles":[)" +
               R"({"name":"lone","url":")" + url + R"("}]})");
    file.close();

    ProgramRun all(monitor({s("--workspace"), file.fileName(), s("--duration"), s("0.5")}));
    QCOMPARE(all.exitStatus(), 0);
    QCOMPARE(texts(all.events(s("summary")), "peer"), (QStringList{s("edge-1"), s("lone")}));
    QVERIFY(all.events(s("pong")).size() >= 4);

    ProgramRun group(
        monitor({s("--workspace"), file.fileName(), s("--group"), s("prod"), s("--duration"), s("0.2")}));
    QCOMPARE(group.exitStatus(), 0);
    QCOMPARE(texts(group.events(s("summary")), "peer"), QStringList{s("edge-1")});
}

void MonitorCommandTest::watchesTheOthersWhereATokenIsMissing_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("says");
    QTest::newRow("a variable that is not set")
        << QString() << s(",'auth':{'kind':'bearer','secret':'$PONGWATCH_UNSET'}") << s("PONGWATCH_UNSET");
    QTest::newRow("a keychain entry")
        << QString() << s(",'headers':[['X-Key','keychain:edge']]") << s("edge");
    QTest::newRow("nothing in the query") << s("?token=") << QString() << s("no token behind “token=”");
}

/// One of many must not blind the operator to the others.
void MonitorCommandTest::watchesTheOthersWhereATokenIsMissing()
{
    QFETCH(QString, query);
    QFETCH(QString, keys);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    QFile file(folder.filePath(s("two.pongwatch")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString url = m_demo.url(s("/steady")).toString();
    file.write(s("{'pongwatch':1,'profiles':[{'name':'poor','url':'%1%2'%3},{'name':'fine','url':'%1'}]}")
                   .arg(url, query, keys)
                   .replace(u'\'', u'"')
                   .toUtf8());
    file.close();
    const QStringList options = {s("--workspace"), file.fileName(), s("--trust-workspace"), s("--duration"),
                                 s("1")};

    ProgramRun run(monitor(options + QStringList{s("--ping-interval"), s("0.1")}));
    QCOMPARE(run.exitStatus(), 1);
    QCOMPARE(run.errors(), QByteArray());
    QVERIFY(!run.events(s("pong")).isEmpty());
    QList<QJsonObject> states = run.events(s("state"));
    states.removeIf([](const QJsonObject &state) { return state.value(s("peer")) != s("poor"); });
    QCOMPARE(texts(states, "state"), QStringList{s("failed")});
    QCOMPARE(states[0].value(s("suspects")).toArray(), QJsonArray{s("this-side")});
    const QString explanation = states[0].value(s("explanation")).toString();
    QVERIFY2(explanation.contains(s("not dialled")) && explanation.contains(says), qPrintable(explanation));
    QVERIFY(run.events(s("closed")).size() <= 1); // of the other one, at the end
    const QList<QJsonObject> summaries = run.events(s("summary"));
    QCOMPARE(texts(summaries, "peer"), (QStringList{s("poor"), s("fine")}));
    QCOMPARE(texts(summaries, "health"), (QStringList{s("failed"), s("ok")}));

    ProgramRun lines(QStringList{s("monitor")} + options);
    QCOMPARE(lines.exitStatus(), 1);
    const QString told = QString::fromUtf8(lines.output());
    QVERIFY2(told.contains(s("  poor  It is not dialled because its secret is missing: ")), qPrintable(told));
    QVERIFY2(told.contains(s("Points to this side")), qPrintable(told));
}

void MonitorCommandTest::plainLinesInAPipe()
{
    ProgramRun run({s("monitor"), m_demo.url(s("/steady")).toString(),
                    m_demo.url(s("/reject?status=503")).toString(), s("--name"), s("edge-1"), s("--duration"),
                    s("0.5"), s("--ping-interval"), s("0.1")});
    QCOMPARE(run.exitStatus(), 1);
    const QStringList lines = QString::fromUtf8(run.output()).split(u'\n', Qt::SkipEmptyParts);
    static const QRegularExpression form(s("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z  .+  .+$"));
    for (const QString &line : lines) {
        QVERIFY2(form.match(line).hasMatch(), qPrintable(line));
        QVERIFY2(!line.contains(u'\x1b'), qPrintable(line));
    }
    const QString all = lines.join(u'\n');
    QVERIFY2(all.contains(s("edge-1  ping 1: ")), qPrintable(all));
    QVERIFY2(all.contains(s("503")), qPrintable(all));
    QVERIFY2(all.contains(s("edge-1  ok, pings ")), qPrintable(all));
    // Two or more peers: how they are doing together, and where to look.
    QVERIFY2(lines.last().contains(s("  all peers  ")), qPrintable(lines.last()));
    QVERIFY2(lines.last().contains(s("HTTP 503  Points to the peer, perhaps to a proxy.")),
             qPrintable(lines.last()));
}

void MonitorCommandTest::liveTableOnATerminal_data()
{
    QTest::addColumn<bool>("colours");
    QTest::newRow("in colours") << true;
    QTest::newRow("with NO_COLOR") << false;
}

void MonitorCommandTest::liveTableOnATerminal()
{
    QFETCH(bool, colours);
    QProcessEnvironment environment = ProgramRun::plainEnvironment();
    if (!colours)
        environment.insert(s("NO_COLOR"), s("1"));
    QProcess terminal;
    terminal.setProcessEnvironment(environment);
    terminal.start(s("script"), {s("-qec"),
                                 QStringLiteral("'%1' monitor '%2' --duration 1 --ping-interval 0.1")
                                     .arg(s(PONGWATCH_PROGRAM), m_demo.url(s("/steady")).toString()),
                                 s("/dev/null")});
    QVERIFY(terminal.waitForFinished());
    QCOMPARE(terminal.exitCode(), 0);
    const QString shown = QString::fromUtf8(terminal.readAllStandardOutput());
    QVERIFY2(shown.contains(s("\x1b[2A\x1b[J")), qPrintable(shown)); // redrawn in place: a heading and a row
    QVERIFY2(shown.contains(s("● ok")), qPrintable(shown));
    QCOMPARE(shown.contains(s("\x1b[32m")), colours);
}

void MonitorCommandTest::liveTableTellsOfLongDelays()
{
    QProcess terminal;
    terminal.setProcessEnvironment(ProgramRun::plainEnvironment());
    terminal.start(s("script"),
                   {s("-qec"),
                    QStringLiteral("stty cols 200 rows 40; '%1' monitor '%2' --duration 1")
                        .arg(s(PONGWATCH_PROGRAM), m_demo.url(s("/reject?status=404")).toString()),
                    s("/dev/null")});
    QVERIFY(terminal.waitForFinished());
    const QString shown = QString::fromUtf8(terminal.readAllStandardOutput());
    QVERIFY2(shown.contains(s("Handshake rejected: HTTP 404; tried at least every 15 min")),
             qPrintable(shown));
}

void MonitorCommandTest::reportsAreWritten()
{
    const QTemporaryDir folder;
    const QStringList files{folder.filePath(s("a.json")), folder.filePath(s("a.csv")),
                            folder.filePath(s("a.html"))};
    ProgramRun run(monitor({m_demo.url(s("/close?after=0.3&code=1012&reason=deploy")).toString(),
                            s("--exit-on-failure"), s("--ping-interval"), s("0.1"), s("--report"), files[0],
                            s("--report"), files[1], s("--report"), files[2]}));
    QCOMPARE(run.exitStatus(), 1);
    for (const QString &name : files)
        QVERIFY(QFile::exists(name));
    QFile json(files[0]);
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonDocument report = QJsonDocument::fromJson(json.readAll());
    QCOMPARE(report[s("incidents")].toArray().size(), 1);
    QCOMPARE(report[s("incidents")][0][s("cause")].toString(), s("peer-close"));
    QCOMPARE(report[s("peers")][0][s("pongs")].toInt(), run.events(s("pong")).size());
}

QTEST_GUILESS_MAIN(MonitorCommandTest)
#include "tst_monitorcommand.moc"
