// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/simulatedfleet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

struct SimulatedFleetStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::SimulatedFleet)
};

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array fleetTroubles{FleetTrouble::PeerDown,        FleetTrouble::SlowPeer,
                                   FleetTrouble::WayBroken,       FleetTrouble::VantageCut,
                                   FleetTrouble::ProviderFailure, FleetTrouble::SilentAgent};

/// A place and its distance from everybody, in milliseconds.
struct SimulatedPlace {
    const char *name;
    double distanceMs;
};
constexpr std::array<SimulatedPlace, 10> simulatedPlaces{{{"frankfurt", 8},
                                                          {"london", 14},
                                                          {"paris", 11},
                                                          {"oregon", 140},
                                                          {"virginia", 85},
                                                          {"tokyo", 210},
                                                          {"singapore", 165},
                                                          {"mumbai", 115},
                                                          {"sydney", 240},
                                                          {"saopaulo", 190}}};
/// Two places after each other have the same provider.
constexpr std::array simulatedProviders{"north-net", "east-net", "south-net", "west-net", "mid-net"};
constexpr int placesOfProvider = 2;

// Who is in trouble, by number. The first two agents have the same provider.
constexpr int cutAgent = 2;
constexpr int silentAgent = 3;
constexpr int blindAgent = 4; // does not reach one peer
constexpr int peerDown = 2;
constexpr int peerSlow = 4;
constexpr int peerBlocked = 6;
constexpr int failingShare = 10; // each tenth peer is not reached through the provider that fails
constexpr int failingFirst = 8;
constexpr seconds mostDelay{5}; // until a connection notices

constexpr int peersInGroup = 50;

QString fleetPeerName(int peer)
{
    return QStringLiteral("edge-%1").arg(peer + 1, 4, 10, QChar(u'0'));
}

QString fleetProvider(int agent)
{
    return QString::fromLatin1(
        simulatedProviders[static_cast<size_t>(agent / placesOfProvider) % simulatedProviders.size()]);
}

/// The name of the place where an agent is.
QString fleetVantage(int agent)
{
    const auto number = static_cast<size_t>(agent);
    return number < simulatedPlaces.size() ? QString::fromLatin1(simulatedPlaces[number].name)
                                           : QStringLiteral("place-%1").arg(agent + 1);
}

bool isOfFailingProvider(int agent)
{
    return agent < placesOfProvider;
}

/// The same number for the same two, evenly spread from 0 to 1.
double spread(quint64 a, quint64 b)
{
    quint64 x = a * 0x9E3779B97F4A7C15ULL + b + 1; // SplitMix64
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return static_cast<double>((x ^ (x >> 31)) >> 11) * 0x1.0p-53;
}

Verdict endOf(FleetTrouble trouble)
{
    Verdict verdict;
    verdict.secure = true;
    if (trouble == FleetTrouble::PeerDown) {
        verdict.cause = Cause::Eof;
        verdict.initiator = Initiator::Peer;
        return verdict;
    }
    verdict.cause = Cause::KeepaliveTimeout;
    verdict.initiator = Initiator::Network;
    verdict.evidence = Evidence::PathSilent;
    verdict.waited = seconds(20);
    verdict.pingsUnanswered = 1;
    verdict.tcp = TcpSnapshot{};
    verdict.tcp->retransmits = 5;
    verdict.tcp->unacked = 1;
    return verdict;
}

Verdict dialOf(FleetTrouble trouble)
{
    Verdict verdict;
    verdict.secure = true;
    verdict.phase = DialPhase::Tcp;
    verdict.cause = Cause::OpenTimeout;
    verdict.waited = seconds(10);
    if (trouble == FleetTrouble::PeerDown) {
        verdict.cause = Cause::Refused;
        verdict.initiator = Initiator::Peer;
    } else if (trouble == FleetTrouble::VantageCut) {
        verdict.cause = Cause::Unreachable;
        verdict.initiator = Initiator::Network;
    }
    return verdict;
}

/// Whether a trouble hits what that agent sees of that peer.
bool hits(FleetTrouble trouble, int agent, int peer)
{
    switch (trouble) {
    case FleetTrouble::PeerDown:
        return peer == peerDown;
    case FleetTrouble::WayBroken:
        return agent == blindAgent && peer == peerBlocked;
    case FleetTrouble::VantageCut:
        return agent == cutAgent;
    case FleetTrouble::ProviderFailure:
        return isOfFailingProvider(agent) && peer % failingShare == failingFirst;
    case FleetTrouble::SlowPeer:
    case FleetTrouble::SilentAgent:
        break;
    }
    return false; // no connection ends
}

} // namespace

std::span<const FleetTrouble> allFleetTroubles()
{
    return fleetTroubles;
}

QLatin1String toWord(FleetTrouble trouble)
{
    switch (trouble) {
    case FleetTrouble::PeerDown:
        return QLatin1String("peer-down");
    case FleetTrouble::SlowPeer:
        return QLatin1String("slow-peer");
    case FleetTrouble::WayBroken:
        return QLatin1String("way-broken");
    case FleetTrouble::VantageCut:
        return QLatin1String("vantage-cut");
    case FleetTrouble::ProviderFailure:
        return QLatin1String("provider-failure");
    case FleetTrouble::SilentAgent:
        break;
    }
    return QLatin1String("silent-agent");
}

int agentsFor(FleetTrouble trouble)
{
    switch (trouble) {
    case FleetTrouble::PeerDown:
    case FleetTrouble::SlowPeer:
        return 1;
    case FleetTrouble::ProviderFailure:
        return placesOfProvider + 1;
    case FleetTrouble::VantageCut:
        return cutAgent + 1;
    case FleetTrouble::SilentAgent:
        return silentAgent + 1;
    case FleetTrouble::WayBroken:
        break;
    }
    return blindAgent + 1;
}

/// One agent: its peers, and what it has counted of them.
struct SimulatedFleet::Agent {
    explicit Agent(const MetricsOptions &options, WallTime begin)
        : book(options, begin)
    {
    }

    MetricsBook book;
    std::vector<SimulatedPeer> peers;
};

SimulatedFleet::SimulatedFleet(const SimulatedFleetPlan &plan)
    : m_plan(plan)
{
    m_plan.peersWithPast = m_plan.begin < m_plan.live ? std::min(m_plan.peersWithPast, m_plan.peers) : 0;
    for (int agent = 0; agent < m_plan.agents; ++agent) {
        MetricsOptions options;
        options.vantage = fleetVantage(agent);
        options.provider = fleetProvider(agent);
        m_agents.push_back(std::make_unique<Agent>(options, m_plan.begin));
    }
    addPeers(0, m_plan.peersWithPast, m_plan.begin);
}

SimulatedFleet::~SimulatedFleet() = default;

SimulatedNature SimulatedFleet::natureOf(int agent, int peer) const
{
    const SimulatedPlace &place = simulatedPlaces[static_cast<size_t>(agent) % simulatedPlaces.size()];
    SimulatedNature nature;
    nature.name = fleetPeerName(peer);
    nature.url = QUrl(QStringLiteral("wss://%1.example.com/live").arg(nature.name));
    nature.medianMs = place.distanceMs + 2 + 40 * spread(m_plan.seed, static_cast<quint64>(peer));
    nature.spread = 0.06;
    nature.dayRise = 0.15;
    if (peer == peerSlow && m_plan.troubles.contains(FleetTrouble::SlowPeer))
        nature.slowSpells = spellsOf(FleetTrouble::SlowPeer);
    return nature;
}

std::vector<SimulatedSpell> SimulatedFleet::spellsOf(FleetTrouble trouble) const
{
    constexpr minutes length{20};
    constexpr hours again{6};
    std::vector<SimulatedSpell> spells;
    const auto number = m_plan.troubles.indexOf(trouble);
    for (WallTime from = m_plan.live - hours(1) - minutes(40) * number; from > m_plan.begin + minutes(5);
         from -= again)
        spells.insert(spells.begin(), {from, from + length});
    spells.push_back({m_plan.troublesFrom, WallTime::max()});
    return spells;
}

std::vector<SimulatedEnd> SimulatedFleet::endsOf(int agent, int peer) const
{
    std::vector<SimulatedEnd> ends;
    for (const FleetTrouble trouble : m_plan.troubles) {
        if (!hits(trouble, agent, peer))
            continue;
        for (const SimulatedSpell &spell : spellsOf(trouble)) {
            const double share =
                spread(m_plan.seed + static_cast<quint64>(agent), static_cast<quint64>(peer));
            const auto delay = std::chrono::floor<microseconds>(share * mostDelay);
            const bool lasts = spell.to == WallTime::max();
            const nanoseconds downFor = lasts ? nanoseconds(hours(24 * 365)) : spell.to - spell.from;
            ends.push_back({spell.from + delay, endOf(trouble), downFor, dialOf(trouble)});
        }
    }
    std::stable_sort(ends.begin(), ends.end(),
                     [](const SimulatedEnd &a, const SimulatedEnd &b) { return a.at < b.at; });
    return ends;
}

void SimulatedFleet::addPeers(int first, int last, WallTime from)
{
    for (int agent = 0; agent < m_plan.agents; ++agent) {
        Agent &its = *m_agents[static_cast<size_t>(agent)];
        for (int peer = first; peer < last; ++peer) {
            const PeerId id{static_cast<quint32>(peer + 1)};
            const quint64 seed = m_plan.seed * 1'000'003 + static_cast<quint64>(agent) * 100'003;
            its.peers.emplace_back(id, natureOf(agent, peer), endsOf(agent, peer), from,
                                   seed + static_cast<quint64>(peer));
            its.book.setPeer(id, its.peers.back().settings(),
                             QStringLiteral("site-%1").arg(peer / peersInGroup + 1, 2, 10, QChar(u'0')), {});
        }
    }
}

void SimulatedFleet::advance(WallTime until)
{
    if (!m_isLive && until >= m_plan.live) {
        m_isLive = true;
        addPeers(m_plan.peersWithPast, m_plan.peers, m_plan.live);
    }
    for (const std::unique_ptr<Agent> &agent : m_agents) {
        Batch batch;
        for (SimulatedPeer &peer : agent->peers)
            peer.advance(until, batch);
        agent->book.apply(batch);
    }
}

bool SimulatedFleet::isSilent(int agent, WallTime at) const
{
    if (agent != silentAgent || !m_plan.troubles.contains(FleetTrouble::SilentAgent))
        return false;
    const std::vector<SimulatedSpell> spells = spellsOf(FleetTrouble::SilentAgent);
    return std::any_of(spells.cbegin(), spells.cend(),
                       [at](const SimulatedSpell &spell) { return spell.has(at); });
}

MetricsSnapshot SimulatedFleet::snapshot(int agent, WallTime at) const
{
    return m_agents[static_cast<size_t>(agent)]->book.snapshot(at);
}

QStringList SimulatedFleet::troubleSentences() const
{
    QStringList sentences;
    for (const FleetTrouble trouble : m_plan.troubles) {
        switch (trouble) {
        case FleetTrouble::PeerDown:
            sentences.append(SimulatedFleetStrings::tr("The peer %1 is down.").arg(fleetPeerName(peerDown)));
            break;
        case FleetTrouble::SlowPeer:
            sentences.append(SimulatedFleetStrings::tr("The peer %1 takes half a second to answer.")
                                 .arg(fleetPeerName(peerSlow)));
            break;
        case FleetTrouble::WayBroken:
            sentences.append(SimulatedFleetStrings::tr("%1 does not reach the peer %2.")
                                 .arg(fleetVantage(blindAgent), fleetPeerName(peerBlocked)));
            break;
        case FleetTrouble::VantageCut:
            sentences.append(
                SimulatedFleetStrings::tr("The network of %1 is cut.").arg(fleetVantage(cutAgent)));
            break;
        case FleetTrouble::ProviderFailure:
            sentences.append(
                SimulatedFleetStrings::tr("The provider %1 does not reach each tenth peer (%2, …).")
                    .arg(fleetProvider(0), fleetPeerName(failingFirst)));
            break;
        case FleetTrouble::SilentAgent:
            sentences.append(
                SimulatedFleetStrings::tr("The agent of %1 is silent.").arg(fleetVantage(silentAgent)));
            break;
        }
    }
    return sentences;
}

} // namespace Pongwatch
