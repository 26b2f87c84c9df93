// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/verdict.h"

#include <QString>

#include <optional>

namespace Pongwatch
{

/// How a transport, or the byte stream under it, ended, or why it could not begin: raw facts, from which the
/// diagnosis makes a Verdict.
struct TransportEnd {
    /// The maximum length of `detail` when the transport reports it.
    static constexpr qsizetype longestDetail = 300;

    /// Eof, Reset, Dns, Refused, Unreachable, Tls, HandshakeRejected, HandshakeInvalid, ProtocolError,
    /// MessageTooBig, Proxy, OwnLimit or NetworkError. For ProtocolError and MessageTooBig the transport has
    /// already sent the Close frame in `sent`.
    Cause cause = Cause::NetworkError;
    DialPhase phase = DialPhase::Open; ///< how far the dial got; Open: it carried bytes
    QString detail;       ///< what the system, the TLS library, the proxy or the parser answered; plain text
    bool mayRetry = true; ///< false if a new dial can't help (see keepalive.md: reconnect)
    DialPhases phases{};  ///< for a failed dial; includes the step that it failed in
    std::optional<TlsFailure> tls{}; ///< for Tls

    // Only a WebSocket session sets these.
    std::optional<int> httpStatus{};
    std::optional<HttpAnswer> answer{}; ///< for HandshakeRejected: what the server answered
    std::optional<CloseFrame> sent{};
    std::optional<CloseFrame> received{}; ///< for ProtocolError: a Close frame that breaks the protocol
};

} // namespace Pongwatch
