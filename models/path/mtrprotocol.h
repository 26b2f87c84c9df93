// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pathtrace.h"
#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Pongwatch
{

/// A probe that mtr-packet is asked to send.
struct MtrProbe {
    quint32 token = 0; ///< comes back with the reply; never 0
    int ttl = 1;
    seconds timeout{1}; ///< mtr-packet takes whole seconds only
};

/// What mtr-packet answered to a request.
struct MtrReply {
    enum class Kind : quint8 {
        Reply,      ///< the destination answered; a refused TCP connection (RST) counts, too
        TtlExpired, ///< a router on the way answered
        NoRoute,    ///< a router, or this machine itself, says that it can't pass the packet on
        NoReply,    ///< nothing came in time
        NotSent,    ///< this machine did not send it; `word` says why
        Support,    ///< to supportRequest(): `word` is "ok", "no" or a version
    };

    quint32 token = 0;
    Kind kind = Kind::NoReply;
    QString address;                ///< that answered, in its canonical form
    std::optional<nanoseconds> rtt; ///< also absent if it makes no sense
    QByteArray word;                ///< at most 40 ASCII characters
};

/// The longest line that is read. mtr-packet writes none that is longer.
inline constexpr qsizetype longestMtrLine = 512;

/// The request for a probe, with the end of the line; see mtr-packet(8).
[[nodiscard]] QByteArray probeRequest(const TraceTarget &target, const MtrProbe &probe);

/// The question whether mtr-packet can do something: "version", "ip-4", "ip-6", "tcp", "udp", "icmp".
[[nodiscard]] QByteArray supportRequest(quint32 token, const char *feature);

/// Reads a line, without its end. nullopt: it is not a reply.
[[nodiscard]] std::optional<MtrReply> readMtrReply(QByteArrayView line);

} // namespace Pongwatch
