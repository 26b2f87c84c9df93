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

namespace
{

constexpr std::string_view nameLabel = "peer=\"";

} // namespace

MetricLabels::MetricLabels(std::string_view name, std::string_view more, std::string_view origin)
    : m_nameBytes(static_cast<quint32>(name.size()))
    , m_originBytes(static_cast<quint32>(origin.size()))
{
    std::string text;
    text.append(nameLabel).append(name).append("\"");
    if (!more.empty())
        text.append(",").append(more);
    m_labelBytes = static_cast<quint32>(text.size());
    text.append(origin);
    const std::shared_ptr<char[]> kept = std::make_shared<char[]>(text.size());
    std::copy(text.cbegin(), text.cend(), kept.get());
    m_text = kept;
}

std::string_view MetricLabels::name() const
{
    return m_text ? all().substr(nameLabel.size(), m_nameBytes) : std::string_view();
}

void PeerEnds::add(const Verdict &verdict, WallTime time)
{
    const Kind kind{verdict.cause, verdict.initiator, suspicionOf(verdict).likely};
    const auto known =
        std::find_if(counts.begin(), counts.end(), [&kind](const Count &end) { return end.kind == kind; });
    if (known != counts.end())
        ++known->count;
    else if (counts.size() < mostKinds)
        counts.push_back({kind, 1});
    else
        ++others;
    bool isCodeKnown =
        std::find(closeCodes.cbegin(), closeCodes.cend(), verdict.closeCode) != closeCodes.cend();
    if (!isCodeKnown && closeCodes.size() < mostCloseCodes) {
        closeCodes.push_back(verdict.closeCode);
        isCodeKnown = true;
    }
    last = {kind, verdict.closeCode, isCodeKnown, time};
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
    peer.phases = {phases.dns, phases.tcp, phases.proxy, phases.tls, phases.upgrade, {}};
    if (!phases.dialogue.isEmpty())
        peer.phases[PeerMetrics::Dialogue] =
            std::accumulate(phases.dialogue.cbegin(), phases.dialogue.cend(), nanoseconds(0));
}

void takeEnd(PeerMetrics &peer, const Closed &closed, WallTime time)
{
    // Ends are rare, so that copies of the metrics share them until there is another one.
    auto ends = peer.ends ? std::make_shared<PeerEnds>(*peer.ends) : std::make_shared<PeerEnds>();
    ends->add(closed.verdict, time);
    peer.ends = std::move(ends);
    if (closed.verdict.age == nanoseconds(0))
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
                ? SlimOptional<WallTime>()
                : SlimOptional<WallTime>(event.time - std::chrono::floor<microseconds>(feed->waited));
}

} // namespace Pongwatch
