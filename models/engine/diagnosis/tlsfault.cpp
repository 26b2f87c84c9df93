// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/tlsfault.h"

#include <QLatin1String>

#include <array>
#include <utility>

namespace Pongwatch
{

TlsFault classifyTlsFault(const QString &detail)
{
    // In this order: a message can name several, and the first is the one to repair.
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
    for (const Line &line : lines) {
        if (detail.contains(QLatin1String(line.first), Qt::CaseInsensitive)) {
            return line.second;
        }
    }
    return TlsFault::Other;
}

} // namespace Pongwatch
