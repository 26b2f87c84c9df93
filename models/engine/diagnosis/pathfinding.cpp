// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/pathfinding.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace Pongwatch
{

namespace
{

/// Loss is worth a word from two lost probes on; one in thirty is noise.
constexpr quint32 leastLost = 2;
/// The hops that together have this probability are named.
constexpr double sureEnough = 0.95;
/// Of routers: as many as limit their answers, roughly.
constexpr double limitsAnswers = 0.05;
/// Of probes that nothing hinders: as many as are lost by chance.
constexpr double strayLoss = 0.01;
/// A destination is slower by at least so much, and by at least this part of what it took before.
constexpr milliseconds leastSlower{10};
constexpr double leastSlowerPart = 0.3;
/// Fewer answers give no median that is worth comparing.
constexpr quint32 leastAnswers = 4;
/// A hop that answers fewer of its probes than this, though nothing is lost behind it, limits its answers.
constexpr double limitedBelow = 0.8;

const PathHop *hopAt(const PathTrace &trace, int ttl)
{
    return ttl >= 1 && ttl <= trace.hops.size() ? &trace.hops[ttl - 1] : nullptr;
}

QString mainAddress(const PathHop &hop)
{
    return hop.addresses.isEmpty() ? QString() : hop.addresses.constFirst().address;
}

int lastAnsweringHop(const PathTrace &trace)
{
    for (qsizetype i = trace.hops.size(); i > 0; --i)
        if (trace.hops[i - 1].answered > 0)
            return trace.hops[i - 1].ttl;
    return 0;
}

/// The hop that an address answered; 0: none.
int hopOfAddress(const PathTrace &trace, const QString &address)
{
    for (const PathHop &hop : trace.hops)
        if (hop.hasAddress(address))
            return hop.ttl;
    return 0;
}

/// The last hop that still belongs to this machine's own network: of the first hops those that have addresses
/// that are not routed on the Internet. Where the destination has such an address as well, only the first
/// hop, since a company's network may be all the way.
int lastOwnHop(const PathTrace &path)
{
    if (isOwnNetworkAddress(path.target.address))
        return path.hops.isEmpty() ? 0 : 1;
    int last = 0;
    for (const PathHop &hop : path.hops) {
        if (hop.addresses.isEmpty())
            continue; // silent: what follows tells
        if (!isOwnNetworkAddress(mainAddress(hop)))
            break;
        last = hop.ttl;
    }
    return std::max(last, 1);
}

/// On whose side a fault lies that is between a hop and the next one.
PathFinding::Side sideOf(int hopBefore, const PathTrace &reference, int destination)
{
    using Side = PathFinding::Side;
    if (hopBefore == 0)
        return destination == 1 ? Side::Unknown : Side::Ours;
    if (destination > 0 && hopBefore >= destination - 1)
        return Side::Theirs;
    // In a private network all the way, what lies behind the first router need not be this side's.
    const int own = lastOwnHop(reference);
    if (hopBefore < own || (hopBefore == own && !isOwnNetworkAddress(reference.target.address)))
        return Side::Ours;
    return destination > 0 ? Side::Between : Side::Unknown;
}

/// log of the binomial probability, up to the coefficient, which is the same for all hypotheses.
double logBinomial(quint32 lost, quint32 sent, double probability)
{
    const double p = std::clamp(probability, strayLoss, 1 - strayLoss);
    return lost * std::log(p) + (sent - lost) * std::log(1 - p);
}

/// log of the probability of what a hop's answers show, when so much of the packets gets lost on the way to
/// it and back: either just that, or its router limits its answers besides, to any number of those that
/// arrived.
double logEvidence(const PathHop &hop, double loss)
{
    const quint32 lost = hop.sent - hop.answered;
    const double plain = logBinomial(lost, hop.sent, loss);
    // Limited: any share is as likely as any other, which gives the integral over all of them; but never
    // fewer lost than the way itself loses.
    const double limited = hop.loss() < loss ? plain
                                             : std::lgamma(lost + 1.0) + std::lgamma(hop.sent - lost + 1.0) -
                                                   std::lgamma(hop.sent + 2.0);
    const double most = std::max(plain, limited);
    return most +
           std::log((1 - limitsAnswers) * std::exp(plain - most) + limitsAnswers * std::exp(limited - most));
}

/// For each hop that answered: how likely what the trace shows is (its log) when the loss begins there,
/// whatever part of the packets gets lost. What a hop says depends only on whether the loss is before or
/// behind it, so each is asked once a part, not once for every place where the loss may begin.
std::vector<double> likelihoodsOfLoss(const std::vector<const PathHop *> &answering, const PathTrace &trace)
{
    constexpr int steps = 50;
    const PathHop &destination = trace.hops.constLast();
    std::vector<double> unharmed; // of each hop, when the loss is behind it
    for (const PathHop *hop : answering)
        unharmed.push_back(hop == &destination ? 0 : logEvidence(*hop, 0));
    std::vector<std::vector<double>> logs(answering.size()); // of each hop, for each part
    for (int step = 1; step < steps; ++step) {
        const double loss = static_cast<double>(step) / steps;
        double sum = logBinomial(destination.sent - destination.answered, destination.sent, loss);
        for (const double one : unharmed)
            sum += one;
        for (size_t i = answering.size(); i > 0; --i) {
            if (answering[i - 1] != &destination)
                sum += logEvidence(*answering[i - 1], loss) - unharmed[i - 1];
            logs[i - 1].push_back(sum);
        }
    }
    std::vector<double> likelihoods;
    for (const std::vector<double> &parts : logs) {
        const double most = *std::max_element(parts.cbegin(), parts.cend());
        double total = 0;
        for (const double one : parts)
            total += std::exp(one - most);
        likelihoods.push_back(most + std::log(total));
    }
    return likelihoods;
}

/// Which hops the loss to the destination may begin at: the smallest range of neighbours with enough
/// probability, when before the trace any hop is as likely as any other. Silent hops tell nothing, and what
/// they hide is within the range.
void placeLoss(const PathTrace &trace, PathFinding &finding)
{
    std::vector<const PathHop *> candidates;
    for (const PathHop &candidate : trace.hops)
        if (candidate.answered > 0)
            candidates.push_back(&candidate);
    std::vector<double> likelihoods = likelihoodsOfLoss(candidates, trace);
    const double most = *std::max_element(likelihoods.cbegin(), likelihoods.cend());
    double total = 0;
    for (double &one : likelihoods) {
        one = std::exp(one - most);
        total += one;
    }
    size_t first = 0;
    size_t last = candidates.size() - 1;
    double left = total;
    while (first < last) { // takes away what is least likely at the ends
        const bool atFirst = likelihoods[first] < likelihoods[last];
        const double least = atFirst ? likelihoods[first] : likelihoods[last];
        if (left - least < sureEnough * total)
            break;
        left -= least;
        if (atFirst)
            ++first;
        else
            --last;
    }
    finding.from = first == 0 ? 1 : candidates[first - 1]->ttl + 1;
    finding.fromAtMost = candidates[last]->ttl;
}

/// The least median from a hop to the destination: no packet to a hop takes longer than one to a hop behind
/// it, so that whatever a hop shows beyond that is its router's slowness in answering.
std::optional<nanoseconds> wayTo(const PathTrace &trace, int ttl)
{
    std::optional<nanoseconds> least;
    for (qsizetype i = ttl - 1; i < trace.hops.size(); ++i) {
        const std::optional<nanoseconds> median = trace.hops[i].median;
        if (median && (!least || *median < *least))
            least = median;
    }
    return least;
}

void compareLatency(const PathTrace &trace, const PathTrace &before, PathFinding &finding)
{
    const PathHop &now = trace.hops.constLast();
    const PathHop &then = before.hops.constLast();
    if (now.answered < leastAnswers || then.answered < leastAnswers || !now.median || !then.median)
        return;
    const nanoseconds added = *now.median - *then.median;
    if (added < leastSlower || toMilliseconds(added) < leastSlowerPart * toMilliseconds(*then.median))
        return;
    finding.kind = PathFinding::Kind::Slower;
    finding.slowerBy = added;
    finding.from = finding.fromAtMost = now.ttl;
    // From which hop on at least half of it is there. Of another route's hops nothing is known from before.
    int lastFast = 0;
    for (const PathHop &hop : trace.hops) {
        const std::optional<nanoseconds> wayNow = wayTo(trace, hop.ttl);
        const PathHop *same = hopAt(before, hop.ttl);
        if (hop.answered == 0 || !same || !wayNow || mainAddress(*same) != mainAddress(hop))
            continue;
        const std::optional<nanoseconds> wayThen = wayTo(before, hop.ttl);
        if (!wayThen)
            continue;
        if (*wayNow - *wayThen >= added / 2) {
            finding.fromAtMost = hop.ttl;
            break;
        }
        lastFast = hop.ttl;
    }
    finding.from = std::min(lastFast + 1, finding.fromAtMost);
}

std::optional<RouteChange> firstChange(const PathTrace &trace, const PathTrace &before)
{
    const qsizetype both = std::min(trace.hops.size(), before.hops.size());
    for (qsizetype i = 0; i < both; ++i) {
        const PathHop &now = trace.hops[i];
        const PathHop &then = before.hops[i];
        if (now.addresses.isEmpty() || then.addresses.isEmpty())
            continue;
        const bool shared =
            std::any_of(now.addresses.cbegin(), now.addresses.cend(),
                        [&then](const HopAddress &address) { return then.hasAddress(address.address); });
        if (!shared)
            return RouteChange{now.ttl, mainAddress(then), mainAddress(now)};
    }
    return std::nullopt;
}

QList<int> rateLimitedHops(const PathTrace &trace)
{
    QList<int> limited;
    bool lossless = false; // a hop behind it answers everything
    for (qsizetype i = trace.hops.size(); i > 0; --i) {
        const PathHop &hop = trace.hops[i - 1];
        if (hop.sent == 0)
            continue;
        if (lossless && hop.answered > 0 && 1 - hop.loss() < limitedBelow)
            limited.prepend(hop.ttl);
        lossless |= hop.answered > 0 && (hop.sent - hop.answered) * 20 <= hop.sent;
    }
    return limited;
}

} // namespace

bool isOwnNetworkAddress(const QString &address)
{
    if (address.contains(u':')) {
        const QString lower = address.toLower();
        return lower == QLatin1String("::1") || lower.startsWith(QLatin1String("fe80:")) ||
               ((lower.startsWith(QLatin1String("fc")) || lower.startsWith(QLatin1String("fd"))) &&
                lower.indexOf(u':') == 4);
    }
    const QStringList parts = address.split(u'.');
    if (parts.size() != 4)
        return false;
    const int first = parts[0].toInt();
    const int second = parts[1].toInt();
    return first == 10 || first == 127 || (first == 172 && second >= 16 && second <= 31) ||
           (first == 192 && second == 168) || (first == 169 && second == 254);
}

const PathTrace *comparable(const PathTrace *lastGood)
{
    return lastGood && lastGood->hops.isEmpty() ? nullptr : lastGood;
}

PathFinding findOnPath(const PathTrace &trace, const PathTrace *lastGood)
{
    using Kind = PathFinding::Kind;
    using Side = PathFinding::Side;
    PathFinding finding;
    lastGood = comparable(lastGood);
    const int hopsBefore = lastGood ? static_cast<int>(lastGood->hops.size()) : 0;
    finding.hopsBefore = hopsBefore;
    if (trace.notSent) {
        finding.kind = Kind::NotSent;
        finding.side = Side::Ours;
        return finding;
    }
    if (lastGood)
        finding.change = firstChange(trace, *lastGood);
    const PathTrace &reference = lastGood ? *lastGood : trace;
    if (trace.reached && !trace.hops.isEmpty() && trace.hops.constLast().answered > 0) {
        const PathHop &destination = trace.hops.constLast();
        const int hops = destination.ttl;
        finding.rateLimited = rateLimitedHops(trace);
        if (destination.sent - destination.answered >= leastLost) {
            finding.kind = Kind::Lossy;
            finding.loss = destination.loss();
            placeLoss(trace, finding);
        } else if (lastGood) {
            compareLatency(trace, *lastGood, finding);
        }
        if (finding.from > 0) {
            const Side first = sideOf(finding.from - 1, trace, hops);
            const Side last = sideOf(finding.fromAtMost - 1, trace, hops);
            finding.side = first == last ? first : Side::Unknown;
        }
        return finding;
    }
    const int last = lastAnsweringHop(trace);
    finding.lastAnswering = last;
    if (trace.refusedHere && last == 0) {
        finding.kind = Kind::NoNeighbour;
        finding.side = trace.onLink ? Side::Theirs : Side::Ours;
        return finding;
    }
    if (!trace.refusedBy.isEmpty() && !trace.refusedHere) {
        finding.kind = Kind::Refused;
        // Its own place may not have been answered, since routers limit what they say.
        const int here = hopOfAddress(trace, trace.refusedBy);
        const int before = lastGood ? hopOfAddress(*lastGood, trace.refusedBy) : 0;
        const bool sure = here == 1 || (here > 1 && hopAt(trace, here - 1)->answered > 0);
        finding.lastAnswering = before > 0 ? before : sure ? here : 0;
        finding.side =
            finding.lastAnswering > 0 ? sideOf(finding.lastAnswering, reference, hopsBefore) : Side::Unknown;
        return finding;
    }
    if (trace.cutShort && last == 0) {
        finding.kind = Kind::Nothing;
        return finding;
    }
    finding.kind = last == 0 ? Kind::NothingAnswers : Kind::Ends;
    // Where the first hops never answer, that none does says little.
    const bool firstAnswered = !lastGood || !lastGood->hops.constFirst().addresses.isEmpty();
    finding.side = last == 0 && (!firstAnswered || trace.onLink)
                       ? (trace.onLink ? Side::Theirs : Side::Unknown)
                       : sideOf(last, reference, hopsBefore);
    return finding;
}

PathFinding findOnPath(const TracedPath &path)
{
    return findOnPath(path.trace, path.lastGood ? &*path.lastGood : nullptr);
}

bool isNews(const PathFinding &finding)
{
    return finding.change ||
           (finding.kind != PathFinding::Kind::Whole && finding.kind != PathFinding::Kind::Nothing);
}

Suspects suspectsOf(const PathFinding &finding, const PathTrace &trace)
{
    if (finding.kind == PathFinding::Kind::Whole || finding.kind == PathFinding::Kind::Nothing)
        return {};
    switch (finding.side) {
    case PathFinding::Side::Ours:
        return finding.kind == PathFinding::Kind::NotSent || finding.kind == PathFinding::Kind::NoNeighbour ||
                       finding.kind == PathFinding::Kind::NothingAnswers
                   ? Suspects(Suspect::ThisSide)
                   : Suspect::ThisSide | Suspect::Network;
    case PathFinding::Side::Between:
        return Suspect::Network;
    case PathFinding::Side::Theirs:
        return trace.target.isProxy ? Suspects(Suspect::Proxy) : Suspect::Network | Suspect::Peer;
    case PathFinding::Side::Unknown:
        break;
    }
    return Suspect::Network;
}

bool tellsWhere(const Verdict &verdict)
{
    return verdict.path && findOnPath(*verdict.path).side != PathFinding::Side::Unknown;
}

QLatin1String toWord(PathFinding::Side side)
{
    switch (side) {
    case PathFinding::Side::Ours:
        return QLatin1String("ours");
    case PathFinding::Side::Between:
        return QLatin1String("between");
    case PathFinding::Side::Theirs:
        return QLatin1String("theirs");
    case PathFinding::Side::Unknown:
        break;
    }
    return QLatin1String("unknown");
}

QLatin1String toWord(PathFinding::Kind kind)
{
    switch (kind) {
    case PathFinding::Kind::Whole:
        return QLatin1String("whole");
    case PathFinding::Kind::Lossy:
        return QLatin1String("lossy");
    case PathFinding::Kind::Slower:
        return QLatin1String("slower");
    case PathFinding::Kind::Ends:
        return QLatin1String("ends");
    case PathFinding::Kind::Refused:
        return QLatin1String("refused");
    case PathFinding::Kind::NothingAnswers:
        return QLatin1String("nothing-answers");
    case PathFinding::Kind::NoNeighbour:
        return QLatin1String("no-neighbour");
    case PathFinding::Kind::NotSent:
        return QLatin1String("not-sent");
    case PathFinding::Kind::Nothing:
        break;
    }
    return QLatin1String("unknown");
}

} // namespace Pongwatch
