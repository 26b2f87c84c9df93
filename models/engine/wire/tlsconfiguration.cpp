// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/tlsconfiguration.h"

#include "engine/values/foreigntext.h"
#include "engine/values/regularfile.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QSslSocket>

namespace Pongwatch
{

namespace
{

constexpr qsizetype maxName = 200;
constexpr qint64 maxFileBytes = qint64(16) * 1024 * 1024;

struct TlsConfigurationStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::TlsConfiguration)
};

Result<QList<QSslCertificate>> readCertificates(const QString &doing, const QString &path)
{
    const Result<QByteArray> pem = readRegularFile(doing, path, maxFileBytes);
    if (!pem)
        return pem.error();
    QList<QSslCertificate> certificates = QSslCertificate::fromData(pem.value(), QSsl::Pem);
    if (certificates.isEmpty())
        return Error{doing, path, TlsConfigurationStrings::tr("it holds no certificate in PEM")};
    return certificates;
}

Result<QSslKey> readKey(const QString &path)
{
    const QString doing = TlsConfigurationStrings::tr("reading the client's key");
    const Result<QByteArray> pem = readRegularFile(doing, path, maxFileBytes);
    if (!pem)
        return pem.error();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem.value(), algorithm, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return Error{
        doing, path,
        TlsConfigurationStrings::tr("it contains no PEM private key that can be read without a passphrase")};
}

} // namespace

Result<QSslConfiguration> makeTlsConfiguration(const TlsSettings &settings)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(settings.verify ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);

    if (!settings.caFile.isEmpty()) {
        Result<QList<QSslCertificate>> authorities =
            readCertificates(TlsConfigurationStrings::tr("reading the trusted authorities"), settings.caFile);
        if (!authorities)
            return authorities.error();
        configuration.setCaCertificates(authorities.value());
    }
    if (!settings.clientCertificate.isEmpty()) {
        Result<QList<QSslCertificate>> chain = readCertificates(
            TlsConfigurationStrings::tr("reading the client's certificate"), settings.clientCertificate);
        if (!chain)
            return chain.error();
        // A file may contain both.
        Result<QSslKey> key =
            readKey(settings.clientKey.isEmpty() ? settings.clientCertificate : settings.clientKey);
        if (!key)
            return key.error();
        configuration.setLocalCertificateChain(chain.value());
        configuration.setPrivateKey(key.value());
    } else if (!settings.clientKey.isEmpty()) {
        return Error{TlsConfigurationStrings::tr("reading the client's key"), settings.clientKey,
                     TlsConfigurationStrings::tr("there is no certificate that it belongs to")};
    }
    return configuration;
}

TlsFacts tlsFactsOf(const QSslSocket &socket, bool verified)
{
    const QSslCipher cipher = socket.sessionCipher();
    const QSslCertificate certificate = socket.peerCertificate();
    TlsFacts facts;
    facts.protocol = cipher.protocolString();
    facts.cipher = cipher.name();
    facts.certificateExpires = certificate.expiryDate().toUTC();
    facts.certificateSubject = harmlessText(certificate.subjectDisplayName(), maxName);
    facts.certificateIssuer = harmlessText(certificate.issuerDisplayName(), maxName);
    facts.verified = verified;
    return facts;
}

} // namespace Pongwatch
