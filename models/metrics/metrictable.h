// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/peermetrics.h"
#include "metrics/processfigures.h"

#include <span>
#include <string_view>

namespace Pongwatch
{

/// Figures of the program as a whole.
struct AgentMetrics {
    std::string labels;   ///< of its own series: vantage="…", or empty
    std::string provider; ///< of the place from which it watches, escaped; empty: not known
    nanoseconds lag{0};   ///< the most by which the I/O threads were late in the last minute
    bool reloadSucceeded = true;
    WallTime reloadedAt{}; ///< when a workspace was last accepted
    WallTime startedAt{};
    ProcessFigures process;
};

/// All that the metrics say at one moment. A value, so its owner needs no lock. Peers are shared with the
/// book, which copies those that change afterwards.
struct MetricsSnapshot {
    WallTime at{};
    AgentMetrics agent;
    RttBuckets buckets;
    std::vector<std::shared_ptr<const PeerMetrics>> peers;
};

/// Receives the samples of one metric, one series after the other.
class MetricSink
{
public:
    virtual ~MetricSink() = default;
    /// `suffix` follows the metric's name ("_bucket"). `labels` are those of the peer or the program, `more`
    /// those of this series. Both are written as in the text format, escaped and without braces, and may be
    /// empty.
    virtual void add(std::string_view suffix, std::string_view labels, std::string_view more,
                     double value) = 0;
};

enum class MetricType : quint8 { Counter, Gauge, Histogram };

/// A row of the table of all metrics: name, labels, help, and a pure function that gives its values. The page
/// docs/output.md shows the same table.
struct MetricSpec {
    const char *name;
    MetricType type;
    const char *moreLabels; ///< in addition to those that all have, joined by ", "; empty: none
    /// The largest number of series, for each peer or in all; of a histogram, with the default buckets.
    int mostSeries;
    const char *help;                                                                      ///< one sentence
    void (*ofAgent)(const MetricsSnapshot &all, MetricSink &sink);                         ///< or null
    void (*ofPeer)(const MetricsSnapshot &all, const PeerMetrics &peer, MetricSink &sink); ///< or null
};

/// All metrics, in the order in which they are written.
[[nodiscard]] std::span<const MetricSpec> metricTable();

/// The largest number of series for one peer, with this many bounds of buckets.
[[nodiscard]] int mostSeriesAPeer(size_t buckets);

/// A label's value as the text format wants it: backslash, quote and line break escaped.
[[nodiscard]] std::string escapedLabel(std::string_view value);

/// A number as in both text formats: the shortest text that reads back as the same number.
[[nodiscard]] std::string metricNumber(double value);

/// A bound of a bucket, always with a decimal ("1.0"), as in OpenMetrics, so that a series has the same name
/// in both formats.
[[nodiscard]] std::string bucketBound(double value);

} // namespace Pongwatch
