// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diagnosis/endpattern.h"
#include "engine/values/examinedlimits.h"

#include <optional>

namespace Pongwatch
{

/// The connection that ended, as far as it must be like those that were examined.
struct ExaminedWay {
    std::optional<nanoseconds> sinceLastPing{}; ///< of this side, answered or not, to the end; nullopt: none
    QString server{};                           ///< the Server header of its upgrade
    QString proxy{};                            ///< its forward proxy, as ProxyUse::address
};

/// The limit that an examination had found, if it explains this end. All of this must agree, or there is
/// none:
///
/// - The end is a FIN, an RST, or a Close frame with the same code, as the examination saw it.
/// - What counts for the limit had been silent for as long as it, or the connection was as old as it: within
///   2 %, at least a second (a quarter of limits under 4 s), and at most 5 s.
/// - The same product answers as then (the Server header up to its version), by the same forward proxy.
///
/// What counts for a limit of silence is what was seen to reset it: all bytes; what the peer sends; or only
/// messages. Pure; any thread.
[[nodiscard]] std::optional<ConnectionLimit> examinedLimitOf(const EndPattern &now, const ExaminedWay &way,
                                                             const ExaminedLimits &examined);

/// What the setting for a limit of silence is usually called in that product: "proxy_read_timeout"; empty:
/// not known.
[[nodiscard]] QString idleSettingOf(const QString &front);

} // namespace Pongwatch
