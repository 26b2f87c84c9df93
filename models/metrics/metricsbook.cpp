// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricsbook.h"

#include "engine/values/foreigntext.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestLabel = 200; // characters
constexpr qsizetype longestTag = 60;
constexpr qsizetype mostTags = 20;
constexpr seconds lagSlot{5};
constexpr std::chrono::minutes lagWindow{1};

std::string harmlessLabel(const QString &value, qsizetype limit = longestLabel)
{
    return escapedLabel(harmlessText(value, limit).toUtf8().toStdString());
}

std::string labelOf(const char *name, const std::string &escaped)
{
    return std::string(name) + "=\"" + escaped + '"';
}

/// ",eu,prod,": each tag between commas, as in Prometheus' own service discoveries, so that tags=~".*,eu,.*"
/// finds it.
QString joinedTags(const QStringList &tags)
{
    QStringList sorted;
    for (const QString &tag : tags)
        if (const QString plain = harmlessText(QString(tag).replace(u',', u' ').trimmed(), longestTag);
            !plain.isEmpty())
            sorted.append(plain);
    sorted.sort();
    sorted.removeDuplicates();
    return sorted.isEmpty() ? QString() : u',' + sorted.mid(0, mostTags).join(u',') + u',';
}

/// "wss://example.com:8443". The path and the query of a URL are left out, because a token may be in them.
std::string originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return harmlessLabel(origin.toString(QUrl::FullyEncoded));
}

template <typename Entries>
auto placeOfPeer(Entries &entries, PeerId peer)
{
    return std::lower_bound(entries.begin(), entries.end(), peer, [](const auto &entry, PeerId one) {
        return toNumber(entry.peer) < toNumber(one);
    });
}

QByteArrayView nameOf(const MetricLabels &labels)
{
    return {labels.name().data(), static_cast<qsizetype>(labels.name().size())};
}

} // namespace

MetricsBook::MetricsBook(const MetricsOptions &options, WallTime now)
    : m_options(options)
{
    if (!options.vantage.isEmpty())
        m_agent.labels = labelOf("vantage", harmlessLabel(options.vantage));
    m_agent.provider = harmlessLabel(options.provider);
    m_agent.reloadedAt = now;
    m_agent.startedAt = now;
}

std::string MetricsBook::freeName(const QString &wanted) const
{
    std::string name = harmlessLabel(wanted);
    for (int number = 2; m_names.contains(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())));
         ++number)
        name = harmlessLabel(wanted + QStringLiteral(" (%1)").arg(number));
    return name;
}

MetricsBook::Entry *MetricsBook::find(PeerId peer)
{
    const auto place = placeOfPeer(m_entries, peer);
    return place != m_entries.end() && place->peer == peer ? &*place : nullptr;
}

PeerMetrics &MetricsBook::unshared(Entry &entry) const
{
    if (entry.copiedAfter != m_snapshots) {
        entry.metrics = std::make_shared<PeerMetrics>(*entry.metrics);
        entry.copiedAfter = m_snapshots;
    }
    return *entry.metrics;
}

void MetricsBook::setPeer(PeerId peer, const ConnectionSettings &settings, const QString &group,
                          const QStringList &tags)
{
    const std::lock_guard guard(m_mutex);
    auto place = placeOfPeer(m_entries, peer);
    if (place == m_entries.end() || place->peer != peer)
        place = m_entries.insert(
            place, {peer, m_snapshots, std::make_shared<PeerMetrics>(m_options.buckets.size())});
    else
        m_names.remove(nameOf(place->metrics->labels));
    PeerMetrics &metrics = unshared(*place);
    std::string more;
    const auto add = [&more](const std::string &label) { more += (more.empty() ? "" : ",") + label; };
    if (!group.isEmpty())
        add(labelOf("group", harmlessLabel(group)));
    if (!m_agent.labels.empty())
        add(m_agent.labels);
    if (const QString joined = joinedTags(tags); !joined.isEmpty())
        add(labelOf("tags", harmlessLabel(joined, mostTags * (longestTag + 1) + 1)));
    // Cutting and escaping may make two names equal, so there is room for a number.
    metrics.labels =
        MetricLabels(freeName(harmlessText(settings.name, longestLabel - 10)), more, originOf(settings.url));
    m_names.insert(nameOf(metrics.labels));
    metrics.waitsForFeed = settings.dialogue && settings.dialogue->alive;
}

void MetricsBook::setHeldBack(PeerId peer, bool held)
{
    const std::lock_guard guard(m_mutex);
    if (Entry *entry = find(peer))
        unshared(*entry).isHeldBack = held;
}

void MetricsBook::removePeer(PeerId peer)
{
    const std::lock_guard guard(m_mutex);
    const auto place = placeOfPeer(m_entries, peer);
    if (place == m_entries.end() || place->peer != peer)
        return;
    m_names.remove(nameOf(place->metrics->labels));
    m_entries.erase(place);
}

void MetricsBook::apply(const Batch &batch)
{
    const std::lock_guard guard(m_mutex);
    noteLag(batch.worstLag);
    for (const auto &item : batch.items) {
        std::visit(
            [this](const auto &value) {
                Entry *entry = find(value.peer);
                if (!entry)
                    return;
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, PingSample>)
                    unshared(*entry).apply(value, m_options.buckets);
                else
                    unshared(*entry).apply(value);
            },
            item);
    }
}

void MetricsBook::noteLag(nanoseconds lag)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    if (m_lags.empty() || now - m_lags.back().slot >= lagSlot)
        m_lags.push_back({now, lag});
    else
        m_lags.back().worst = std::max(m_lags.back().worst, lag);
    while (now - m_lags.front().slot > lagWindow + lagSlot)
        m_lags.pop_front();
}

void MetricsBook::noteReload(bool succeeded, WallTime at)
{
    const std::lock_guard guard(m_mutex);
    m_agent.reloadSucceeded = succeeded;
    if (succeeded)
        m_agent.reloadedAt = at;
}

MetricsSnapshot MetricsBook::snapshot(WallTime at) const
{
    MetricsSnapshot snapshot;
    snapshot.at = at;
    snapshot.buckets = m_options.buckets;
    {
        const std::lock_guard guard(m_mutex);
        snapshot.agent = m_agent;
        const SteadyTime from = std::chrono::steady_clock::now() - lagWindow - lagSlot;
        for (const Lag &lag : m_lags)
            if (lag.slot >= from)
                snapshot.agent.lag = std::max(snapshot.agent.lag, lag.worst);
        snapshot.peers.reserve(m_entries.size());
        for (const Entry &entry : m_entries)
            snapshot.peers.push_back(entry.metrics);
        ++m_snapshots;
    }
    snapshot.agent.process = currentProcessFigures();
    return snapshot;
}

size_t MetricsBook::peers() const
{
    const std::lock_guard guard(m_mutex);
    return m_entries.size();
}

} // namespace Pongwatch
