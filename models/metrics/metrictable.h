// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/peermetrics.h"
#include "metrics/processfigures.h"

#include <span>
#include <string_view>

namespace Pongwatch
{

/// What is true of the whole program, beside its peers.
struct AgentMetrics {
    std::string labels;   ///< of its own series: vantage="…", or empty
    std::string provider; ///< of the place it watches from, escaped; empty: not told
    nanoseconds lag{0};   ///< how late the I/O threads were at most in the last minute
    bool reloadSucceeded = true;
    WallTime reloadedAt{}; ///< when a workspace was last taken
    WallTime startedAt{};
    ProcessFigures process;
};

/// What is to be told at one moment. A value: whoever has it needs no lock.
struct MetricsSnapshot {
    WallTime at{};
    AgentMetrics agent;
    RttBuckets buckets;
    std::vector<PeerMetrics> peers;
};

/// Takes the samples of one metric, one series after the other.
class MetricSink
{
public:
    virtual ~MetricSink() = default;
    /// `suffix` is behind the metric's name ("_bucket"). `labels` are those of the peer or the program,
    /// `more` those of this series; both as the text format has them, escaped, without braces; both may be
    /// empty.
    virtual void add(std::string_view suffix, std::string_view labels, std::string_view more,
                     double value) = 0;
};

enum class MetricType : quint8 { Counter, Gauge, Histogram };

/// A row of the table of all metrics: name, labels, help, and how it is made from what is known. A pure
/// mapping: the page docs/output.md shows the same table.
struct MetricSpec {
    const char *name;
    MetricType type;
    const char *moreLabels; ///< beside those that all have, joined by ", "; empty: none
    /// The most series there can be, of one peer or in all; a histogram's are those with the default buckets.
    int mostSeries;
    const char *help;                                                                      ///< one sentence
    void (*ofAgent)(const MetricsSnapshot &all, MetricSink &sink);                         ///< or null
    void (*ofPeer)(const MetricsSnapshot &all, const PeerMetrics &peer, MetricSink &sink); ///< or null
};

/// All metrics, in the order in which they are told.
[[nodiscard]] std::span<const MetricSpec> metricTable();

/// How many series one peer can make at most, with so many bounds of buckets.
[[nodiscard]] int mostSeriesAPeer(size_t buckets);

/// A label's value as the text format wants it: backslash, quote and line break escaped.
[[nodiscard]] std::string escapedLabel(std::string_view value);

/// A number as both text formats have it: the shortest that reads back as the same.
[[nodiscard]] std::string metricNumber(double value);

/// A bound of a bucket, always with a decimal ("1.0"): so OpenMetrics has it, and a series keeps its name
/// whichever format is read.
[[nodiscard]] std::string bucketBound(double value);

} // namespace Pongwatch
