// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/honesttest.h"
#include "tests/support/peerprocess.h"
#include "tests/support/testcertificates.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

using namespace Pongwatch::TestSupport;

/// What a TLS client says to a server with each of the certificates.
class TestCertificatesTest : public HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isJudged_data();
    void isJudged();
    void servesAnOlderTls();
    void letsInAClientWithACertificate_data();
    void letsInAClientWithACertificate();

private:
    [[nodiscard]] QSslConfiguration trusting() const;

    TestCertificates m_certificates;
};

void TestCertificatesTest::initTestCase()
{
    QCOMPARE(m_certificates.make(), QString());
}

QSslConfiguration TestCertificatesTest::trusting() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(m_certificates.authority()));
    return configuration;
}

void TestCertificatesTest::isJudged_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QList<QSslError::SslError>>("errors");

    const auto row = [](const char *name, const CertificateFiles &files,
                        const QList<QSslError::SslError> &errors) {
        QTest::newRow(name) << files.certificate << files.key << errors;
    };
    row("good", m_certificates.good(), {});
    row("expired", m_certificates.expired(), {QSslError::CertificateExpired});
    row("for another host", m_certificates.wrongHost(), {QSslError::HostNameMismatch});
    row("self-signed", m_certificates.selfSigned(), {QSslError::SelfSignedCertificate});
}

void TestCertificatesTest::isJudged()
{
    QFETCH(const QString, certificate);
    QFETCH(const QString, key);
    QFETCH(const QList<QSslError::SslError>, errors);
    PeerProcess server = PeerProcess::websocketsServer({QStringLiteral("--tls"), certificate, key});
    QCOMPARE(server.listen(), QString());

    QSslSocket socket;
    socket.setSslConfiguration(trusting());
    QList<QSslError::SslError> found;
    connect(&socket, &QSslSocket::sslErrors, this, [&found](const QList<QSslError> &all) {
        for (const QSslError &error : all)
            found << error.error();
    });
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.port());

    QTRY_VERIFY(socket.isEncrypted() || socket.state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(found, errors);
    QCOMPARE(socket.isEncrypted(), errors.isEmpty());
}

void TestCertificatesTest::servesAnOlderTls()
{
    const CertificateFiles good = m_certificates.good();
    PeerProcess server = PeerProcess::nodeServer({QStringLiteral("--tls"), good.certificate, good.key,
                                                  QStringLiteral("--tls-only"), QStringLiteral("TLSv1.1")});
    QCOMPARE(server.listen(), QString());

    QSslSocket socket;
    socket.setSslConfiguration(trusting());
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.port());

    QTRY_COMPARE(socket.error(), QAbstractSocket::SslHandshakeFailedError);
    QVERIFY2(socket.errorString().contains(QStringLiteral("protocol")), qPrintable(socket.errorString()));
}

void TestCertificatesTest::letsInAClientWithACertificate_data()
{
    QTest::addColumn<bool>("shown");

    QTest::newRow("with a certificate") << true;
    QTest::newRow("without one") << false;
}

void TestCertificatesTest::letsInAClientWithACertificate()
{
    QFETCH(const bool, shown);
    const CertificateFiles good = m_certificates.good();
    PeerProcess server =
        PeerProcess::websocketsServer({QStringLiteral("--tls"), good.certificate, good.key,
                                       QStringLiteral("--client-ca"), m_certificates.authority()});
    QCOMPARE(server.listen(), QString());

    QSslSocket socket;
    QSslConfiguration configuration = trusting();
    if (shown) {
        QFile key(m_certificates.client().key);
        QVERIFY(key.open(QIODevice::ReadOnly));
        configuration.setLocalCertificateChain(
            QSslCertificate::fromPath(m_certificates.client().certificate));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    }
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.port());
    socket.write("GET / HTTP/1.1\r\n\r\n");

    // In TLS 1.3 a client learns that its certificate is missing only after the handshake.
    if (shown)
        QTRY_VERIFY(socket.bytesAvailable() > 0);
    else
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.bytesAvailable() > 0, shown);
}

QTEST_GUILESS_MAIN(TestCertificatesTest)
#include "tst_testcertificates.moc"
