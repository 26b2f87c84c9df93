// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrictable.h"

#include <functional>
#include <memory>

namespace Pongwatch
{

enum class MetricsFormat : quint8 {
    Text,        ///< Prometheus' text format, version 0.0.4
    OpenMetrics, ///< OpenMetrics 1.0.0
};

/// Its media type in HTTP.
[[nodiscard]] const char *contentType(MetricsFormat format);

/// Receives the document in pieces, in order; each piece is valid only during the call.
using MetricsReceiver = std::function<void(std::string_view piece)>;

/// All metrics as text, made piece by piece as they are wanted, so that the whole of it need not be kept.
class MetricsText
{
public:
    /// The snapshot outlives it.
    MetricsText(const MetricsSnapshot &snapshot, MetricsFormat format);
    ~MetricsText();
    Q_DISABLE_COPY_MOVE(MetricsText)

    /// The next piece, of about 64 KiB; it is valid until the next call. Empty: that was
    /// all.
    [[nodiscard]] std::string_view next();
    [[nodiscard]] bool isDone() const { return m_isDone; }

private:
    class Sink;
    const MetricsSnapshot &m_snapshot;
    std::unique_ptr<Sink> m_sink;
    size_t m_metric = 0;
    size_t m_peer = 0; ///< the next one to be told of the metric
    bool m_isDone = false;
};

/// Writes all metrics, in pieces of about 64 KiB. Not by prometheus-cpp, which makes an
/// object with a copy of all labels for each series and takes twenty times as long (docs/fleet.md). Tests
/// compare the two.
void writeMetrics(const MetricsSnapshot &snapshot, MetricsFormat format, const MetricsReceiver &receiver);

/// What was told earlier, as OpenMetrics with the time of each sample: for tools that fill a database
/// (promtool tsdb create-blocks-from openmetrics).
struct PastMetrics {
    MetricsSnapshot snapshot;
    std::string target; ///< labels that a Prometheus adds when it scrapes, escaped; may be empty
};

/// Those of each agent in time order.
void writePastMetrics(const std::vector<PastMetrics> &past, const MetricsReceiver &receiver);

/// The same in one piece.
[[nodiscard]] std::string metricsText(const MetricsSnapshot &snapshot, MetricsFormat format);

} // namespace Pongwatch
