// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/tlsfailure.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

namespace Pongwatch
{

namespace
{

std::optional<TlsFault> faultOfFinding(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return TlsFault::SelfSigned;
    case QSslError::CertificateNotYetValid:
        return TlsFault::NotYetValid;
    case QSslError::CertificateExpired:
        return TlsFault::Expired;
    case QSslError::HostNameMismatch:
        return TlsFault::WrongHost;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
    case QSslError::OcspStatusUnknown:
        return TlsFault::Revoked;
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::NoPeerCertificate:
        return TlsFault::UnknownIssuer;
    case QSslError::CertificateSignatureFailed:
    case QSslError::UnableToDecryptCertificateSignature:
    case QSslError::InvalidCaCertificate:
    case QSslError::PathLengthExceeded:
    case QSslError::InvalidPurpose:
    case QSslError::CertificateRejected:
    case QSslError::SubjectIssuerMismatch:
    case QSslError::AuthorityIssuerSerialNumberMismatch:
        return TlsFault::BadChain;
    default:
        return std::nullopt;
    }
}

/// RFC 8446 6.2: what the server complains about.
TlsFault faultOfAlert(quint8 alert, const TlsCircumstances &known)
{
    switch (alert) {
    case 42:  // bad_certificate; some servers also send it if there was none
    case 43:  // unsupported_certificate
    case 44:  // certificate_revoked
    case 45:  // certificate_expired
    case 46:  // certificate_unknown
    case 48:  // unknown_ca
    case 49:  // access_denied
    case 51:  // decrypt_error: a signature of ours
    case 116: // certificate_required
        return known.certificateConfigured ? TlsFault::CertificateRefused : TlsFault::CertificateRequired;
    case 40: // handshake_failure: in TLS 1.2 also for lack of a certificate
        return known.certificateRequested && !known.certificateConfigured ? TlsFault::CertificateRequired
                                                                          : TlsFault::NoCommonParameters;
    case 47:  // illegal_parameter
    case 71:  // insufficient_security
    case 109: // missing_extension
    case 110: // unsupported_extension
        return TlsFault::NoCommonParameters;
    case 70: // protocol_version
    case 86: // inappropriate_fallback
        return TlsFault::ProtocolVersion;
    case 80: // internal_error
        return TlsFault::PeerFailed;
    case 112: // unrecognized_name
        return TlsFault::UnknownName;
    case 120: // no_application_protocol
        return TlsFault::NoCommonProtocol;
    default:
        return TlsFault::Other;
    }
}

constexpr quint32 reasonBits = 23;
constexpr quint32 reasonMask = (1U << reasonBits) - 1;
constexpr quint32 sslLibrary = 20;     // ERR_LIB_SSL
constexpr quint32 x509Library = 11;    // ERR_LIB_X509
constexpr quint32 alertOffset = 1000;  // SSL_AD_REASON_OFFSET
constexpr quint32 unexpectedEof = 294; // SSL_R_UNEXPECTED_EOF_WHILE_READING
constexpr quint32 keyMismatch = 116;   // X509_R_KEY_VALUES_MISMATCH

bool isOfSsl(quint32 error)
{
    return error >> reasonBits == sslLibrary;
}

/// The reasons in sslerr.h that people fix in different ways, as found by this side.
TlsFault faultOfReason(quint32 reason)
{
    switch (reason) {
    case 155: // SSL_R_HTTPS_PROXY_REQUEST
    case 156: // SSL_R_HTTP_REQUEST
    case 198: // SSL_R_PACKET_LENGTH_TOO_LONG
    case 252: // SSL_R_UNKNOWN_PROTOCOL
    case 267: // SSL_R_WRONG_VERSION_NUMBER
        return TlsFault::NotTls;
    case 191: // SSL_R_NO_PROTOCOLS_AVAILABLE
    case 258: // SSL_R_UNSUPPORTED_PROTOCOL
    case 259: // SSL_R_UNSUPPORTED_SSL_VERSION
    case 266: // SSL_R_WRONG_SSL_VERSION
        return TlsFault::ProtocolVersion;
    case 394: // SSL_R_DH_KEY_TOO_SMALL
    case 397: // SSL_R_CA_KEY_TOO_SMALL
    case 398: // SSL_R_CA_MD_TOO_WEAK
    case 399: // SSL_R_EE_KEY_TOO_SMALL
        return TlsFault::WeakKey;
    case 338: // SSL_R_UNSAFE_LEGACY_RENEGOTIATION_DISABLED
    case 370: // SSL_R_WRONG_SIGNATURE_TYPE
    case 378: // SSL_R_WRONG_CURVE
    case 261: // SSL_R_WRONG_CIPHER_RETURNED
    case 248: // SSL_R_UNKNOWN_CIPHER_RETURNED
        return TlsFault::NoCommonParameters;
    default:
        return TlsFault::Other;
    }
}

/// RFC 9525 6.3: the whole name, or a wildcard instead of the whole first label.
bool namesHost(QString pattern, const QString &host)
{
    while (pattern.endsWith(u'.'))
        pattern.chop(1);
    if (!pattern.startsWith(QLatin1String("*.")))
        return !pattern.contains(u'*') && pattern.compare(host, Qt::CaseInsensitive) == 0;
    const qsizetype firstDot = host.indexOf(u'.');
    // "*.com" would match everybody; no authority issues it.
    return firstDot > 0 && pattern.count(u'.') > 1 &&
           QStringView(pattern).sliced(1).compare(QStringView(host).sliced(firstDot), Qt::CaseInsensitive) ==
               0;
}

} // namespace

TlsFault faultOfCertificate(const QList<QSslError> &errors)
{
    // In this order: if there are several, the first should be fixed.
    constexpr std::array order = {TlsFault::SelfSigned,   TlsFault::NotYetValid, TlsFault::Expired,
                                  TlsFault::WrongHost,    TlsFault::Revoked,     TlsFault::BadChain,
                                  TlsFault::UnknownIssuer};
    for (const TlsFault fault : order)
        if (std::any_of(errors.begin(), errors.end(),
                        [fault](const QSslError &error) { return faultOfFinding(error.error()) == fault; }))
            return fault;
    return TlsFault::Other;
}

std::optional<quint32> opensslErrorIn(QStringView text)
{
    static const QRegularExpression number(QStringLiteral("\\berror:([0-9A-Fa-f]{8}):"));
    const QRegularExpressionMatch match = number.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toUInt(nullptr, 16);
}

bool isUnexpectedEof(quint32 opensslError)
{
    return isOfSsl(opensslError) && (opensslError & reasonMask) == unexpectedEof;
}

TlsFailure tlsFailureFrom(std::optional<quint32> opensslError, const TlsCircumstances &known)
{
    TlsFailure failure;
    failure.certificateRequested = known.certificateRequested;
    failure.certificateConfigured = known.certificateConfigured;
    const quint32 reason = opensslError && isOfSsl(*opensslError) ? *opensslError & reasonMask : 0;
    std::optional<quint8> alert = known.alertReceived;
    if (reason > alertOffset && reason <= alertOffset + 255)
        alert = static_cast<quint8>(reason - alertOffset);
    if (alert && *alert != 0) {
        failure.byPeer = true;
        failure.alert = alert;
        failure.fault = faultOfAlert(*alert, known);
    } else if (opensslError && *opensslError >> reasonBits == x509Library &&
               (*opensslError & reasonMask) == keyMismatch) {
        failure.fault = TlsFault::LocalKey;
    } else {
        failure.fault = faultOfReason(reason);
    }
    return failure;
}

std::optional<TlsFault> nameFault(const QSslCertificate &certificate, const QString &host)
{
    const QMultiMap<QSsl::AlternativeNameEntryType, QString> names = certificate.subjectAlternativeNames();
    const QStringList dns = names.values(QSsl::DnsEntry);
    const QStringList addresses = names.values(QSsl::IpAddressEntry);
    QString wanted = host.section(QLatin1Char('%'), 0, 0);
    while (wanted.endsWith(u'.'))
        wanted.chop(1);
    const QHostAddress address(wanted);
    const bool matches =
        address.isNull() ? std::any_of(dns.begin(), dns.end(),
                                       [&wanted](const QString &name) { return namesHost(name, wanted); })
                         : std::any_of(addresses.begin(), addresses.end(), [&address](const QString &one) {
                               return QHostAddress(one).isEqual(address, QHostAddress::TolerantConversion);
                           });
    if (matches)
        return std::nullopt;
    return dns.isEmpty() && addresses.isEmpty() ? TlsFault::NoSubjectAltName : TlsFault::WrongHost;
}

} // namespace Pongwatch
