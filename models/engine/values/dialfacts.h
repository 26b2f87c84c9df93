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

/// The reasons for a failed TLS handshake that a person repairs in different ways. Numbers are written into
/// histories: append only.
enum class TlsFault : quint8 {
    // what this side found in what the server showed
    Expired,
    NotYetValid,
    WrongHost,
    SelfSigned,
    UnknownIssuer,
    Revoked,
    ProtocolVersion,   ///< no shared version, whoever said so
    ClientCertificate, ///< the server wants one, or another one; of older records, which can't say which
    NotTls,            ///< what answered does not speak TLS
    Other,
    NoSubjectAltName, ///< names its host by CN alone (RFC 9525)
    WeakKey,          ///< a key, a signature or a digest that is not accepted any more
    BadChain,         ///< signature, purpose, path length: the chain does not hold together
    // what the server said of this side, by an alert
    CertificateRequired, ///< it wants a client certificate, and got none
    CertificateRefused,  ///< it does not accept the client certificate
    UnknownName,         ///< it does not know the name that it was asked for (SNI)
    NoCommonParameters,  ///< ciphers, groups, signatures
    NoCommonProtocol,    ///< ALPN
    PeerFailed,          ///< it had an internal error
    // what is wrong on this side before a byte is sent
    LocalFile, ///< a file of the TLS settings can't be read or does not hold what it should
    LocalKey,  ///< the client's key does not belong to its certificate
    TlsWanted, ///< the port speaks TLS, and the URL is ws
};

/// How TLS failed, in numbers: nothing in it depends on a library's words.
struct TlsFailure {
    TlsFault fault = TlsFault::Other;
    bool byPeer = false;                ///< the server said so, by an alert
    std::optional<quint8> alert;        ///< the number of the alert that ended it (RFC 8446 6), by whoever
    bool certificateRequested = false;  ///< the server asked for a client certificate, as far as can be seen
    bool certificateConfigured = false; ///< and there was one to send
    bool hungUp = false; ///< no alert said so: it ended the connection after it had asked for a certificate

    friend bool operator==(const TlsFailure &, const TlsFailure &) = default;
};

/// Where a proxy's setting came from.
enum class ProxySource : quint8 {
    Profile,     ///< the profile, or --proxy
    Environment, ///< a variable like https_proxy
    System,      ///< the desktop's settings
};

/// What went wrong with or behind a forward proxy. Append only.
enum class ProxyFault : quint8 {
    None,             ///< it let us through
    NotResolved,      ///< the proxy's own name
    NotReached,       ///< the proxy's own address: refused, or no route
    NoAnswer,         ///< the proxy did not answer
    Ended,            ///< it ended the connection without an answer
    WantsLogin,       ///< 407, or the like of SOCKS
    Forbids,          ///< its rules
    NotAProxy,        ///< its answer is none of a proxy
    TargetUnresolved, ///< beyond it: the server's name
    TargetRefused,    ///< beyond it: nothing listens
    TargetUnreachable,
    TargetSilent, ///< beyond it: no answer in time
    TargetFailed, ///< beyond it, it does not say how
    NotSupported, ///< a kind of proxy that can't be used
};

/// The forward proxy of a dial.
struct ProxyUse {
    QString address; ///< "http://proxy.example:3128", without credentials
    ProxySource source = ProxySource::Profile;
    QString variable; ///< of the environment
    ProxyFault fault = ProxyFault::None;
    std::optional<HttpAnswer> answer; ///< what an HTTP proxy answered to CONNECT, when it was not 200
    std::optional<quint8> socksReply; ///< what a SOCKS proxy answered (RFC 1928 6), when it was not 0

    friend bool operator==(const ProxyUse &, const ProxyUse &) = default;
};

/// What one address of a host did when it was dialled. Append only.
enum class AddressOutcome : quint8 { NoAnswer, Refused, Unreachable, Failed };

struct AddressAttempt {
    QString address; ///< "[::1]:9001"
    AddressOutcome outcome = AddressOutcome::NoAnswer;
    nanoseconds took{0}; ///< until it failed, or until the dial was given up
    int error = 0;       ///< the system's number; 0 when there was none

    friend bool operator==(const AddressAttempt &, const AddressAttempt &) = default;
};

/// What is known of a dial beside its steps.
struct DialStory {
    std::optional<ProxyUse> proxy{}; ///< in use
    QList<AddressAttempt>
        attempts{}; ///< the addresses that did not answer, those that are still tried included
};

[[nodiscard]] QLatin1String toWord(ProxySource source);
[[nodiscard]] QLatin1String toWord(AddressOutcome outcome);

} // namespace Pongwatch
