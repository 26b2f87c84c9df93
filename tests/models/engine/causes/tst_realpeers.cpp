// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/models/engine/causes/serverprocess.h"
#include "tests/support/honesttest.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::dialOnce;
using TestSupport::pingEvery;
using TestSupport::ServerProcess;

namespace
{

/// nginx as one process, all its files in its own folder, in front of the server at `upstream`.
const char *const nginxConfiguration = R"(
daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log error.log;
events { worker_connections 64; }
http {
    access_log off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    server {
        listen 127.0.0.1:%1;
        location / {
            proxy_pass http://127.0.0.1:%2;
            proxy_http_version 1.1;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection "upgrade";
            proxy_read_timeout 2s;
        }
    }
}
)";

QUrl urlOf(quint16 port)
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(port));
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    return socket.waitForConnected(1000);
}

} // namespace

/// Verdicts about servers that others wrote: python-websockets, alone and behind nginx.
class TestRealPeers : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void serverThatShutsDown()
    {
        ServerProcess server;
        QCOMPARE(startWebsocketsServer(server), QString());
        CauseProbe probe;
        probe.watch(dialOnce(urlOf(server.port())));
        QTRY_COMPARE(probe.opens(), 1);
        server.signal(SIGTERM);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::PeerClose);
        QCOMPARE(int(verdict.closeCode), 1001);
    }

    void proxyReadTimeoutIsAnEofAtThatAge()
    {
        ServerProcess server;
        QCOMPARE(startWebsocketsServer(server), QString());
        QTemporaryDir folder;
        const quint16 port = freePort();
        ServerProcess nginx;
        QCOMPARE(startNginx(nginx, folder, port, server.port()), QString());
        QTRY_VERIFY(answers(port));

        ConnectionSettings settings = dialOnce(urlOf(port));
        settings.reconnect.enabled = true;
        settings.reconnect.initial = milliseconds(10);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_VERIFY_WITH_TIMEOUT(probe.verdicts().size() >= 2, 20000);
        for (const Verdict &verdict : probe.verdicts()) {
            QCOMPARE(verdict.cause, Cause::Eof);
            QCOMPARE(verdict.initiator, Initiator::Peer);
            QCOMPARE(int(verdict.closeCode), 1006);
            const auto inSeconds = QByteArray::number(toSeconds(verdict.age));
            QVERIFY2(verdict.age >= milliseconds(1900) && verdict.age <= seconds(4), inSeconds.constData());
            QVERIFY(verdict.sinceLastReceived && *verdict.sinceLastReceived >= milliseconds(1900));
        }
        const Verdict &second = probe.verdicts().at(1);
        QCOMPARE(second.similarEnds, 2U);
        QVERIFY2(explain(second).contains(QLatin1String("without a Close frame after 2")),
                 qPrintable(explain(second)));
    }

    void pingsKeepTheProxyFromCutting()
    {
        ServerProcess server;
        QCOMPARE(startWebsocketsServer(server), QString());
        QTemporaryDir folder;
        const quint16 port = freePort();
        ServerProcess nginx;
        QCOMPARE(startNginx(nginx, folder, port, server.port()), QString());
        QTRY_VERIFY(answers(port));

        CauseProbe probe;
        probe.watch(pingEvery(urlOf(port), milliseconds(500), seconds(10)));
        // Six pings take three seconds: longer than the proxy's patience.
        QTRY_VERIFY_WITH_TIMEOUT(probe.samples().size() >= 6, 20000);
        QVERIFY(probe.verdicts().empty());
    }

    void proxyWithoutAServerBehindIt()
    {
        QTemporaryDir folder;
        const quint16 port = freePort();
        ServerProcess nginx;
        QCOMPARE(startNginx(nginx, folder, port, freePort()), QString());
        QTRY_VERIFY(answers(port));

        CauseProbe probe;
        probe.watch(dialOnce(urlOf(port)));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::HandshakeRejected);
        QCOMPARE(probe.verdicts().front().httpStatus, std::optional<int>(502));
        QVERIFY(!probe.verdicts().front().final);
    }

    void serverKilledWithUnreadDataIsAReset()
    {
        ServerProcess server;
        QCOMPARE(startWebsocketsServer(server), QString());
        ConnectionSettings settings = pingEvery(urlOf(server.port()), milliseconds(100), milliseconds(300));
        settings.keepalive.onTimeout = OnTimeout::Keep;
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.opens(), 1);
        server.signal(SIGSTOP);
        // A missed pong means that our ping waits unread in the server.
        QTRY_VERIFY(!probe.timeouts().empty());
        QVERIFY(probe.verdicts().empty());
        server.signal(SIGKILL);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::Reset);
        QCOMPARE(int(verdict.closeCode), 1006);
        QVERIFY2(explain(verdict).contains(QLatin1String("was killed")), qPrintable(explain(verdict)));
    }

    void stoppedServerIsPeerSilent()
    {
        ServerProcess server;
        QCOMPARE(startWebsocketsServer(server), QString());
        CauseProbe probe;
        probe.watch(pingEvery(urlOf(server.port()), milliseconds(100), milliseconds(500)));
        QTRY_VERIFY(!probe.samples().empty());
        server.signal(SIGSTOP);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
        QCOMPARE(verdict.initiator, Initiator::Local);
#ifdef Q_OS_LINUX
        QCOMPARE(verdict.evidence, Evidence::PeerSilent);
        QCOMPARE(verdict.tcp->unacked, 0U);
        QCOMPARE(verdict.tcp->retransmits, 0U);
        QVERIFY2(explain(verdict).contains(QLatin1String("the process or a proxy in front of it hangs")),
                 qPrintable(explain(verdict)));
#endif
    }

    void peerThatStopsReadingIsNoticedInIntervalAndTimeout()
    {
        constexpr milliseconds interval{200};
        constexpr milliseconds timeout{1000};
        ServerProcess server;
        QCOMPARE(startWebsocketsServer(server), QString());
        CauseProbe probe;
        probe.watch(pingEvery(urlOf(server.port()), interval, timeout));
        QTRY_VERIFY(!probe.samples().empty());
        server.signal(SIGSTOP);
        // Far more than its receive window and our send buffer take together: the pings wait behind it.
        constexpr qsizetype plenty = 16 * 1024 * 1024;
        const SteadyTime stoppedAt = std::chrono::steady_clock::now();
        probe.monitor().sendText(probe.peer(), QString(plenty, u'x'));
        QTRY_VERIFY(!probe.timeouts().empty());
        const nanoseconds noticedAfter = std::chrono::steady_clock::now() - stoppedAt;
        // A second for the machine's own delays.
        QVERIFY2(noticedAfter <= interval + timeout + seconds(1),
                 QByteArray::number(toSeconds(noticedAfter)).constData());
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::KeepaliveTimeout);
#ifdef Q_OS_LINUX
        QCOMPARE(verdict.evidence, Evidence::PeerSilent);
        QVERIFY(verdict.tcp->unsentBytes > 0);
        QVERIFY2(explain(verdict).contains(QLatin1String("stopped reading")), qPrintable(explain(verdict)));
#endif
    }

private:
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

    static QString startNginx(ServerProcess &nginx, const QTemporaryDir &folder, quint16 port,
                              quint16 upstream)
    {
        const QString program = QStandardPaths::findExecutable(
            QStringLiteral("nginx"),
            {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/bin")});
        QFile file(folder.filePath(QStringLiteral("nginx.conf")));
        if (program.isEmpty() || !file.open(QIODevice::WriteOnly))
            return QStringLiteral("nginx is not installed, or its folder can't be written");
        const QString text =
            QString::fromLatin1(nginxConfiguration).arg(QString::number(port), QString::number(upstream));
        file.write(text.toUtf8());
        file.close();
        return nginx.start(program,
                           {QStringLiteral("-p"), folder.path() + u'/', QStringLiteral("-c"),
                            QStringLiteral("nginx.conf"), QStringLiteral("-e"), QStringLiteral("error.log")},
                           false);
    }
};

QTEST_GUILESS_MAIN(TestRealPeers)
#include "tst_realpeers.moc"
