// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// The reasons for a failed TLS handshake that a person repairs in different ways.
enum class TlsFault : quint8 {
    Expired,
    NotYetValid,
    WrongHost,
    SelfSigned,
    UnknownIssuer,
    Revoked,
    ProtocolVersion,
    ClientCertificate, ///< the server wants one, or another one
    NotTls,            ///< what answered does not speak TLS
    Other,
};

/// Tells the reason from what the TLS library said, in English (OpenSSL's and Qt's words).
[[nodiscard]] TlsFault classifyTlsFault(const QString &detail);

} // namespace Pongwatch
