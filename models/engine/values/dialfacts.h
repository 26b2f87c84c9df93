// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/httpanswer.h"
#include "engine/values/timetypes.h"

#include <QLatin1String>
#include <QList>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// Why a TLS handshake failed, divided by what a person has to do about it. The numbers are stored in history
/// files: append only.
enum class TlsFault : quint8 {
    // what this side found wrong with the server's certificate or answer
    Expired,
    NotYetValid,
    WrongHost,
    SelfSigned,
    UnknownIssuer,
    Revoked,
    ProtocolVersion,   ///< no version in common, whichever side said so
    ClientCertificate, ///< the server wants one, or another one; older records can't say which
    NotTls,            ///< what answered does not speak TLS
    Other,
    NoSubjectAltName, ///< the certificate names its host by CN alone (RFC 9525)
    WeakKey,          ///< a key, signature or digest that is no longer accepted
    BadChain,         ///< signature, purpose or path length: the chain is not valid
    // what the server told this side in an alert
    CertificateRequired, ///< it wants a client certificate and got none
    CertificateRefused,  ///< it does not accept the client certificate
    UnknownName,         ///< it does not know the name that was asked for (SNI)
    NoCommonParameters,  ///< ciphers, groups, signatures
    NoCommonProtocol,    ///< ALPN
    PeerFailed,          ///< it had an internal error
    // what is wrong on this side before anything is sent
    LocalFile, ///< a file of the TLS settings can't be read, or has the wrong contents
    LocalKey,  ///< the client's key does not belong to its certificate
    TlsWanted, ///< the port speaks TLS, but the URL is ws
};

/// How TLS failed, in numbers and flags: nothing here depends on the wording of a library.
struct TlsFailure {
    TlsFault fault = TlsFault::Other;
    bool byPeer = false;                ///< the server said so, by an alert
    std::optional<quint8> alert;        ///< the alert that ended it (RFC 8446 6), from either side
    bool certificateRequested = false;  ///< the server asked for a client certificate, as far as can be seen
    bool certificateConfigured = false; ///< there was a client certificate to send
    bool hungUp = false;                ///< no alert: it asked for a certificate, then ended the connection

    friend bool operator==(const TlsFailure &, const TlsFailure &) = default;
};

/// Where the proxy setting came from.
enum class ProxySource : quint8 {
    Profile,     ///< the profile, or --proxy
    Environment, ///< a variable like https_proxy
    System,      ///< the desktop's settings
};

/// What went wrong with a forward proxy or beyond it. Append only.
enum class ProxyFault : quint8 {
    None,             ///< it let the connection through
    NotResolved,      ///< the proxy's own name could not be resolved
    NotReached,       ///< the proxy's own address: refused, or no route
    NoAnswer,         ///< the proxy did not answer
    Ended,            ///< it ended the connection without an answer
    WantsLogin,       ///< 407, or its equivalent in SOCKS
    Forbids,          ///< its rules forbid it
    NotAProxy,        ///< its answer is not that of a proxy
    TargetUnresolved, ///< beyond the proxy: the server's name could not be resolved
    TargetRefused,    ///< beyond the proxy: nothing listens there
    TargetUnreachable,
    TargetSilent, ///< beyond the proxy: no answer in time
    TargetFailed, ///< beyond the proxy, which does not say how
    NotSupported, ///< this kind of proxy can't be used
};

/// The forward proxy used for a dial.
struct ProxyUse {
    QString address; ///< "http://proxy.example:3128", without credentials
    ProxySource source = ProxySource::Profile;
    QString variable; ///< the name of the environment variable
    ProxyFault fault = ProxyFault::None;
    std::optional<HttpAnswer> answer; ///< an HTTP proxy's answer to CONNECT, if it was not 200
    std::optional<quint8> socksReply; ///< a SOCKS proxy's reply code (RFC 1928 6), if it was not 0

    friend bool operator==(const ProxyUse &, const ProxyUse &) = default;
};

/// How one address of a host responded to a dial. Append only.
enum class AddressOutcome : quint8 { NoAnswer, Refused, Unreachable, Failed };

struct AddressAttempt {
    QString address; ///< "[::1]:9001"
    AddressOutcome outcome = AddressOutcome::NoAnswer;
    nanoseconds took{0}; ///< until it failed, or until the dial was given up
    int error = 0;       ///< the system's error number; 0 if there was none

    friend bool operator==(const AddressAttempt &, const AddressAttempt &) = default;
};

/// What is known about a dial besides its steps.
struct DialStory {
    std::optional<ProxyUse> proxy{}; ///< the one in use
    QList<AddressAttempt>
        attempts{}; ///< the addresses that did not answer, including those still being tried
};

[[nodiscard]] QLatin1String toWord(ProxySource source);
[[nodiscard]] QLatin1String toWord(AddressOutcome outcome);

} // namespace Pongwatch
