// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/jsonloutput.h"

#include "app/headless/jsonlevents.h"
#include "app/headless/outputstream.h"
#include "app/headless/tracelines.h"
#include "engine/diagnosis/explainpath.h"

namespace Pongwatch
{

namespace
{

constexpr seconds feedInterval{10};

} // namespace

JsonlOutput::JsonlOutput(OutputStream &stream)
    : m_stream(stream)
{
}

void JsonlOutput::started(const std::deque<PeerRecord> &, WallTime time)
{
    m_stream.write(jsonlStart(time, QStringLiteral(PONGWATCH_VERSION)) + '\n');
}

void JsonlOutput::sample(const PeerRecord &peer, const PingSample &sample)
{
    if (const auto line = jsonlSample(peer.name(), sample))
        m_stream.write(*line + '\n');
}

void JsonlOutput::event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation)
{
    if (const auto line = jsonlEvent(peer.name(), displayUrl(peer.url()), event, explanation))
        m_stream.write(*line + '\n');
    if (std::holds_alternative<FeedSeen>(event.what)) {
        WallTime &told = m_feedTold[toNumber(peer.id())];
        if (event.time >= told + feedInterval || event.time < told) {
            told = event.time;
            m_stream.write(jsonlFeedRate(peer, event.time) + '\n');
        }
    }
}

void JsonlOutput::heldBack(const PeerRecord &peer, const QString &explanation)
{
    m_stream.write(jsonlHeldBack(peer, explanation) + '\n');
}

void JsonlOutput::clockStepped(const ClockStep &step, const Note &note)
{
    m_stream.write(jsonlClockStep(step, note) + '\n');
}

void JsonlOutput::traced(const PeerRecord &peer, const TracedPath &path)
{
    m_stream.write(
        jsonlPath(path.trace, findOnPath(path), peer.name(), displayUrl(peer.url()), explainPath(path)) +
        '\n');
}

void JsonlOutput::alert(const AlertChange &change)
{
    m_stream.write(jsonlAlert(change) + '\n');
}

void JsonlOutput::delivery(const Delivery &delivery, const DeliveryResult &result)
{
    m_stream.write(jsonlDelivery(delivery, result, currentWallTime()) + '\n');
}

void JsonlOutput::ended(const Report &report)
{
    for (const ReportPeer &peer : report.peers)
        m_stream.write(jsonlSummary(peer, report.to) + '\n');
}

void JsonlOutput::history(const HistoryStatus &status)
{
    m_stream.write(jsonlHistory(status, currentWallTime()) + '\n');
}

} // namespace Pongwatch
