// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartstate.h"

#include "items/vantagecells.h"
#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "text/wording.h"
#include "widgets/chart/peercolors.h"
#include "widgets/statuslook.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr int stepsOfVantages = 60; // any picture for the chart is finer

} // namespace

ChartState::ChartState(SeriesSource *source, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_colors(new PeerColors(source->book(), this))
    , m_timeline(source->book()->now())
{
    connect(source, &SeriesSource::changed, this, [this](PeerId peer) {
        if (m_peers.contains(peer) || m_lines.contains(peer)) {
            m_stale = true;
            Q_EMIT becameStale();
        }
    });
    connect(source, &SeriesSource::vantagesChanged, this, [this](const QList<PeerId> &peers) {
        if (m_peers.size() == 1 && peers.contains(m_peers.constFirst()) && findLines())
            Q_EMIT peersChanged();
    });
    connect(book(), &PeerBook::peerRemoved, this, [this](PeerId peer) {
        if (m_pointed == peer) {
            setPointed(std::nullopt);
        }
        if (m_peers.removeOne(peer)) {
            findLines();
            Q_EMIT peersChanged();
        }
    });
}

const PeerBook *ChartState::book() const
{
    return m_source->book();
}

WallTime ChartState::now() const
{
    return book()->now();
}

Formatter ChartState::format() const
{
    return book()->format();
}

void ChartState::setPeers(const QList<PeerId> &peers, bool chosen)
{
    const QList<PeerId> shown = peers.mid(0, mostPeers);
    m_colors->want(shown, chosen);
    if (shown != m_peers) {
        m_peers = shown;
        findLines();
        Q_EMIT peersChanged();
    }
}

bool ChartState::findLines()
{
    const QList<PeerId> linesBefore = m_lines;
    const VantagesOfPeer before =
        std::exchange(m_vantages, m_peers.size() == 1 ? m_source->vantagesOf(m_peers.constFirst(), mostPeers)
                                                      : VantagesOfPeer());
    if (m_vantages.series.size() < 2)
        m_vantages = {};
    m_lines.clear();
    for (const VantageSeries &one : m_vantages.series)
        if (!m_hidden.contains(one.vantage))
            m_lines.append(one.id);
    if (m_lines.isEmpty()) // of this peer, all are hidden
        for (const VantageSeries &one : m_vantages.series)
            m_lines.append(one.id);
    if (m_vantages.series.isEmpty())
        m_lines = m_peers;
    return m_lines != linesBefore || m_vantages != before;
}

const VantageSeries *ChartState::vantageOf(PeerId line) const
{
    const auto its = std::find_if(m_vantages.series.cbegin(), m_vantages.series.cend(),
                                  [line](const VantageSeries &one) { return one.id == line; });
    return its == m_vantages.series.cend() ? nullptr : &*its;
}

bool ChartState::isHidden(PeerId line) const
{
    return vantageOf(line) && !m_lines.contains(line);
}

void ChartState::pickVantage(PeerId line, bool others)
{
    const VantageSeries *picked = vantageOf(line);
    if (!picked)
        return;
    QSet<QString> shown;
    for (const VantageSeries &one : m_vantages.series)
        if (m_lines.contains(one.id))
            shown.insert(one.vantage);
    const bool isShown = shown.contains(picked->vantage);
    if (others && isShown && shown.size() > 1)
        shown.remove(picked->vantage);
    else if (others)
        shown.insert(picked->vantage);
    else if (isShown && shown.size() == 1)
        shown.clear(); // all again
    else
        shown = {picked->vantage};
    m_hidden.clear();
    for (const VantageSeries &one : m_vantages.series)
        if (!shown.isEmpty() && !shown.contains(one.vantage))
            m_hidden.insert(one.vantage);
    if (findLines())
        Q_EMIT peersChanged();
}

QString ChartState::nameOf(PeerId peer) const
{
    const PeerRecord *record = book()->record(peer);
    return record ? record->name() : QString();
}

QString ChartState::nameOfLine(PeerId line) const
{
    const VantageSeries *vantage = vantageOf(line);
    return vantage ? vantage->vantage : nameOf(line);
}

LineLook ChartState::lookOf(PeerId line, const QPalette &palette) const
{
    if (const VantageSeries *vantage = vantageOf(line))
        return {StatusLook::seriesColor(vantage->place, palette), vantage->place};
    return {m_colors->color(line, palette), std::nullopt};
}

QString ChartState::newestOf(PeerId line) const
{
    const VantageSeries *vantage = vantageOf(line);
    if (const PeerRecord *record = book()->record(line); record && record->lastSample()) {
        const PingSample &sample = *record->lastSample();
        return hasRoundTrip(sample.outcome) ? format().latency(sample.rtt) : Wording::outcome(sample.outcome);
    }
    if (!vantage || book()->isOwn(line))
        return QStringLiteral("–");
    if (!isSeenUp(vantage->health))
        return VantageCells::word(vantage->health);
    const std::vector<SeriesBucket> buckets =
        m_source->buckets(line, range().from, range().to, stepsOfVantages);
    for (auto bucket = buckets.crbegin(); bucket != buckets.crend(); ++bucket)
        if (bucket->mean)
            return format().latency(*bucket->mean);
    return vantage->health == Health::Ok ? QStringLiteral("–") : VantageCells::word(vantage->health);
}

void ChartState::tellMoves(const ChartTimeline &before)
{
    if (m_timeline.range() != before.range())
        Q_EMIT rangeChanged();
    if (m_timeline.span() != before.span())
        Q_EMIT spanChanged(m_timeline.span());
    if (m_timeline.isLive() != before.isLive())
        Q_EMIT liveChanged(m_timeline.isLive());
}

void ChartState::setLive(bool live)
{
    const ChartTimeline before = m_timeline;
    if (live) {
        m_timeline.goLive(now());
    } else {
        m_mayGrow = false;
        m_timeline.freeze();
    }
    tellMoves(before);
}

void ChartState::startWith(microseconds span)
{
    setSpan(span);
    m_mayGrow = true;
}

/// When earlier measurements have been read, and until the span is filled.
void ChartState::grow()
{
    constexpr seconds toRead(2);
    const WallTime moment = now();
    if (!m_mayGrow || !isLive() || m_peers.isEmpty() || moment - m_source->began() < toRead)
        return;
    WallTime first = moment;
    for (const PeerId peer : std::as_const(m_peers)) {
        const std::vector<StateSpan> states = m_source->states(peer, moment - span(), moment);
        first = states.empty() ? first : std::min(first, states.front().from);
    }
    m_mayGrow = first > moment - span();
    m_timeline.setBegin(m_mayGrow ? std::optional(first) : std::nullopt);
}

void ChartState::setSpan(microseconds span)
{
    m_mayGrow = false;
    const ChartTimeline before = m_timeline;
    m_timeline.setSpan(span);
    tellMoves(before);
}

void ChartState::pan(double share)
{
    m_mayGrow = false;
    const ChartTimeline before = m_timeline;
    m_timeline.pan(share, now());
    tellMoves(before);
}

void ChartState::zoom(double factor, WallTime anchor)
{
    m_mayGrow = false;
    const ChartTimeline before = m_timeline;
    m_timeline.zoom(factor, anchor);
    tellMoves(before);
}

void ChartState::zoom(double factor)
{
    // A live chart keeps the present visible.
    zoom(factor, isLive() ? m_timeline.to() : m_timeline.from() + m_timeline.span() / 2);
}

void ChartState::show(const TimeRange &range)
{
    m_mayGrow = false;
    const ChartTimeline before = m_timeline;
    m_timeline.show(range, now());
    tellMoves(before);
}

void ChartState::tick(int pixels)
{
    const WallTime moment = now();
    if (isLive() && std::chrono::abs(moment - m_timeline.to()) >= range().length() / std::max(1, pixels)) {
        const ChartTimeline before = m_timeline;
        m_timeline.advance(moment);
        grow();
        tellMoves(before);
    }
    if (std::exchange(m_stale, false))
        Q_EMIT dataChanged();
}

milliseconds ChartState::cadence() const
{
    constexpr int movesASpan = 100;
    return std::clamp(std::chrono::duration_cast<milliseconds>(span() / movesASpan), milliseconds(200),
                      milliseconds(seconds(10)));
}

void ChartState::setLogarithmic(bool logarithmic)
{
    if (logarithmic != m_logarithmic) {
        m_logarithmic = logarithmic;
        m_automatic = false;
        Q_EMIT scaleChanged();
    }
}

void ChartState::setScaleAutomatic(bool automatic)
{
    if (automatic != m_automatic) {
        m_automatic = automatic;
        Q_EMIT scaleChanged();
    }
}

void ChartState::suggestLogarithmic(bool logarithmic)
{
    if (m_automatic && logarithmic != m_logarithmic) {
        m_logarithmic = logarithmic;
        Q_EMIT scaleChanged();
    }
}

void ChartState::setClipping(bool clipping)
{
    if (clipping != m_clipping) {
        m_clipping = clipping;
        Q_EMIT scaleChanged();
    }
}

void ChartState::setFixedScale(const std::optional<std::pair<double, double>> &ends)
{
    const bool isScale = !ends || (ends->first >= 0 && ends->second > ends->first);
    if (isScale && ends != m_fixedScale) {
        m_fixedScale = ends;
        Q_EMIT scaleChanged();
    }
}

void ChartState::setThresholds(const QList<double> &thresholds)
{
    QList<double> sorted = thresholds;
    sorted.removeIf([](double ms) { return !(ms > 0); });
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    if (sorted != m_thresholds) {
        m_thresholds = sorted;
        Q_EMIT scaleChanged();
    }
}

void ChartState::setPointed(std::optional<PeerId> peer)
{
    if (peer != m_pointed || m_isLinePointed) {
        m_pointed = peer;
        m_isLinePointed = false;
        Q_EMIT pointedChanged();
    }
}

void ChartState::setPointedLine(std::optional<PeerId> line)
{
    if (line != m_pointed || m_isLinePointed != line.has_value()) {
        m_pointed = line;
        m_isLinePointed = line.has_value();
        Q_EMIT pointedChanged();
    }
}

std::optional<PeerId> ChartState::pointedLine() const
{
    // The only peer shown is not one of its vantages, even if this program is and goes by the same id.
    const bool isLine = !isByVantage() || m_isLinePointed;
    return isLine && m_pointed && m_lines.contains(*m_pointed) ? m_pointed : std::nullopt;
}

void ChartState::setMark(const std::optional<TimeRange> &mark)
{
    if (mark != m_mark) {
        m_mark = mark;
        Q_EMIT markChanged();
    }
}

void ChartState::setCrosshair(const std::optional<WallTime> &moment)
{
    if (moment != m_crosshair) {
        m_crosshair = moment;
        Q_EMIT crosshairChanged();
    }
}

} // namespace Pongwatch
