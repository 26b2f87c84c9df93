// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QLatin1String>
#include <QStringList>

#include <array>

namespace Pongwatch
{

/// A place on the way from here to the peer where a fault may lie. The words (toWord) are those of the output
/// contract.
enum class Suspect : quint8 {
    ThisSide = 1, ///< this machine, its own link, or the settings that the peer is watched with
    Network = 2,  ///< what carries packets between the two
    Proxy = 4,    ///< a proxy, load balancer or firewall that acts in the peer's name, or in this side's
    Peer = 8,     ///< the server: its process, its settings, its machine
};
Q_DECLARE_FLAGS(Suspects, Suspect)
Q_DECLARE_OPERATORS_FOR_FLAGS(Suspects)

/// From here to there.
inline constexpr std::array allSuspects{Suspect::ThisSide, Suspect::Network, Suspect::Proxy, Suspect::Peer};

/// Where to look for the fault behind an end.
struct Suspicion {
    Suspects likely;   ///< empty: nobody, since nothing went wrong
    Suspects possible; ///< could be it as well, after what is known; never one of the likely

    friend bool operator==(const Suspicion &, const Suspicion &) = default;
};

[[nodiscard]] QLatin1String toWord(Suspect suspect);

/// Their words, in the order of the way.
[[nodiscard]] QStringList toWords(Suspects suspects);

} // namespace Pongwatch
