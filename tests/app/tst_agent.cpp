// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/journalentry.h"
#include "demo/demofleet.h"
#include "tests/app/metricsat.h"
#include "tests/app/programrun.h"
#include "tests/support/honesttest.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Pongwatch;
using namespace Pongwatch::TestSupport;

namespace
{

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Where a service tells systemd how it is.
class NotifySocket
{
public:
    NotifySocket()
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(this->path());
        std::copy(path.cbegin(), path.cend(), std::begin(address.sun_path));
        m_descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        m_isBound = ::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~NotifySocket() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(NotifySocket)

    [[nodiscard]] bool isBound() const { return m_isBound; }
    [[nodiscard]] QString path() const { return m_folder.filePath(s("notify")); }

    /// All that was told so far, one message behind the other.
    const QByteArray &said()
    {
        std::array<char, 4096> bytes{};
        for (ssize_t count = 0; (count = ::recv(m_descriptor, bytes.data(), bytes.size(), 0)) > 0;)
            m_said += QByteArray(bytes.data(), count) + "\n\n";
        return m_said;
    }

private:
    QTemporaryDir m_folder;
    int m_descriptor = -1;
    bool m_isBound = false;
    QByteArray m_said;
};

QByteArray profile(const QString &name, const QUrl &url, const QByteArray &more = {})
{
    return "{\"name\": \"" + name.toUtf8() + "\", \"url\": \"" + url.toString().toUtf8() + "\"" + more + "}";
}

} // namespace

/// `pongwatch agent` as systemd runs it.
class AgentTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesANewWorkspaceWithoutTouchingOtherPeers();
    void aBrokenWorkspaceLeavesAllAsItWas();
    void feedsTheWatchdogWhileAllThreadsAnswer();
    void endsCleanlyOnSigterm();
    void aPeerWithoutItsSecretIsToldOf();
    void mistakesAreTold_data();
    void mistakesAreTold();
    void tellsTheJournalWithFields();
    void entriesOfTheJournal_data();
    void entriesOfTheJournal();
    void theUnitIsSoundAndHardened();

private:
    QString workspaceFile() const { return m_folder.filePath(s("agent.pongwatch")); }
    bool writeWorkspace(const QByteArrayList &profiles, const QByteArray &more = {})
    {
        QSaveFile file(workspaceFile());
        return file.open(QIODevice::WriteOnly) &&
               file.write("{\"pongwatch\": 1, \"defaults\": {\"ping_interval_s\": 0.2, \"proxy\": \"none\"" +
                          more + "}, \"profiles\": [" + profiles.join(", ") + "]}") > 0 &&
               file.commit();
    }
    QStringList agent(const QStringList &more = {}) const
    {
        return QStringList{s("agent"),       s("--workspace"), workspaceFile(), s("--metrics"),
                           s("127.0.0.1:0"), s("--vantage"),   s("here")} +
               more;
    }
    QProcessEnvironment asService() const
    {
        QProcessEnvironment environment = ProgramRun::plainEnvironment();
        environment.insert(s("NOTIFY_SOCKET"), m_notify->path());
        return environment;
    }
    /// The port of its metrics; 0: it has not told it yet.
    static quint16 portOf(ProgramRun &run)
    {
        static const QRegularExpression place(s("metrics at http://127\\.0\\.0\\.1:(\\d+)/metrics"));
        return static_cast<quint16>(place.match(QString::fromUtf8(run.errors())).captured(1).toUInt());
    }
    /// The value of a metric of a peer; empty when there is no such line.
    static QByteArray value(quint16 port, const QByteArray &metric, const QByteArray &peer)
    {
        const QByteArray start =
            peer.isEmpty() ? QByteArray(metric + '{') : QByteArray(metric + "{peer=\"" + peer + '"');
        for (const QByteArray &line : metricsAt(port).split('\n'))
            if (line.startsWith(start))
                return line.mid(line.lastIndexOf(' ') + 1);
        return {};
    }

    DemoFleet m_demo;
    QTemporaryDir m_folder;
    std::unique_ptr<NotifySocket> m_notify;
};

void AgentTest::initTestCase()
{
    QCOMPARE(m_demo.start(), QString());
    m_notify = std::make_unique<NotifySocket>();
    QVERIFY(m_notify->isBound());
}

void AgentTest::takesANewWorkspaceWithoutTouchingOtherPeers()
{
    const QByteArray openedAt = "pongwatch_connection_opened_timestamp_seconds";
    const QUrl steady = m_demo.url(s("/steady"));
    QVERIFY(writeWorkspace({profile(s("stays"), steady), profile(s("is filed elsewhere"), steady),
                            profile(s("pings otherwise"), steady), profile(s("is dialled otherwise"), steady),
                            profile(s("goes"), steady)}));
    m_notify = std::make_unique<NotifySocket>();
    ProgramRun run(agent(), asService());
    QTRY_VERIFY(m_notify->said().contains("READY=1\nSTATUS=Watching 5 peer"));
    quint16 port = 0;
    QTRY_VERIFY((port = portOf(run)) > 0); // it is told by another pipe
    const QByteArrayList untouched{"stays", "is filed elsewhere", "pings otherwise"};
    QByteArrayList before;
    for (const QByteArray &name : untouched) {
        QByteArray when;
        QTRY_VERIFY(!(when = value(port, openedAt, name)).isEmpty());
        before.append(when);
    }
    QByteArray otherBefore;
    QTRY_VERIFY(!(otherBefore = value(port, openedAt, "is dialled otherwise")).isEmpty());
    QTRY_VERIFY(value(port, "pongwatch_ping_rtt_seconds_count", "stays").toInt() >= 2);
    const int answeredBefore = value(port, "pongwatch_ping_rtt_seconds_count", "stays").toInt();

    QVERIFY(writeWorkspace({profile(s("comes"), steady), profile(s("stays"), steady),
                            profile(s("is filed elsewhere"), steady, ", \"tags\": [\"eu\"]"),
                            profile(s("pings otherwise"), steady, ", \"ping_interval_s\": 0.1"),
                            profile(s("is dialled otherwise"), m_demo.url(s("/jitter")))}));
    run.interrupt(SIGHUP);
    QTRY_VERIFY(!value(port, openedAt, "comes").isEmpty());
    QTRY_VERIFY(QString::fromUtf8(run.errors())
                    .contains(s("read again: peers added 1, changed 2, removed 1, unchanged 2.")));
    QTRY_VERIFY(m_notify->said().count("READY=1") == 2 && m_notify->said().contains("RELOADING=1\n"));
    QTRY_VERIFY(value(port, openedAt, "is dialled otherwise").toDouble() > otherBefore.toDouble());
    // The ages of the connections go on, and so do the counts.
    for (qsizetype i = 0; i < untouched.size(); ++i)
        QCOMPARE(value(port, openedAt, untouched[i]), before[i]);
    QCOMPARE(value(port, "pongwatch_connections_total", "stays"), QByteArray("1"));
    QVERIFY(value(port, "pongwatch_ping_rtt_seconds_count", "stays").toInt() >= answeredBefore);
    QVERIFY(value(port, "pongwatch_peer_up", "goes").isEmpty());
    QVERIFY(!run.errors().contains("stays: ended"));
    run.interrupt(SIGTERM);
    QCOMPARE(run.exitStatus(), 0);
}

void AgentTest::aBrokenWorkspaceLeavesAllAsItWas()
{
    QVERIFY(writeWorkspace({profile(s("stays"), m_demo.url(s("/steady")))}));
    ProgramRun run(agent(), asService());
    quint16 port = 0;
    QTRY_VERIFY((port = portOf(run)) > 0);
    QTRY_COMPARE(value(port, "pongwatch_peer_up", "stays"), QByteArray("1"));
    QFile file(workspaceFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"pongwatch\": 1,\n \"profiles\": [");
    file.close();
    run.interrupt(SIGHUP);
    QTRY_VERIFY(QString::fromUtf8(run.errors()).contains(s(". The peers stay as they were.")));
    QVERIFY(QString::fromUtf8(run.errors()).contains(s("line 2")));
    QCOMPARE(value(port, "pongwatch_workspace_last_reload_successful", {}), QByteArray("0"));
    QCOMPARE(value(port, "pongwatch_peer_up", "stays"), QByteArray("1"));
    QVERIFY(writeWorkspace({profile(s("stays"), m_demo.url(s("/steady")))}));
    run.interrupt(SIGHUP);
    QTRY_COMPARE(value(port, "pongwatch_workspace_last_reload_successful", {}), QByteArray("1"));
    QCOMPARE(value(port, "pongwatch_connections_total", "stays"), QByteArray("1"));
}

void AgentTest::feedsTheWatchdogWhileAllThreadsAnswer()
{
    QVERIFY(writeWorkspace({profile(s("stays"), m_demo.url(s("/steady")))}));
    m_notify = std::make_unique<NotifySocket>();
    QProcessEnvironment environment = asService();
    environment.insert(s("WATCHDOG_USEC"), s("300000"));
    ProgramRun run(agent(), environment);
    QTRY_VERIFY(m_notify->said().count("WATCHDOG=1") >= 3);
    QVERIFY(m_notify->said().indexOf("READY=1") < m_notify->said().indexOf("WATCHDOG=1"));
}

void AgentTest::endsCleanlyOnSigterm()
{
    QVERIFY(writeWorkspace({profile(s("one"), m_demo.url(s("/steady")))}));
    m_notify = std::make_unique<NotifySocket>();
    ProgramRun run(agent(), asService());
    quint16 port = 0;
    QTRY_VERIFY((port = portOf(run)) > 0);
    QTRY_COMPARE(value(port, "pongwatch_peer_up", "one"), QByteArray("1"));
    run.interrupt(SIGTERM);
    QCOMPARE(run.exitStatus(), 0);
    QVERIFY(m_notify->said().contains("STOPPING=1\n"));
    QVERIFY(run.errors().contains("one: ended (local-close)"));
}

void AgentTest::aPeerWithoutItsSecretIsToldOf()
{
    QVERIFY(
        writeWorkspace({profile(s("whole"), m_demo.url(s("/steady"))),
                        profile(s("lacks"), m_demo.url(s("/steady")),
                                R"(, "auth": {"kind": "bearer", "secret": "$PONGWATCH_TEST_NO_SUCH"})")}));
    ProgramRun run(agent({s("--trust-workspace")}), asService());
    quint16 port = 0;
    QTRY_VERIFY((port = portOf(run)) > 0);
    QTRY_COMPARE(value(port, "pongwatch_peer_up", "whole"), QByteArray("1"));
    QCOMPARE(value(port, "pongwatch_peer_up", "lacks"), QByteArray("0"));
    const QString said = QString::fromUtf8(run.errors());
    QVERIFY2(said.contains(s("  lacks: ")) && said.contains(s("PONGWATCH_TEST_NO_SUCH")), qPrintable(said));
}

void AgentTest::mistakesAreTold_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("nothing") << QStringList{} << s("agent needs --workspace and --metrics");
    QTest::newRow("a URL") << QStringList{s("ws://a/")} << s("agent takes no URLs");
    QTest::newRow("no such workspace")
        << QStringList{s("--workspace"), s("/nowhere.pongwatch"), s("--metrics"), s(":0")}
        << s("/nowhere.pongwatch");
}

void AgentTest::mistakesAreTold()
{
    QFETCH(QStringList, options);
    QFETCH(QString, complaint);
    ProgramRun run(QStringList{s("agent")} + options);
    QCOMPARE(run.exitStatus(), 2);
    QVERIFY2(QString::fromUtf8(run.errors()).contains(complaint), run.errors().constData());
    QCOMPARE(run.errors().count('\n'), 1);
}

void AgentTest::tellsTheJournalWithFields()
{
    QVERIFY(writeWorkspace({profile(s("edge-1"), m_demo.url(s("/close?after=0&code=1012&reason=deploy")))}));
    // A journal of our own: a socket in a file system over /run that only these processes see.
    const QString script =
        s("import os, socket, subprocess, sys\n"
          "os.makedirs('/run/systemd/journal')\n"
          "journal = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
          "journal.bind('/run/systemd/journal/socket')\n"
          "journal.settimeout(20)\n"
          "read, write = os.pipe()\n"
          "where = os.fstat(write)\n"
          "environment = dict(os.environ, JOURNAL_STREAM='%d:%d' % (where.st_dev, where.st_ino))\n"
          "agent = subprocess.Popen(sys.argv[1:], stderr=write, env=environment)\n"
          "try:\n"
          "    while True:\n"
          "        entry = journal.recv(65536)\n"
          "        if b'PONGWATCH_EVENT=closed\\n' in entry:\n"
          "            sys.stdout.buffer.write(entry)\n"
          "            break\n"
          "finally:\n"
          "    agent.kill()\n"
          "    agent.wait()\n");
    QProcess process;
    QStringList command{s("--user"),  s("--map-root-user"),
                        s("--mount"), s("sh"),
                        s("-c"),      s("mount -t tmpfs none /run && exec /usr/bin/python3 \"$@\""),
                        s("sh"),      s("-c"),
                        script,       s(PONGWATCH_PROGRAM)};
    if (::geteuid() == 0)
        command = command.mid(2);
    process.start(s("unshare"), command + agent());
    // The peer is in this process: its events are served meanwhile.
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    const QByteArray entry = process.readAllStandardOutput();
    QVERIFY2(!entry.isEmpty(), process.readAllStandardError().constData());
    const QByteArrayList lines = entry.split('\n');
    for (const char *line :
         {"PRIORITY=4", "SYSLOG_IDENTIFIER=pongwatch-agent", "PONGWATCH_VANTAGE=here",
          "PONGWATCH_PEER=edge-1", "PONGWATCH_CAUSE=peer-close", "PONGWATCH_INITIATOR=peer",
          "PONGWATCH_SUSPECTS=peer", "PONGWATCH_CLOSE_CODE=1012"})
        QVERIFY2(lines.contains(line), entry.constData());
    QVERIFY2(entry.contains("MESSAGE=edge-1: ended (peer-close): "), entry.constData());
}

void AgentTest::entriesOfTheJournal_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("priority");
    QTest::addColumn<QString>("fields");
    QTest::newRow("opened") << 0 << 6
                            << s("PONGWATCH_EVENT=open PONGWATCH_ADDRESS=127.0.0.1:1 PONGWATCH_PEER=a");
    QTest::newRow("closed here")
        << 1 << 6
        << s("PONGWATCH_EVENT=closed PONGWATCH_CAUSE=local-close PONGWATCH_INITIATOR=local "
             "PONGWATCH_CLOSE_CODE=1000 PONGWATCH_AGE_S=1.5 PONGWATCH_PEER=a");
    QTest::newRow("refused")
        << 2 << 4
        << s("PONGWATCH_EVENT=closed PONGWATCH_CAUSE=refused PONGWATCH_INITIATOR=unknown "
             "PONGWATCH_SUSPECTS=peer PONGWATCH_CLOSE_CODE=1006 PONGWATCH_PHASE=tcp "
             "PONGWATCH_PEER=a");
    QTest::newRow("timed out")
        << 3 << 4
        << s("PONGWATCH_EVENT=timeout PONGWATCH_EVIDENCE=path-silent PONGWATCH_WAITED_S=20 "
             "PONGWATCH_PEER=a");
    QTest::newRow("stale") << 4 << 4 << s("PONGWATCH_EVENT=stale PONGWATCH_WAITED_S=30 PONGWATCH_PEER=a");
    QTest::newRow("feed goes on") << 5 << 6 << s("PONGWATCH_EVENT=feed PONGWATCH_PEER=a");
    QTest::newRow("suspended") << 6 << 5 << s("PONGWATCH_EVENT=suspended PONGWATCH_PEER=a");
    QTest::newRow("state") << 7 << 0 << QString();
}

void AgentTest::entriesOfTheJournal()
{
    QFETCH(int, kind);
    ConnectionEvent event;
    Closed closed;
    switch (kind) {
    case 0: {
        Opened opened;
        opened.address = s("127.0.0.1:1");
        event.what = opened;
        break;
    }
    case 1:
        closed.verdict.cause = Cause::LocalClose;
        closed.verdict.initiator = Initiator::Local;
        closed.verdict.closeCode = 1000;
        closed.verdict.age = milliseconds(1500);
        event.what = closed;
        break;
    case 2:
        closed.verdict.cause = Cause::Refused;
        closed.verdict.phase = DialPhase::Tcp;
        event.what = closed;
        break;
    case 3:
        event.what = PingTimedOut{1, seconds(20), Evidence::PathSilent, {}};
        break;
    case 4:
        event.what = FeedStale{seconds(30)};
        break;
    case 5:
        event.what = FeedStale{{}, 3, true};
        break;
    case 6:
        event.what = Suspended{seconds(9)};
        break;
    default:
        event.what = StateChanged{};
    }
    const auto entry = journalEntry(s("a"), event, s("Why."));
    QTEST(entry ? static_cast<int>(entry->priority) : 0, "priority");
    QStringList fields;
    for (const auto &[name, text] : entry ? entry->fields : decltype(entry->fields)())
        fields.append(QString::fromLatin1(name) + u'=' + text);
    QTEST(fields.join(u' '), "fields");
    QVERIFY(!entry || !entry->message.isEmpty());
}

void AgentTest::theUnitIsSoundAndHardened()
{
    QFile unit(s(PONGWATCH_UNIT));
    QVERIFY(unit.open(QIODevice::ReadOnly));
    QByteArray text = unit.readAll();
    // As installed, but for the program's place and its manual page.
    QVERIFY(text.contains("ExecStart=/usr/bin/pongwatch-agent agent "));
    // Without it, systemd ends the agent as soon as it asks for a thread's priority, which it can do without.
    QVERIFY(text.contains("\nSystemCallErrorNumber=EPERM\n"));
    text.replace("/usr/bin/pongwatch-agent", "/bin/true");
    text.replace("Documentation=man:pongwatch-agent(8)\n", "");
    QFile copy(m_folder.filePath(s("pongwatch-agent.service")));
    QVERIFY(copy.open(QIODevice::WriteOnly));
    copy.write(text);
    copy.close();
    const auto analyze = [&copy](const QStringList &what) -> QString {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(s("systemd-analyze"), what + QStringList{copy.fileName()});
        process.waitForFinished();
        return QString::fromUtf8(process.readAll()) + s("status %1").arg(process.exitCode());
    };
    QCOMPARE(analyze({s("verify")}), s("status 0"));
    const QString exposure =
        analyze({s("security"), s("--offline=true"), s("--no-pager"), s("--threshold=15")});
    QVERIFY2(exposure.endsWith(s("status 0")), qPrintable(exposure));
}

QTEST_GUILESS_MAIN(AgentTest)
#include "tst_agent.moc"
