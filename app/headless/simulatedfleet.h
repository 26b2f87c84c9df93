// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/simulatedpeer.h"
#include "metrics/metricsbook.h"

#include <QLatin1String>
#include <QStringList>

#include <memory>
#include <span>

namespace Pongwatch
{

/// What goes wrong in a simulated fleet.
enum class FleetTrouble : quint8 {
    PeerDown,        ///< one peer, as seen from everywhere
    SlowPeer,        ///< one peer answers within half a second only
    WayBroken,       ///< one vantage does not reach one peer
    VantageCut,      ///< one vantage reaches nobody
    ProviderFailure, ///< the vantages of one provider don't reach a tenth of the peers
    SilentAgent,     ///< one agent is gone
};

/// All of them, in the order in which they are told.
[[nodiscard]] std::span<const FleetTrouble> allFleetTroubles();
/// "peer-down", "slow-peer", "way-broken", "vantage-cut", "provider-failure" or "silent-agent".
[[nodiscard]] QLatin1String toWord(FleetTrouble trouble);
/// How many agents it takes until others can tell it.
[[nodiscard]] int agentsFor(FleetTrouble trouble);

/// The fleet to make up.
struct SimulatedFleetPlan {
    static constexpr int mostAgents = 100;
    static constexpr int leastPeers = 10;      ///< so that there is one for each trouble
    static constexpr int mostPeers = 10'000;   ///< of an agent
    static constexpr int mostSights = 100'000; ///< of all agents

    int agents = 10;
    int peers = 1'000; ///< all agents watch the same ones; at least leastPeers
    quint64 seed = 1;
    QList<FleetTrouble> troubles;
    WallTime begin{};        ///< of the past, or the same as `live`
    WallTime live{};         ///< when all peers are watched
    WallTime troublesFrom{}; ///< from then on, all troubles last; each was there for 20 minutes now and then
                             ///< before
    int peersWithPast = 20;  ///< the first ones, watched since `begin`
};

/// Agents that watch the same peers from several places, simulated: each counts what its peers do as a real
/// one does, so that its metrics are the real ones. The same plan gives the same figures. advance() on one
/// thread, snapshot() on any.
class SimulatedFleet
{
public:
    explicit SimulatedFleet(const SimulatedFleetPlan &plan);
    ~SimulatedFleet();
    Q_DISABLE_COPY_MOVE(SimulatedFleet)

    [[nodiscard]] const SimulatedFleetPlan &plan() const { return m_plan; }

    /// Lets happen what happens before `until` and has not yet.
    void advance(WallTime until);

    /// Whether nothing is heard from that agent then.
    [[nodiscard]] bool isSilent(int agent, WallTime at) const;

    /// What the agent tells now.
    [[nodiscard]] MetricsSnapshot snapshot(int agent, WallTime at) const;

    /// What is wrong, a sentence for each trouble, in the order of the plan. Translated.
    [[nodiscard]] QStringList troubleSentences() const;

private:
    struct Agent;

    void addPeers(int first, int last, WallTime from);
    [[nodiscard]] SimulatedNature natureOf(int agent, int peer) const;
    [[nodiscard]] std::vector<SimulatedEnd> endsOf(int agent, int peer) const;
    [[nodiscard]] std::vector<SimulatedSpell> spellsOf(FleetTrouble trouble) const;

    SimulatedFleetPlan m_plan;
    std::vector<std::unique_ptr<Agent>> m_agents;
    bool m_isLive = false;
};

} // namespace Pongwatch
