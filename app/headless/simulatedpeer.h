// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/settings.h"

#include <QString>
#include <QUrl>

#include <optional>
#include <random>
#include <vector>

namespace Pongwatch
{

/// A part of a simulated time: from `from` up to, but without, `to`.
struct SimulatedSpell {
    WallTime from{};
    WallTime to{};

    [[nodiscard]] bool has(WallTime time) const { return time >= from && time < to; }
};

/// The properties of a simulated peer.
struct SimulatedNature {
    QString name;
    QUrl url;
    nanoseconds interval = seconds(20);
    double medianMs = 20;     ///< of the round trip at night
    double spread = 0.12;     ///< of its logarithm
    double dayRise = 0.5;     ///< how much slower the busiest hour is
    double spikes = 0.0005;   ///< the share of pings that take ten times as long
    double timeouts = 0;      ///< the share of unanswered pings that don't end the connection
    bool nightBackup = false; ///< is slow from two to half past three
    /// When it takes half a second to answer.
    std::vector<SimulatedSpell> slowSpells{};
};

/// An end of a simulated connection, and how long it takes to come back.
struct SimulatedEnd {
    WallTime at{};
    Verdict verdict;
    nanoseconds downFor = seconds(4);
    std::optional<Verdict> nextDial{}; ///< how the dial a second later fails; nullopt: there is none
};

/// A week, or any other time, of a peer's life: pings and events as the engine would report them; the same
/// seed gives the same ones.
class SimulatedPeer
{
public:
    /// `ends` must be in time order.
    SimulatedPeer(PeerId id, SimulatedNature nature, std::vector<SimulatedEnd> ends, WallTime begin,
                  quint64 seed);

    [[nodiscard]] const SimulatedNature &nature() const { return m_nature; }
    /// The settings with which it is watched.
    [[nodiscard]] ConnectionSettings settings() const;

    /// Adds what happens before `until` and was not added before.
    void advance(WallTime until, Batch &batch);

private:
    void open(Batch &batch);
    void end(Batch &batch);
    void failDial(Batch &batch);
    void ping(Batch &batch);
    void tell(WallTime time, decltype(ConnectionEvent::what) what, Batch &batch) const;
    [[nodiscard]] nanoseconds roundTrip(WallTime time);
    [[nodiscard]] double random(); ///< 0 to 1
    [[nodiscard]] double normal();

    PeerId m_id;
    SimulatedNature m_nature;
    std::vector<SimulatedEnd> m_ends;
    size_t m_nextEnd = 0;
    std::mt19937_64 m_random;
    WallTime m_opensAt;
    std::optional<WallTime> m_dialFailsAt;
    Verdict m_dialVerdict;
    WallTime m_openSince{};
    WallTime m_pingAt{};
    bool m_isOpen = false;
    quint32 m_connection = 0;
    quint32 m_seq = 0;
};

} // namespace Pongwatch
