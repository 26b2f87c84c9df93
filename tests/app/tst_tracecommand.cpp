// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QFile>
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

/// Replaces mtr-packet: three routers and a destination, of which hop 2 limits its answers. Answers only up
/// to $LAST_HOP.
const char *const fakeMtrPacket = R"(#!/usr/bin/python3
import os, sys
last, probes = int(os.environ.get("LAST_HOP", "99")), 0
for line in sys.stdin:
    words = line.split()
    if words[1] == "check-support":
        print(words[0], "feature-support support", "0.95" if words[3] == "version" else "ok", flush=True)
        continue
    ttl, probes = int(words[words.index("ttl") + 1]), probes + 1
    if ttl > last or (ttl == 2 and probes % 2 == 0):
        print(words[0], "no-reply", flush=True)
    elif ttl >= 4:
        print(words[0], "reply ip-4", words[3], "round-trip-time 400", flush=True)
    else:
        print(words[0], f"ttl-expired ip-4 10.9.0.{ttl} round-trip-time {ttl}00", flush=True)
)";

} // namespace

/// `pongwatch trace` as a user runs it, with the test's program instead of mtr-packet.
class TestTraceCommand : public HonestTest
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QProcessEnvironment environment(int lastHop = 99) const
    {
        QProcessEnvironment environment = ProgramRun::plainEnvironment();
        environment.insert(s("PATH"), m_folder.path());
        environment.insert(s("LAST_HOP"), QString::number(lastHop));
        environment.insert(s("no_proxy"), s("*"));
        return environment;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_folder.filePath(s("mtr-packet")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(fakeMtrPacket);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void reachedPeer()
    {
        ProgramRun run({s("trace"), s("ws://203.0.113.7:9001/"), s("-n"), s("-c"), s("3")}, environment());
        QCOMPARE(run.exitStatus(), 0);
        QCOMPARE(run.errors(), QByteArray());
        const QStringList lines = QString::fromUtf8(run.output()).split(u'\n');
        QCOMPARE(lines[0], s("Path to 203.0.113.7:9001 by TCP, 3 probes of each hop"));
        QVERIFY(lines[1].startsWith(s("hop address")));
        QVERIFY(lines[2].startsWith(s("1   10.9.0.1")));
        QVERIFY(lines[5].startsWith(s("4   203.0.113.7")));
        QVERIFY2(lines[7].startsWith(s("The path is whole: the peer answers over 4 hop")),
                 qPrintable(lines[7]));
    }

    void linesOfJson()
    {
        ProgramRun run({s("trace"), s("wss://203.0.113.7/chat?token=secret"), s("-n"), s("-c"), s("2"),
                        s("--output"), s("jsonl")},
                       environment(3));
        QCOMPARE(run.exitStatus(), 1);
        QCOMPARE(run.events(s("start")).size(), 1);
        const QList<QJsonObject> hops = run.events(s("hop"));
        QVERIFY(hops.size() > 3);
        QCOMPARE(hops[0][s("ttl")].toInt(), 1);
        QCOMPARE(hops[0][s("address")].toString(), s("10.9.0.1"));
        QCOMPARE(hops[0][s("sent")].toInt(), 2);
        QCOMPARE(hops[0][s("received")].toInt(), 2);
        QCOMPARE(hops[0][s("rtt_ms")].toObject()[s("p50")].toDouble(), 0.1);
        QVERIFY(!hops[3].contains(s("address")));
        QVERIFY(!hops[3].contains(s("rtt_ms")));
        const QJsonObject path = run.events(s("path")).value(0);
        QCOMPARE(path[s("address")].toString(), s("203.0.113.7:443"));
        QCOMPARE(path[s("protocol")].toString(), s("tcp"));
        QCOMPARE(path[s("reason")].toString(), s("by-hand"));
        QCOMPARE(path[s("reached")].toBool(true), false);
        QCOMPARE(path[s("result")].toString(), s("ends"));
        QCOMPARE(path[s("last_hop")].toInt(), 3);
        QVERIFY(path[s("explanation")].toString().contains(s("Nothing answers beyond hop 3 (10.9.0.3)")));
        QVERIFY(!run.output().contains("secret"));
    }

    void proxyIsTracedInThePeersPlace()
    {
        ProgramRun run({s("trace"), s("wss://edge.example/"), s("--proxy"), s("http://203.0.113.50:3128"),
                        s("-n"), s("-c"), s("2")},
                       environment());
        QCOMPARE(run.exitStatus(), 0);
        QVERIFY(run.output().startsWith("Path to the proxy 203.0.113.50:3128"));
        QVERIFY(run.output().contains("The trace goes to the proxy"));
    }

    void otherAddressIsTraced()
    {
        ProgramRun run({s("trace"), s("wss://edge.example/"), s("--connect-to"), s("203.0.113.9:8443"),
                        s("-n"), s("-c"), s("1"), s("--protocol"), s("icmp")},
                       environment());
        QCOMPARE(run.exitStatus(), 0);
        QVERIFY(run.output().startsWith("Path to 203.0.113.9 by ICMP"));
    }

    void whatCantBeTracedIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("nothing") << QStringList{} << QByteArray("give one URL");
        QTest::newRow("two") << QStringList{s("ws://a/"), s("ws://b/")} << QByteArray("give one URL");
        QTest::newRow("no URL") << QStringList{s("http://a/")} << QByteArray("http");
        QTest::newRow("another protocol")
            << QStringList{s("ws://a/"), s("--protocol"), s("sctp")} << QByteArray("sctp");
        QTest::newRow("no probes") << QStringList{s("ws://a/"), s("-c"), s("0")} << QByteArray("-c");
        QTest::newRow("another form")
            << QStringList{s("ws://a/"), s("--output"), s("xml")} << QByteArray("xml");
        QTest::newRow("a socket of this machine")
            << QStringList{s("ws://a/"), s("--connect-to"), s("unix:/run/a.sock")}
            << QByteArray("there is no network path");
        QTest::newRow("an unknown host")
            << QStringList{s("ws://nothing.invalid/")} << QByteArray("nothing.invalid");
    }

    void whatCantBeTracedIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        ProgramRun run(QStringList{s("trace")} + arguments, environment());
        QCOMPARE(run.exitStatus(), 2);
        QCOMPARE(run.output(), QByteArray());
        QCOMPARE(run.errors().count('\n'), 1);
        QVERIFY2(run.errors().contains(words), run.errors().constData());
    }

    void missingMtrIsSaid()
    {
        QProcessEnvironment without = environment();
        QTemporaryDir empty;
        without.insert(s("PATH"), empty.path());
        ProgramRun run({s("trace"), s("ws://203.0.113.7/"), s("-n")}, without);
        QCOMPARE(run.exitStatus(), 2);
        QCOMPARE(run.output(), QByteArray());
        QVERIFY2(run.errors().contains("Install the package mtr-tiny"), run.errors().constData());
    }

    void interruptedTraceShowsWhatItHas()
    {
        ProgramRun run({s("trace"), s("ws://203.0.113.7/"), s("-n"), s("-c"), s("100")}, environment());
        QTRY_VERIFY_WITH_TIMEOUT(run.output().startsWith("Path to"), 15000);
        run.interrupt(SIGINT);
        QCOMPARE(run.exitStatus(), 130);
        QVERIFY(run.output().contains("10.9.0.1"));
    }
};

QTEST_GUILESS_MAIN(TestTraceCommand)
#include "tst_tracecommand.moc"
