// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QLatin1String>
#include <QStringList>

#include <array>

namespace Pongwatch
{

/// A place on the way from this machine to the peer where the fault may be. The words (toWord) are those of
/// the output contract.
enum class Suspect : quint8 {
    ThisSide = 1, ///< this machine, its own link, or the peer's settings in this program
    Network = 2,  ///< whatever carries packets between the two
    Proxy = 4,    ///< a proxy, load balancer or firewall that acts for the peer, or for this side
    Peer = 8,     ///< the server: its process, its settings, its machine
};
Q_DECLARE_FLAGS(Suspects, Suspect)
Q_DECLARE_OPERATORS_FOR_FLAGS(Suspects)

/// In order, from here to the peer.
inline constexpr std::array allSuspects{Suspect::ThisSide, Suspect::Network, Suspect::Proxy, Suspect::Peer};

/// Where to look for the reason of an end.
struct Suspicion {
    Suspects likely;   ///< empty: nothing went wrong, so nobody is to blame
    Suspects possible; ///< also possible from what is known; never overlaps with likely

    friend bool operator==(const Suspicion &, const Suspicion &) = default;
};

[[nodiscard]] QLatin1String toWord(Suspect suspect);

/// Their words, in the order from here to the peer.
[[nodiscard]] QStringList toWords(Suspects suspects);

} // namespace Pongwatch
