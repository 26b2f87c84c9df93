// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/exposition.h"

#include <charconv>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr size_t pieceBytes = 64 * 1024;
constexpr std::string_view totalSuffix = "_total";

const char *typeWord(MetricType type)
{
    switch (type) {
    case MetricType::Counter:
        return "counter";
    case MetricType::Gauge:
        return "gauge";
    case MetricType::Histogram:
        break;
    }
    return "histogram";
}

/// Puts lines together.
class LineSink : public MetricSink
{
public:
    explicit LineSink(MetricsFormat format)
        : m_format(format)
    {
        m_text.reserve(pieceBytes + pieceBytes / 8);
    }

    [[nodiscard]] bool isFull() const { return m_text.size() >= pieceBytes; }
    [[nodiscard]] const std::string &text() const { return m_text; }
    void clear() { m_text.clear(); }

    void begin(const MetricSpec &metric)
    {
        m_name = metric.name;
        // In OpenMetrics, a family's name lacks the suffix of its samples.
        std::string_view family = m_name;
        if (m_format == MetricsFormat::OpenMetrics && metric.type == MetricType::Counter)
            family.remove_suffix(totalSuffix.size());
        m_text.append("# HELP ").append(family).append(" ").append(metric.help);
        m_text.append("\n# TYPE ").append(family).append(" ").append(typeWord(metric.type)).append("\n");
    }

    /// What follows is of then, and from there; `target` outlives it.
    void setOrigin(WallTime time, std::string_view target)
    {
        const auto whole = std::chrono::floor<milliseconds>(time.time_since_epoch()).count();
        const std::string thousandths = std::to_string(1000 + whole % 1000).substr(1);
        m_time = ' ' + std::to_string(whole / 1000) + '.' + thousandths;
        m_target = target;
    }

    void add(std::string_view suffix, std::string_view labels, std::string_view more, double value) override
    {
        m_text.append(m_name).append(suffix);
        char before = '{';
        for (const std::string_view part : {labels, more, m_target}) {
            if (part.empty())
                continue;
            m_text += before;
            m_text.append(part);
            before = ',';
        }
        if (before == ',')
            m_text += '}';
        m_text += ' ';
        std::array<char, 40> number{};
        char *const first = number.data();
        char *const last = first + number.size();
        // Most values are whole numbers, which are faster to write as such.
        constexpr double exactly = 1e15;
        const char *end = std::abs(value) < exactly && value == std::trunc(value)
                              ? std::to_chars(first, last, static_cast<qint64>(value)).ptr
                              : std::to_chars(first, last, value).ptr;
        m_text.append(first, static_cast<size_t>(end - first));
        m_text.append(m_time);
        m_text += '\n';
    }

    void finish()
    {
        if (m_format == MetricsFormat::OpenMetrics)
            m_text.append("# EOF\n");
    }

private:
    MetricsFormat m_format;
    std::string_view m_name;
    std::string_view m_target;
    std::string m_time; ///< with a space before it; empty: of now
    std::string m_text;
};

} // namespace

const char *contentType(MetricsFormat format)
{
    return format == MetricsFormat::OpenMetrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                                : "text/plain; version=0.0.4; charset=utf-8";
}

class MetricsText::Sink : public LineSink
{
public:
    using LineSink::LineSink;
};

MetricsText::MetricsText(const MetricsSnapshot &snapshot, MetricsFormat format)
    : m_snapshot(snapshot)
    , m_sink(std::make_unique<Sink>(format))
{
}

MetricsText::~MetricsText() = default;

std::string_view MetricsText::next()
{
    m_sink->clear();
    const auto table = metricTable();
    while (!m_sink->isFull() && !m_isDone) {
        if (m_metric == table.size()) {
            m_sink->finish();
            m_isDone = true;
            break;
        }
        const MetricSpec &metric = table[m_metric];
        if (m_peer == 0) {
            m_sink->begin(metric);
            if (metric.ofAgent)
                metric.ofAgent(m_snapshot, *m_sink);
        }
        if (metric.ofPeer)
            // One at least, so that what has begun is known by its peer.
            for (; m_peer < m_snapshot.peers.size() && (m_peer == 0 || !m_sink->isFull()); ++m_peer)
                metric.ofPeer(m_snapshot, *m_snapshot.peers[m_peer], *m_sink);
        if (!metric.ofPeer || m_peer == m_snapshot.peers.size()) {
            ++m_metric;
            m_peer = 0;
        }
    }
    return m_sink->text();
}

void writeMetrics(const MetricsSnapshot &snapshot, MetricsFormat format, const MetricsReceiver &receiver)
{
    MetricsText text(snapshot, format);
    while (!text.isDone())
        receiver(text.next());
}

void writePastMetrics(const std::vector<PastMetrics> &past, const MetricsReceiver &receiver)
{
    LineSink sink(MetricsFormat::OpenMetrics);
    const auto handOn = [&sink, &receiver] {
        receiver(sink.text());
        sink.clear();
    };
    for (const MetricSpec &metric : metricTable()) {
        sink.begin(metric);
        for (const PastMetrics &one : past) {
            sink.setOrigin(one.snapshot.at, one.target);
            if (metric.ofAgent)
                metric.ofAgent(one.snapshot, sink);
            if (metric.ofPeer)
                for (const auto &peer : one.snapshot.peers)
                    metric.ofPeer(one.snapshot, *peer, sink);
            if (sink.isFull())
                handOn();
        }
    }
    sink.finish();
    handOn();
}

std::string metricsText(const MetricsSnapshot &snapshot, MetricsFormat format)
{
    std::string text;
    writeMetrics(snapshot, format, [&text](std::string_view piece) { text += piece; });
    return text;
}

} // namespace Pongwatch
