// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/tlsfault.h"

#include <QCoreApplication>
#include <QLatin1String>

#include <array>
#include <utility>

namespace Pongwatch
{

namespace
{

struct TlsFaultStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::TlsFault)
};

} // namespace

TlsFault classifyTlsFault(const QString &detail)
{
    // In this order: a message can name several, and the first is what should be fixed.
    using Line = std::pair<const char *, TlsFault>;
    constexpr std::array lines{
        Line{"self-signed", TlsFault::SelfSigned},
        Line{"self signed", TlsFault::SelfSigned},
        Line{"not yet valid", TlsFault::NotYetValid},
        Line{"expired", TlsFault::Expired},
        Line{"host name", TlsFault::WrongHost},
        Line{"hostname", TlsFault::WrongHost},
        Line{"wrong host", TlsFault::WrongHost},
        Line{"revoked", TlsFault::Revoked},
        Line{"issuer", TlsFault::UnknownIssuer},
        Line{"unknown ca", TlsFault::UnknownIssuer},
        Line{"untrusted", TlsFault::UnknownIssuer},
        Line{"not trusted", TlsFault::UnknownIssuer},
        Line{"first certificate could not be verified", TlsFault::UnknownIssuer},
        Line{"protocol version", TlsFault::ProtocolVersion},
        Line{"unsupported protocol", TlsFault::ProtocolVersion},
        Line{"no protocols available", TlsFault::ProtocolVersion},
        Line{"certificate required", TlsFault::ClientCertificate},
        Line{"bad certificate", TlsFault::ClientCertificate},
        Line{"wrong version number", TlsFault::NotTls},
        Line{"http request", TlsFault::NotTls},
        Line{"packet length too long", TlsFault::NotTls},
    };
    for (const Line &line : lines)
        if (detail.contains(QLatin1String(line.first), Qt::CaseInsensitive))
            return line.second;
    return TlsFault::Other;
}

TlsFailure tlsFailureOf(const Verdict &verdict)
{
    if (verdict.tls)
        return *verdict.tls;
    TlsFailure failure;
    failure.fault = classifyTlsFault(verdict.detail);
    // OpenSSL's error contains the name of an alert only if the other side sent it.
    failure.byPeer = verdict.detail.contains(QLatin1String("alert"), Qt::CaseInsensitive);
    return failure;
}

Suspicion suspicionOfTls(const TlsFailure &failure)
{
    constexpr Suspicion us{Suspect::ThisSide, {}};
    constexpr Suspicion usPerhapsPeer{Suspect::ThisSide, Suspect::Peer};
    constexpr Suspicion peer{Suspect::Peer, {}};
    constexpr Suspicion either{Suspects(Suspect::ThisSide) | Suspect::Peer, {}};
    switch (failure.fault) {
    case TlsFault::CertificateRequired:
    case TlsFault::CertificateRefused:
        return failure.hungUp ? usPerhapsPeer : us;
    case TlsFault::ClientCertificate:
    case TlsFault::TlsWanted:
    case TlsFault::LocalFile:
    case TlsFault::LocalKey:
        return us;
    case TlsFault::UnknownName: // the name in the URL, or a server that doesn't know its name
    case TlsFault::NoCommonParameters:
    case TlsFault::NoCommonProtocol:
    case TlsFault::ProtocolVersion:
        return failure.byPeer ? usPerhapsPeer : Suspicion{Suspect::Peer, Suspect::ThisSide};
    case TlsFault::NotYetValid:   // one of the two clocks is wrong
    case TlsFault::WrongHost:     // the URL, or the certificate
    case TlsFault::SelfSigned:    // a chain that this side has not been told of
    case TlsFault::UnknownIssuer: // or one without intermediate certificates
    case TlsFault::NotTls:
        return either;
    case TlsFault::Expired:
    case TlsFault::Revoked:
    case TlsFault::NoSubjectAltName:
    case TlsFault::WeakKey:
    case TlsFault::BadChain:
    case TlsFault::PeerFailed:
        return peer;
    case TlsFault::Other:
        break;
    }
    return failure.byPeer ? usPerhapsPeer
                          : Suspicion{Suspect::Peer, Suspects(Suspect::ThisSide) | Suspect::Proxy};
}

QString explainTlsFailure(const TlsFailure &failure)
{
    switch (failure.fault) {
    case TlsFault::Expired:
        return TlsFaultStrings::tr("The server's certificate has expired: it must be renewed.");
    case TlsFault::NotYetValid:
        return TlsFaultStrings::tr(
            "The server's certificate is not valid yet: check the clocks of both machines.");
    case TlsFault::WrongHost:
        return TlsFaultStrings::tr("The server's certificate is for another host name: check the URL, or the "
                                   "certificate's names.");
    case TlsFault::NoSubjectAltName:
        return TlsFaultStrings::tr("The server's certificate names its host by common name (CN) only, which "
                                   "TLS clients no longer accept "
                                   "(RFC 9525): it must be issued anew with a subjectAltName.");
    case TlsFault::SelfSigned:
        return TlsFaultStrings::tr(
            "The server's certificate is self-signed and not trusted: name its CA in the "
            "TLS settings, or install a certificate from a known one.");
    case TlsFault::UnknownIssuer:
        return TlsFaultStrings::tr(
            "The issuer of the server's certificate is not trusted: the chain is incomplete, "
            "or its CA must be named in the TLS settings.");
    case TlsFault::Revoked:
        return TlsFaultStrings::tr("The server's certificate was revoked: it must be replaced.");
    case TlsFault::WeakKey:
        return TlsFaultStrings::tr(
            "The server's certificate has a key or a signature that is too weak for this "
            "side: it must be issued anew.");
    case TlsFault::BadChain:
        return TlsFaultStrings::tr(
            "The server's certificates don't hold together, or are not meant for a server: "
            "check its chain.");
    case TlsFault::ProtocolVersion:
        return failure.byPeer ? TlsFaultStrings::tr(
                                    "The two sides share no version of TLS: the server refused 1.2 and 1.3.")
                              : TlsFaultStrings::tr(
                                    "The two sides share no version of TLS: the server's protocol version is "
                                    "too old or too new for this side.");
    case TlsFault::ClientCertificate:
        return TlsFaultStrings::tr("The server did not accept this side's certificate, or requires one: "
                                   "check the client certificate in the TLS settings.");
    case TlsFault::CertificateRequired:
        if (failure.hungUp) {
            return TlsFaultStrings::tr(
                "The server asked for a client certificate, got none, and ended the connection without a "
                "word: most likely it requires one. Set one in the TLS settings.");
        }
        return TlsFaultStrings::tr(
            "The server requires a client certificate, and none is set: set one in the TLS settings.");
    case TlsFault::CertificateRefused:
        if (failure.hungUp) {
            return TlsFaultStrings::tr(
                "The server asked for a client certificate, got the one that is set, and ended the "
                "connection without a word: most likely it does not accept it. Check that it is the right "
                "one and still valid, and check the server's log.");
        }
        return TlsFaultStrings::tr(
            "The server refused this side's client certificate: check that it is the right "
            "one, that it is valid, and that the server trusts its issuer.");
    case TlsFault::UnknownName:
        return TlsFaultStrings::tr(
            "The server does not know the host name that it was asked for: check the URL, "
            "or the names that the server is set up for.");
    case TlsFault::NoCommonParameters:
        return failure.certificateRequested && failure.certificateConfigured
                   ? TlsFaultStrings::tr(
                         "The server refused the TLS handshake after it had asked for a client certificate: "
                         "it may not accept this one, or may share no ciphers with this side.")
                   : TlsFaultStrings::tr(
                         "The server refused what this side offers in the TLS handshake: no cipher or "
                         "signature is shared, or it requires a client certificate or another host name.");
    case TlsFault::NoCommonProtocol:
        return TlsFaultStrings::tr(
            "The server speaks no application protocol that was offered to it (ALPN).");
    case TlsFault::PeerFailed:
        return TlsFaultStrings::tr(
            "The server had an internal error within the TLS handshake: look into its log.");
    case TlsFault::NotTls:
        return TlsFaultStrings::tr("What answered does not speak TLS: the port is wrong, or the URL should "
                                   "start with ws instead of wss.");
    case TlsFault::TlsWanted:
        return TlsFaultStrings::tr("This port speaks TLS, and the URL does not: write wss:// in the URL.");
    case TlsFault::LocalFile:
        return TlsFaultStrings::tr("A file of the TLS settings can't be used, so nothing was dialled.");
    case TlsFault::LocalKey:
        return TlsFaultStrings::tr(
            "The client's key does not belong to its certificate, so nothing was dialled: "
            "check both files in the TLS settings.");
    case TlsFault::Other:
        break;
    }
    return failure.byPeer ? TlsFaultStrings::tr("The server broke off the TLS handshake with an alert.")
                          : TlsFaultStrings::tr("The TLS handshake failed.");
}

} // namespace Pongwatch
