// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/tlsfault.h"
#include "engine/wire/certificatefaults.h"
#include "tests/support/honesttest.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Pongwatch;

Q_DECLARE_METATYPE(Pongwatch::TlsFault)

namespace
{

/// Another language for all of Qt's texts.
class OtherLanguage final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char * /*context*/, const char * /*source*/,
                                    const char * /*comment*/ = nullptr, int /*n*/ = -1) const override
    {
        return QStringLiteral("主机名与证书不符");
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestCertificateFaults : public TestSupport::HonestTest
{
    Q_OBJECT

private Q_SLOTS:
    void theFindingIsTheSameInEveryLanguage_data()
    {
        QTest::addColumn<QSslError::SslError>("error");
        QTest::addColumn<TlsFault>("fault");
        QTest::newRow("another host") << QSslError::HostNameMismatch << TlsFault::WrongHost;
        QTest::newRow("expired") << QSslError::CertificateExpired << TlsFault::Expired;
        QTest::newRow("not yet valid") << QSslError::CertificateNotYetValid << TlsFault::NotYetValid;
        QTest::newRow("self-signed") << QSslError::SelfSignedCertificate << TlsFault::SelfSigned;
        QTest::newRow("self-signed root") << QSslError::SelfSignedCertificateInChain << TlsFault::SelfSigned;
        QTest::newRow("revoked") << QSslError::CertificateRevoked << TlsFault::Revoked;
        QTest::newRow("unknown issuer")
            << QSslError::UnableToGetLocalIssuerCertificate << TlsFault::UnknownIssuer;
        QTest::newRow("incomplete chain")
            << QSslError::UnableToVerifyFirstCertificate << TlsFault::UnknownIssuer;
        QTest::newRow("untrusted root") << QSslError::CertificateUntrusted << TlsFault::UnknownIssuer;
    }

    void theFindingIsTheSameInEveryLanguage()
    {
        QFETCH(const QSslError::SslError, error);
        OtherLanguage language;
        QVERIFY(QCoreApplication::installTranslator(&language));
        const QString text = textOfTlsErrors({QSslError(error)});
        QTEST(classifyTlsFault(text), "fault");
        QVERIFY2(!text.contains(QStringLiteral("主机名")), qPrintable(text));
    }

    void eachIsSaidOnce()
    {
        const QString text =
            textOfTlsErrors({QSslError(QSslError::CertificateExpired), QSslError(QSslError::HostNameMismatch),
                             QSslError(QSslError::CertificateExpired)});
        QCOMPARE(text,
                 QStringLiteral("The certificate has expired; The host name did not match any of the valid "
                                "hosts for this certificate"));
    }
};

QTEST_GUILESS_MAIN(TestCertificateFaults)
#include "tst_certificatefaults.moc"
