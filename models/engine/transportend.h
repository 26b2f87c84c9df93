// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/verdict.h"

#include <QString>

#include <optional>

namespace Pongwatch
{

/// How a transport, or the byte stream under it, ended, or why it never began: raw facts, from which the
/// diagnosis makes a Verdict.
struct TransportEnd {
    /// `detail` is no longer than this once the transport tells it.
    static constexpr qsizetype longestDetail = 300;

    /// Eof, Reset, Dns, Refused, Unreachable, Tls, HandshakeRejected, HandshakeInvalid, ProtocolError,
    /// MessageTooBig, Proxy, OwnLimit or NetworkError. For ProtocolError and MessageTooBig the transport has
    /// already sent the Close frame in `sent`.
    Cause cause = Cause::NetworkError;
    DialPhase phase = DialPhase::Open; ///< how far the dial had come; Open: it carried bytes
    QString detail;       ///< what the system, the TLS library, the proxy or the parser answered; plain text
    bool mayRetry = true; ///< false for what a new dial can't change (see keepalive.md: reconnect)
    DialPhases phases{};  ///< of a dial that failed; the step that it failed in included
    std::optional<TlsFailure> tls{}; ///< with Tls

    // What only a WebSocket session has to tell.
    std::optional<int> httpStatus{};
    std::optional<HttpAnswer> answer{}; ///< with HandshakeRejected: what the server answered
    std::optional<CloseFrame> sent{};
    std::optional<CloseFrame> received{}; ///< with ProtocolError: a Close frame that breaks the protocol
};

} // namespace Pongwatch
