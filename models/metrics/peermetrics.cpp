// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/peermetrics.h"

#include "engine/diagnosis/suspicion.h"

#include <algorithm>
#include <numeric>

namespace Pongwatch
{

const RttBuckets &defaultRttBuckets()
{
    static const RttBuckets bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    return bounds;
}

bool PeerMetrics::isUp() const
{
    const Health now = healthNow();
    return now == Health::Ok || now == Health::Slow || now == Health::Stale;
}

void PeerMetrics::apply(const PingSample &sample, const RttBuckets &buckets)
{
    health.add(sample);
    ++pings[static_cast<size_t>(sample.outcome)];
    if (sample.tcpRtt)
        tcpRtt = sample.tcpRtt;
    if (!hasRoundTrip(sample.outcome))
        return;
    const auto bound = std::lower_bound(buckets.cbegin(), buckets.cend(), toSeconds(sample.rtt));
    ++rtts[static_cast<size_t>(bound - buckets.cbegin())];
    rttSum += sample.rtt;
}

namespace
{

void takePhases(PeerMetrics &peer, const DialPhases &phases)
{
    peer.phases = {phases.dns, phases.tcp, phases.proxy, phases.tls, phases.upgrade, std::nullopt};
    if (!phases.dialogue.isEmpty())
        peer.phases[PeerMetrics::Dialogue] =
            std::accumulate(phases.dialogue.cbegin(), phases.dialogue.cend(), nanoseconds(0));
}

void takeEnd(PeerMetrics &peer, const Closed &closed, WallTime time)
{
    const Verdict &verdict = closed.verdict;
    const PeerMetrics::EndKind kind{verdict.cause, verdict.initiator, suspicionOf(verdict).likely};
    const auto known = std::find_if(peer.ends.begin(), peer.ends.end(),
                                    [&kind](const PeerMetrics::EndCount &end) { return end.kind == kind; });
    if (known != peer.ends.end())
        ++known->count;
    else if (peer.ends.size() < PeerMetrics::mostEndKinds)
        peer.ends.push_back({kind, 1});
    else
        ++peer.otherEnds;
    bool isCodeKnown = std::find(peer.closeCodes.cbegin(), peer.closeCodes.cend(), verdict.closeCode) !=
                       peer.closeCodes.cend();
    if (!isCodeKnown && peer.closeCodes.size() < PeerMetrics::mostCloseCodes) {
        peer.closeCodes.push_back(verdict.closeCode);
        isCodeKnown = true;
    }
    peer.lastEnd = PeerMetrics::LastEnd{kind, verdict.closeCode, isCodeKnown, time};
    if (verdict.age == nanoseconds(0))
        takePhases(peer, closed.phases);
    peer.openedAt.reset();
    peer.staleSince.reset();
    peer.tcpRtt.reset();
}

void takeOpening(PeerMetrics &peer, const Opened &opened, WallTime time)
{
    ++peer.connections;
    peer.openedAt = time;
    takePhases(peer, opened.phases);
    peer.certificateExpires.reset();
    if (opened.tls && opened.tls->certificateExpires.isValid())
        peer.certificateExpires = opened.tls->certificateExpires.toSecsSinceEpoch();
}

} // namespace

void PeerMetrics::apply(const ConnectionEvent &event)
{
    health.add(event);
    if (const auto *opened = std::get_if<Opened>(&event.what))
        takeOpening(*this, *opened, event.time);
    else if (const auto *closed = std::get_if<Closed>(&event.what))
        takeEnd(*this, *closed, event.time);
    else if (const auto *feed = std::get_if<FeedStale>(&event.what))
        staleSince =
            feed->goesOn
                ? std::nullopt
                : std::optional<WallTime>(event.time - std::chrono::floor<microseconds>(feed->waited));
}

} // namespace Pongwatch
