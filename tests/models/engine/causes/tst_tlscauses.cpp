// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"
#include "tests/support/testcertificates.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

#include <sys/socket.h>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::CertificateFiles;
using TestSupport::dialOnce;
using TestSupport::PeerProcess;
using TestSupport::RawPeer;

/// TLS handshakes that fail, with other projects' servers and certificates made for the test.
class TestTlsCauses : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestSupport::runForBothClients(); }
    void initTestCase() { QCOMPARE(m_certificates.make(), QString()); }

    void refusedCertificates_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *name, const CertificateFiles &files, const char *title) {
            QTest::newRow(name) << files.certificate << files.key << QString::fromLatin1(title);
        };
        row("expired", m_certificates.expired(), "TLS: certificate expired");
        row("for another host", m_certificates.wrongHost(), "TLS: certificate for another host");
        row("self-signed", m_certificates.selfSigned(), "TLS: certificate self-signed");
    }

    void refusedCertificates()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, title);

        PeerProcess server = PeerProcess::websocketsServer({QStringLiteral("--tls"), certificate, key});
        QCOMPARE(server.listen(), QString());
        CauseProbe probe;
        probe.watch(trusting(server.port()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QCOMPARE(verdict.cause, Cause::Tls);
        QCOMPARE(verdict.initiator, Initiator::Local);
        QCOMPARE(verdict.phase, DialPhase::Tls);
        QCOMPARE(int(verdict.closeCode), 1015);
        QCOMPARE(probe.opens(), 0);
        QVERIFY2(shortTitle(verdict) == title, qPrintable(verdict.detail));
    }

    void trustedCertificatePasses()
    {
        // The other rows only prove something if a valid certificate gets further.
        PeerProcess server = tlsServer();
        QCOMPARE(server.listen(), QString());
        CauseProbe probe;
        probe.watch(trusting(server.port()));
        QTRY_COMPARE(probe.opens(), 1);
        QVERIFY(probe.lastOpened().tls);
        QVERIFY(probe.lastOpened().tls->verified);
        QVERIFY(probe.verdicts().empty());
    }

    void unknownIssuer()
    {
        PeerProcess server = tlsServer();
        QCOMPARE(server.listen(), QString());
        CauseProbe probe;
        probe.watch(dialOnce(urlOf(server.port())));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::Tls);
        QVERIFY2(shortTitle(probe.verdicts().front()) == QLatin1String("TLS: issuer not trusted"),
                 qPrintable(probe.verdicts().front().detail));
    }

    void noCommonProtocolVersion()
    {
        const CertificateFiles good = m_certificates.good();
        PeerProcess server =
            PeerProcess::nodeServer({QStringLiteral("--tls"), good.certificate, good.key,
                                     QStringLiteral("--tls-only"), QStringLiteral("TLSv1.1")});
        QCOMPARE(server.listen(), QString());
        CauseProbe probe;
        probe.watch(trusting(server.port()));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::Tls);
        QCOMPARE(probe.verdicts().front().phase, DialPhase::Tls);
        QVERIFY2(shortTitle(probe.verdicts().front()) == QLatin1String("TLS: no common protocol version"),
                 qPrintable(probe.verdicts().front().detail));
    }

    void serverThatNeverAnswersTheTlsHandshake()
    {
        RawPeer silent({.connected = [](QTcpSocket &) {}});
        ConnectionSettings settings = dialOnce(silent.url(QStringLiteral("wss")));
        settings.openTimeout = milliseconds(300);
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::OpenTimeout);
        QCOMPARE(probe.verdicts().front().phase, DialPhase::Tls);
    }

    void serverThatHangsUpAfterTheHandshake_data()
    {
        QTest::addColumn<bool>("isTls13");
        QTest::addColumn<bool>("asks");
        QTest::addColumn<bool>("sendsOne");
        QTest::addColumn<bool>("resets");
        QTest::addColumn<QString>("title");
        for (const bool isTls13 : {true, false}) {
            for (const bool resets : {true, false}) {
                const auto row = [&](const char *name, bool asks, bool sendsOne, const char *title) {
                    QTest::addRow("TLS %s, %s, %s", isTls13 ? "1.3" : "1.2", resets ? "reset" : "ended", name)
                        << isTls13 << asks << sendsOne << resets << QString::fromLatin1(title);
                };
                row("asked for a certificate, none is set", true, false, "TLS: client certificate wanted");
                row("asked for a certificate, one is set", true, true, "TLS: client certificate refused");
                const char *plain = resets ? "Reset before it was open" : "Ended before it was open";
                row("did not ask, none is set", false, false, plain);
                row("did not ask, one is set", false, true, plain);
            }
        }
    }

    void serverThatHangsUpAfterTheHandshake()
    {
        QFETCH(const bool, isTls13);
        QFETCH(const bool, asks);
        QFETCH(const bool, sendsOne);
        QFETCH(const bool, resets);
        QFETCH(const QString, title);
        QSslConfiguration configuration;
        const CertificateFiles good = m_certificates.good();
        QFile key(good.key);
        QVERIFY(key.open(QIODevice::ReadOnly));
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(good.certificate));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        if (configuration.privateKey().isNull()) {
            key.seek(0);
            configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        }
        configuration.setProtocol(isTls13 ? QSsl::TlsV1_3 : QSsl::TlsV1_2);
        configuration.setPeerVerifyMode(asks ? QSslSocket::QueryPeer : QSslSocket::VerifyNone);
        QSslServer server;
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QSslServer::pendingConnectionAvailable, this, [&server, resets] {
            QTcpSocket *client = server.nextPendingConnection();
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            const auto descriptor = static_cast<int>(client->socketDescriptor());
            const linger atOnce{1, 0};
            if (resets)
                ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
            else // so that the unread request does not turn it into a reset
                ::shutdown(descriptor, SHUT_WR);
            if (resets)
                client->abort();
        });
        ConnectionSettings settings = trusting(server.serverPort());
        if (sendsOne) {
            settings.tls.clientCertificate = m_certificates.client().certificate;
            settings.tls.clientKey = m_certificates.client().key;
        }
        CauseProbe probe;
        probe.watch(settings);
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        const Verdict &verdict = probe.verdicts().front();
        QVERIFY2(shortTitle(verdict) == title, qPrintable(shortTitle(verdict) + u' ' + explain(verdict)));
        QCOMPARE(explain(verdict).contains(QLatin1String("asked for a client certificate")), asks);
        QCOMPARE(suspicionOf(verdict).likely, Suspects(asks ? Suspect::ThisSide : Suspect::Peer));
        QCOMPARE(probe.opens(), 0);
    }

    void certificateThatAServerOfPythonRequires()
    {
        const CertificateFiles good = m_certificates.good();
        PeerProcess server =
            PeerProcess::websocketsServer({QStringLiteral("--tls"), good.certificate, good.key,
                                           QStringLiteral("--client-ca"), m_certificates.authority()});
        QCOMPARE(server.listen(), QString());
        ConnectionSettings settings = trusting(server.port());
        CauseProbe without;
        without.watch(settings);
        QTRY_COMPARE(without.verdicts().size(), std::size_t(1));
        QVERIFY2(shortTitle(without.verdicts().front()) == QLatin1String("TLS: client certificate wanted"),
                 qPrintable(explain(without.verdicts().front())));
        settings.tls.clientCertificate = m_certificates.client().certificate;
        settings.tls.clientKey = m_certificates.client().key;
        CauseProbe with;
        with.watch(settings);
        QTRY_COMPARE(with.opens(), 1);
    }

    void serverThatSpeaksNoTls()
    {
        RawPeer peer({.connected = [](QTcpSocket &socket) {
            socket.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        }});
        CauseProbe probe;
        probe.watch(dialOnce(peer.url(QStringLiteral("wss"))));
        QTRY_COMPARE(probe.verdicts().size(), std::size_t(1));
        QCOMPARE(probe.verdicts().front().cause, Cause::Tls);
        QVERIFY2(explain(probe.verdicts().front()).contains(QLatin1String("does not speak TLS")),
                 qPrintable(probe.verdicts().front().detail));
    }

private:
    [[nodiscard]] PeerProcess tlsServer() const
    {
        const CertificateFiles good = m_certificates.good();
        return PeerProcess::websocketsServer({QStringLiteral("--tls"), good.certificate, good.key});
    }

    static QUrl urlOf(quint16 port) { return QUrl(QStringLiteral("wss://127.0.0.1:%1/").arg(port)); }

    /// Settings that trust the test's authority.
    [[nodiscard]] ConnectionSettings trusting(quint16 port) const
    {
        ConnectionSettings settings = dialOnce(urlOf(port));
        settings.tls.caFile = m_certificates.authority();
        return settings;
    }

    TestSupport::TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestTlsCauses)
#include "tst_tlscauses.moc"
