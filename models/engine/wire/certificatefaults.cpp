// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/certificatefaults.h"

#include <QStringList>

namespace Pongwatch
{

namespace
{

/// Null: Qt's own text is used.
const char *englishOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
        return "The issuer certificate could not be found";
    case QSslError::UnableToGetLocalIssuerCertificate:
        return "The issuer certificate of a locally looked up certificate could not be found";
    case QSslError::UnableToVerifyFirstCertificate:
        return "The first certificate could not be verified";
    case QSslError::CertificateSignatureFailed:
        return "The signature of the certificate is invalid";
    case QSslError::CertificateNotYetValid:
        return "The certificate is not yet valid";
    case QSslError::CertificateExpired:
        return "The certificate has expired";
    case QSslError::SelfSignedCertificate:
        return "The certificate is self-signed, and untrusted";
    case QSslError::SelfSignedCertificateInChain:
        return "The root certificate of the certificate chain is self-signed, and untrusted";
    case QSslError::CertificateRevoked:
        return "The certificate has been revoked";
    case QSslError::InvalidCaCertificate:
        return "One of the CA certificates is invalid";
    case QSslError::PathLengthExceeded:
        return "The certificate chain is longer than it may be";
    case QSslError::InvalidPurpose:
        return "The certificate is not meant for this purpose";
    case QSslError::CertificateUntrusted:
        return "The root CA certificate is not trusted for this purpose";
    case QSslError::CertificateRejected:
        return "The root CA certificate rejects this purpose";
    case QSslError::NoPeerCertificate:
        return "The peer did not present any certificate";
    case QSslError::HostNameMismatch:
        return "The host name did not match any of the valid hosts for this certificate";
    case QSslError::CertificateBlacklisted:
        return "The certificate is on the list of those that are blocked";
    default:
        return nullptr;
    }
}

} // namespace

QString textOfTlsErrors(const QList<QSslError> &errors)
{
    QStringList texts;
    for (const QSslError &error : errors) {
        const char *english = englishOf(error.error());
        texts << (english ? QString::fromLatin1(english) : error.errorString());
    }
    texts.removeDuplicates();
    return texts.join(QLatin1String("; "));
}

} // namespace Pongwatch
