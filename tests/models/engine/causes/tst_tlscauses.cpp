// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis.h"
#include "tests/models/engine/causes/causeprobe.h"
#include "tests/models/engine/causes/rawpeer.h"
#include "tests/support/engine/bothclients.h"
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"
#include "tests/support/testcertificates.h"

#include <QTest>

using namespace Pongwatch;
using TestSupport::CauseProbe;
using TestSupport::CertificateFiles;
using TestSupport::dialOnce;
using TestSupport::PeerProcess;
using TestSupport::RawPeer;

/// TLS handshakes that fail, with the servers of others and certificates made for the test.
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
        // The other rows prove something only if a good certificate gets further.
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
