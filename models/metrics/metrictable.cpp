// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metrictable.h"

#include <algorithm>
#include <charconv>

namespace Pongwatch
{

std::string escapedLabel(std::string_view value)
{
    std::string escaped;
    escaped.reserve(value.size());
    for (const char c : value) {
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (c == '\\' || c == '"')
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string metricNumber(double value)
{
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string bucketBound(double value)
{
    std::string text = metricNumber(value);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

namespace
{

std::string_view viewOf(QLatin1String word)
{
    return {word.data(), static_cast<size_t>(word.size())};
}

std::string label(std::string_view name, std::string_view value)
{
    std::string text;
    text.reserve(name.size() + value.size() + 3);
    text += name;
    text += "=\"";
    text += value;
    text += '"';
    return text;
}

double secondsSince1970(WallTime time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

// Of the program

void tellBuild(const MetricsSnapshot &all, MetricSink &sink)
{
    sink.add({}, all.agent.labels, label("version", PONGWATCH_VERSION), 1);
}

void tellVantage(const MetricsSnapshot &all, MetricSink &sink)
{
    if (!all.agent.labels.empty())
        sink.add({}, all.agent.labels,
                 all.agent.provider.empty() ? std::string() : label("provider", all.agent.provider), 1);
}

void tellPeers(const MetricsSnapshot &all, MetricSink &sink)
{
    sink.add({}, all.agent.labels, {}, static_cast<double>(all.peers.size()));
}

void tellLag(const MetricsSnapshot &all, MetricSink &sink)
{
    sink.add({}, all.agent.labels, {}, toSeconds(all.agent.lag));
}

void tellReloadSucceeded(const MetricsSnapshot &all, MetricSink &sink)
{
    sink.add({}, all.agent.labels, {}, all.agent.reloadSucceeded ? 1 : 0);
}

void tellReloadTime(const MetricsSnapshot &all, MetricSink &sink)
{
    sink.add({}, all.agent.labels, {}, secondsSince1970(all.agent.reloadedAt));
}

template <std::optional<double> ProcessFigures::*figure>
void tellProcess(const MetricsSnapshot &all, MetricSink &sink)
{
    if (all.agent.process.*figure)
        sink.add({}, all.agent.labels, {}, *(all.agent.process.*figure));
}

void tellStart(const MetricsSnapshot &all, MetricSink &sink)
{
    sink.add({}, all.agent.labels, {}, secondsSince1970(all.agent.startedAt));
}

// Of a peer

void tellInfo(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    sink.add({}, peer.labels.all(), label("url", peer.labels.origin()), 1);
}

void tellUp(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    sink.add({}, peer.labels.all(), {}, peer.isUp() ? 1 : 0);
}

/// A word that may be in a label, with that label made once.
template <typename Word>
struct WordLabel {
    Word word;
    std::string label;
};

const std::vector<WordLabel<Health>> &stateLabels()
{
    static const auto labels = [] {
        std::vector<WordLabel<Health>> made;
        for (const Health health : allHealths)
            if (isOfConnection(health))
                made.push_back({health, label("state", viewOf(toWord(health)))});
        return made;
    }();
    return labels;
}

void tellState(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    const Health now = peer.healthNow();
    for (const auto &state : stateLabels())
        sink.add({}, peer.labels.all(), state.label, state.word == now ? 1 : 0);
}

void tellRoundTrips(const MetricsSnapshot &all, const PeerMetrics &peer, MetricSink &sink)
{
    // The labels of the buckets are the same for all peers.
    thread_local RttBuckets labelled;
    thread_local std::vector<std::string> bounds;
    if (labelled != all.buckets || bounds.empty()) {
        labelled = all.buckets;
        bounds.clear();
        for (const double bound : labelled)
            bounds.push_back(label("le", bucketBound(bound)));
        bounds.push_back(label("le", "+Inf"));
    }
    quint64 count = 0;
    for (size_t i = 0; i < std::min(bounds.size(), peer.rtts.size()); ++i) {
        count += peer.rtts[i];
        sink.add("_bucket", peer.labels.all(), bounds[i], static_cast<double>(count));
    }
    sink.add("_sum", peer.labels.all(), {}, toSeconds(peer.rttSum));
    sink.add("_count", peer.labels.all(), {}, static_cast<double>(count));
}

void tellTcpRoundTrip(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    if (peer.tcpRtt)
        sink.add({}, peer.labels.all(), {}, toSeconds(*peer.tcpRtt));
}

void tellPings(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    static const auto labels = [] {
        std::array<std::string, 6> made;
        for (size_t i = 0; i < made.size(); ++i)
            made[i] = label("outcome", viewOf(toWord(static_cast<PingOutcome>(i))));
        return made;
    }();
    for (size_t i = 0; i < labels.size(); ++i)
        sink.add({}, peer.labels.all(), labels[i], static_cast<double>(peer.pings[i]));
}

void tellConnections(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    sink.add({}, peer.labels.all(), {}, static_cast<double>(peer.connections));
}

void tellOpenedAt(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    if (peer.openedAt)
        sink.add({}, peer.labels.all(), {}, secondsSince1970(*peer.openedAt));
}

std::string endLabels(std::string_view cause, std::string_view initiator, std::string_view suspect)
{
    return label("cause", cause) + ',' + label("initiator", initiator) + ',' + label("suspect", suspect);
}

std::string endLabels(const PeerEnds::Kind &kind)
{
    const QByteArray suspects =
        kind.suspects ? toWords(kind.suspects).join(u',').toLatin1() : QByteArrayLiteral("none");
    return endLabels(viewOf(toWord(kind.cause)), viewOf(toWord(kind.initiator)), suspects.toStdString());
}

void tellEnds(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    if (!peer.ends)
        return;
    for (const PeerEnds::Count &end : peer.ends->counts)
        sink.add({}, peer.labels.all(), endLabels(end.kind), static_cast<double>(end.count));
    if (peer.ends->others > 0)
        sink.add({}, peer.labels.all(), endLabels("other", "unknown", "none"),
                 static_cast<double>(peer.ends->others));
}

void tellLastEnd(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    if (!peer.ends)
        return;
    const PeerEnds::Last &last = peer.ends->last;
    const std::string code = last.closeCodeIsKnown ? std::to_string(last.closeCode) : std::string("other");
    sink.add({}, peer.labels.all(), endLabels(last.kind) + ',' + label("close_code", code), 1);
}

void tellLastEndTime(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    if (peer.ends)
        sink.add({}, peer.labels.all(), {}, secondsSince1970(peer.ends->last.time));
}

void tellPhases(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    static const std::array<std::string, PeerMetrics::PhaseCount> labels{
        label("phase", "dns"), label("phase", "tcp"),     label("phase", "proxy"),
        label("phase", "tls"), label("phase", "upgrade"), label("phase", "dialogue")};
    for (size_t i = 0; i < labels.size(); ++i)
        if (peer.phases[i])
            sink.add({}, peer.labels.all(), labels[i], toSeconds(*peer.phases[i]));
}

void tellExpiry(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    if (peer.certificateExpires)
        sink.add({}, peer.labels.all(), {}, static_cast<double>(*peer.certificateExpires));
}

void tellTrouble(const MetricsSnapshot &, const PeerMetrics &peer, MetricSink &sink)
{
    if (const auto since = peer.health.troubleSince())
        sink.add({}, peer.labels.all(), {}, secondsSince1970(*since));
}

void tellStale(const MetricsSnapshot &all, const PeerMetrics &peer, MetricSink &sink)
{
    if (peer.waitsForFeed)
        sink.add({}, peer.labels.all(), {}, peer.staleSince ? toSeconds(all.at - *peer.staleSince) : 0);
}

constexpr MetricSpec ofAgent(const char *name, MetricType type, const char *moreLabels, const char *help,
                             void (*tell)(const MetricsSnapshot &, MetricSink &))
{
    return {name, type, moreLabels, 1, help, tell, nullptr};
}

constexpr MetricSpec ofPeer(const char *name, MetricType type, const char *moreLabels, int mostSeries,
                            const char *help,
                            void (*tell)(const MetricsSnapshot &, const PeerMetrics &, MetricSink &))
{
    return {name, type, moreLabels, mostSeries, help, nullptr, tell};
}

constexpr auto mostStates =
    static_cast<int>(std::count_if(allHealths.begin(), allHealths.end(), isOfConnection));
constexpr auto counter = MetricType::Counter;
constexpr auto gauge = MetricType::Gauge;
constexpr const char *endLabelNames = "cause, initiator, suspect";

const MetricSpec table[] = {
    ofAgent("pongwatch_build_info", gauge, "version", "The version of Pongwatch; always 1.", tellBuild),
    ofAgent("pongwatch_vantage_info", gauge, "provider",
            "The place that the peers are watched from, and whose network it is in; always 1.", tellVantage),
    ofAgent("pongwatch_peers", gauge, "", "How many peers are watched.", tellPeers),
    ofAgent("pongwatch_observer_lag_seconds", gauge, "",
            "How late Pongwatch itself was at most in the last minute; above 5 ms its figures are not the "
            "peers' alone.",
            tellLag),
    ofAgent(
        "pongwatch_workspace_last_reload_successful", gauge, "",
        "1: the workspace that was read last is the one that is watched; 0: it could not be read, and the "
        "one before is.",
        tellReloadSucceeded),
    ofAgent("pongwatch_workspace_last_reload_success_timestamp_seconds", gauge, "",
            "When a workspace was last taken.", tellReloadTime),
    ofAgent("process_cpu_seconds_total", counter, "", "CPU time of this process, user and system.",
            tellProcess<&ProcessFigures::cpuSeconds>),
    ofAgent("process_resident_memory_bytes", gauge, "", "Memory that this process has in RAM.",
            tellProcess<&ProcessFigures::residentBytes>),
    ofAgent("process_open_fds", gauge, "", "File descriptors that are open; each connection is one.",
            tellProcess<&ProcessFigures::openDescriptors>),
    ofAgent("process_max_fds", gauge, "", "File descriptors that may be open.",
            tellProcess<&ProcessFigures::mostDescriptors>),
    ofAgent("process_start_time_seconds", gauge, "", "When this process was started.", tellStart),
    ofPeer("pongwatch_peer_info", gauge, "url", 1,
           "Scheme, host and port of the peer's URL, and nothing else of it; always 1.", tellInfo),
    ofPeer("pongwatch_peer_up", gauge, "", 1,
           "1: the connection is open and pings are answered; 0: it is not, or they are not.", tellUp),
    ofPeer("pongwatch_peer_state", gauge, "state", mostStates,
           "1 for the state that the peer is in, 0 for the others.", tellState),
    ofPeer("pongwatch_trouble_since_timestamp_seconds", gauge, "", 1,
           "Since when the peer is in trouble without a break, however often it was dialled; absent while it "
           "is not.",
           tellTrouble),
    ofPeer("pongwatch_ping_rtt_seconds", MetricType::Histogram, "le", 0,
           "Round-trip times of pings that were answered, in time or late.", tellRoundTrips),
    ofPeer("pongwatch_tcp_rtt_seconds", gauge, "", 1,
           "What TCP, and so the network, took of the newest round trip for which it can be told.",
           tellTcpRoundTrip),
    ofPeer("pongwatch_pings_total", counter, "outcome", 6,
           "Pings by what became of them; one that was answered late is counted under timed-out before.",
           tellPings),
    ofPeer("pongwatch_connections_total", counter, "", 1, "Connections that were opened.", tellConnections),
    ofPeer("pongwatch_connection_opened_timestamp_seconds", gauge, "", 1,
           "When the connection that is open was opened; absent while none is.", tellOpenedAt),
    ofPeer("pongwatch_connection_ends_total", counter, endLabelNames,
           static_cast<int>(PeerEnds::mostKinds) + 1,
           "Ends of connections and dials that failed; suspect is where the end points to.", tellEnds),
    ofPeer("pongwatch_last_end_info", gauge, "cause, initiator, suspect, close_code", 1,
           "How the last connection, or the dial after it, ended; always 1.", tellLastEnd),
    ofPeer("pongwatch_last_end_timestamp_seconds", gauge, "", 1, "When that was.", tellLastEndTime),
    ofPeer("pongwatch_dial_phase_seconds", gauge, "phase", PeerMetrics::PhaseCount,
           "How long the steps of the last dial took.", tellPhases),
    ofPeer("pongwatch_certificate_expiry_timestamp_seconds", gauge, "", 1,
           "When the certificate that the peer showed expires.", tellExpiry),
    ofPeer("pongwatch_stale_seconds", gauge, "", 1,
           "For how long nothing of the feed has come that the profile waits for, once that is too long; "
           "else 0. "
           "Only of peers with a feed.",
           tellStale),
};

/// With its sum, its count, and the bucket that has no bound.
constexpr int seriesOfHistogram(size_t buckets)
{
    return static_cast<int>(buckets) + 3;
}

} // namespace

std::span<const MetricSpec> metricTable()
{
    return table;
}

int mostSeriesAPeer(size_t buckets)
{
    int most = 0;
    for (const MetricSpec &metric : table)
        if (metric.ofPeer)
            most += metric.type == MetricType::Histogram ? seriesOfHistogram(buckets) : metric.mostSeries;
    return most;
}

} // namespace Pongwatch
