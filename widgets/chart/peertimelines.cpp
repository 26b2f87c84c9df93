// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/peertimelines.h"

#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "text/wording.h"
#include "widgets/chart/chartpainting.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/incident.h"
#include "widgets/chart/latencyfit.h"
#include "widgets/statuslook.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr qsizetype mostRowsKept = 400; // a few screens of them
constexpr int betweenTicks = 18;        // pixels from one word to the next
constexpr double timesUsual = 4;        // the height of a row, in usual latencies, is at least this

Qt::BrushStyle groundPattern(Health health)
{
    switch (health) {
    case Health::Waiting:
    case Health::Closed:
        return Qt::BDiagPattern;
    case Health::Connecting:
        return Qt::Dense6Pattern;
    case Health::Failed:
        return Qt::DiagCrossPattern;
    case Health::Paused:
        return Qt::HorPattern;
    case Health::Stale:
        return Qt::VerPattern;
    case Health::Partly:
        return Qt::FDiagPattern;
    case Health::Slow:
    case Health::Ok:
    case Health::TimedOut:
    case Health::Unknown:
    case Health::Flapping: // no span has this
        break;
    }
    return Qt::NoBrush;
}

/// The strength of the background, out of 255: good states are pale, so that trouble stands out.
int groundStrength(Health health, bool dark)
{
    switch (health) {
    case Health::Ok:
        return dark ? 46 : 34;
    case Health::Slow:
        return dark ? 84 : 62;
    case Health::TimedOut:
        return 255;
    case Health::Failed:
        return 130;
    case Health::Paused:
        return 24;
    default:
        return 84;
    }
}

/// The latency at the upper edge of a row: usual ones are low in it, so that jitter does not look like
/// trouble and much slower ones stand out.
double ceilingOf(const ChartSeries &series)
{
    double slowest = 0;
    for (const double ms : series.latencies)
        slowest = std::isnan(ms) ? slowest : std::max(slowest, ms);
    const double usual =
        middleLatency({series.latencies.constData(), static_cast<size_t>(series.latencies.size())});
    return std::max({1e-6, slowest * 1.1, usual * timesUsual});
}

} // namespace

PeerTimelines::PeerTimelines(ChartState *state, QObject *parent)
    : QObject(parent)
    , m_state(state)
    , m_range(state->range())
{
    connect(state, &ChartState::rangeChanged, this, [this] {
        const auto now = std::chrono::steady_clock::now();
        if (!m_state->isLive() || m_range.length() != m_state->range().length() ||
            now - m_followed >= seconds(1)) {
            m_followed = now;
            follow();
        }
    });
    connect(state, &ChartState::liveChanged, this, &PeerTimelines::follow);
    connect(state->source(), &SeriesSource::changed, this, [this](PeerId peer) {
        const auto its = m_rows.find(peer);
        if (its != m_rows.end())
            its->isStale = true;
    });
    connect(state->book(), &PeerBook::peerRemoved, this, [this](PeerId peer) { m_rows.remove(peer); });
}

void PeerTimelines::advance()
{
    // Follow the chart while it is visible.
    const auto now = std::chrono::steady_clock::now();
    if (m_state->isLive() && now - m_followed >= std::max(milliseconds(1500), 2 * m_state->cadence())) {
        m_followed = now;
        follow();
    }
}

void PeerTimelines::follow()
{
    TimeRange range = m_state->range();
    if (m_state->isLive()) { // nobody may have moved it while the chart was hidden
        const WallTime now = m_state->now();
        range = {now - range.length(), now};
    }
    if (range != m_range) {
        m_range = range;
        Q_EMIT changed();
    }
}

const PeerTimelines::Row &PeerTimelines::row(PeerId peer, double width)
{
    const ChartAxis wanted = axis(width);
    const auto known = m_rows.constFind(peer);
    if (known != m_rows.cend() && !known->isStale && known->axis == wanted)
        return *known;
    if (m_rows.size() >= mostRowsKept && known == m_rows.cend())
        m_rows.clear();
    Row &made = m_rows[peer];
    made.axis = wanted;
    made.isStale = false;
    const WallTime now = m_state->now();
    const TimeRange range{wanted.range.from, std::min(wanted.range.to, now)};
    made.bands.clear();
    if (range.length() > microseconds(0))
        made.bands = stateBands(m_state->source()->states(peer, range.from, range.to), wanted);
    made.series =
        makeChartSeries(*m_state->source(), peer, wanted.range, now, std::max(1, static_cast<int>(width)));
    return made;
}

const std::vector<StateBand> &PeerTimelines::bands(PeerId peer, double width)
{
    return row(peer, width).bands;
}

const ChartSeries &PeerTimelines::series(PeerId peer, double width)
{
    return row(peer, width).series;
}

QString PeerTimelines::words(const StateBand &band, const ChartAxis &axis) const
{
    const bool goesOn = axis.range.to + seconds(2) >= m_state->now();
    const bool isWhole = band.left > axis.left + 0.5 && (goesOn || band.right < axis.right - 0.5);
    const QString word = Wording::health(band.health);
    return isWhole ? tr("%1 %2", "state, how long").arg(word, Formatter().briefDuration(band.to - band.from))
                   : word;
}

void PeerTimelines::paintBand(QPainter *painter, const QRectF &rect, const StateBand &band,
                              const ChartAxis &axis, const QPalette &palette) const
{
    const Health health = band.health;
    const QColor color = StatusLook::healthColor(health, palette);
    const bool dark = StatusLook::isDark(palette);
    // The colours are made for the list's background, whatever the tint of the row.
    painter->fillRect(rect, palette.color(QPalette::Base));
    QColor fill = color;
    fill.setAlpha(groundStrength(health, dark));
    painter->fillRect(rect, fill);
    if (groundPattern(health) != Qt::NoBrush) {
        QColor hatch = color;
        hatch.setAlpha(150);
        painter->fillRect(rect, QBrush(hatch, groundPattern(health)));
    }
    // The shape and, if there is room, the word for anything that needs attention.
    const double side = std::min(rect.height() - 4, 12.0);
    if (side < 8 || rect.width() < side + 6 || !StatusLook::isTrouble(health))
        return;
    const QFontMetricsF metrics(painter->font());
    const auto fits = [&](const QString &text) {
        return rect.height() >= metrics.height() - 1 &&
               rect.width() >= side + metrics.horizontalAdvance(text) + 16;
    };
    const QString whole = words(band, axis);
    const QString word = fits(whole) ? whole : Wording::health(health);
    const bool wordFits = fits(word);
    const QColor paper = palette.color(QPalette::Base);
    const bool solid = health == Health::TimedOut;
    const double wide = side + (wordFits ? metrics.horizontalAdvance(word) + 10 : 4);
    const QRectF label(rect.left() + 3, rect.top() + 1, wide, rect.height() - 2);
    if (!solid)
        painter->fillRect(label & rect, paper);
    const QColor ink = solid ? (dark ? QColor(Qt::black) : QColor(Qt::white)) : color;
    StatusLook::paintShape(painter, QRectF(label.left() + 2, rect.center().y() - side / 2, side, side),
                           health, ink);
    if (wordFits) {
        painter->setPen(ink);
        painter->drawText(label.adjusted(side + 6, 0, 4, 0),
                          static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, word);
    }
}

void PeerTimelines::paint(QPainter *painter, const QRectF &cell, PeerId peer, const QColor &color,
                          const QPalette &palette)
{
    const Row &shown = row(peer, cell.width());
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->setClipRect(cell, Qt::IntersectClip);
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const StateBand &band : shown.bands) {
        paintBand(painter,
                  QRectF(QPointF(cell.left() + band.left, cell.top()),
                         QPointF(cell.left() + band.right, cell.bottom())),
                  band, shown.axis, palette);
    }
    const double start = toChartTime(shown.axis.range.from);
    const double scale = cell.width() / std::max(1e-9, toChartTime(shown.axis.range.to) - start);
    const auto x = [&](double time) { return cell.left() + (time - start) * scale; };
    const double ceiling = ceilingOf(shown.series);
    const double foot = cell.bottom() - 1.5;
    const auto y = [&](double ms) { return foot - std::min(1.0, ms / ceiling) * (cell.height() - 4); };

    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    QPolygonF line;
    const auto finish = [&] {
        if (line.size() == 1) {
            const QPointF at = line.constFirst();
            painter->drawLine(at - QPointF(0.8, 0), at + QPointF(0.8, 0));
        } else if (line.size() > 1) {
            painter->drawPolyline(line);
        }
        line.clear();
    };
    for (qsizetype i = 0; i < shown.series.times.size(); ++i) {
        const double ms = shown.series.latencies.at(i);
        if (std::isnan(ms))
            finish();
        else
            line.append(QPointF(x(shown.series.times.at(i)), y(ms)));
    }
    finish();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QColor red = StatusLook::timeoutColor(palette);
    for (const double time : shown.series.timeouts)
        painter->fillRect(QRectF(std::round(x(time)) - 1, cell.top(), 2, cell.height()), red);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(StatusLook::lateColor(palette), 1.5));
    for (const ChartSeries::Point &late : shown.series.late)
        painter->drawEllipse(QPointF(x(late.time), y(late.ms)), 2.5, 2.5);
    const ChartAxis axis{shown.axis.range, cell.left(), cell.right()};
    if (const auto &mark = m_state->mark()) {
        const QRectF area(QPointF(std::max(cell.left(), axis.x(mark->from)), cell.top()),
                          QPointF(std::min(cell.right(), axis.x(mark->to)), cell.bottom()));
        if (area.width() > 0)
            ChartPainting::mark(painter, area, palette);
    }
    if (const auto &at = m_state->crosshair(); at && axis.range.contains(*at))
        ChartPainting::crosshair(painter, cell, axis.x(*at), palette);
    painter->restore();
}

void PeerTimelines::paintTicks(QPainter *painter, const QRectF &cell, const QPalette &palette) const
{
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->setClipRect(cell, Qt::IntersectClip);
    const ChartAxis axis{m_range, cell.left(), cell.right()};
    const QFontMetrics metrics(painter->font());
    const int room = metrics.horizontalAdvance(m_state->format().widestClock()) + betweenTicks;
    for (const ChartTick &tick :
         chartTicks(m_range, std::max(1, static_cast<int>(cell.width()) / room), m_state->format())) {
        const double at = axis.x(tick.at);
        painter->setPen(StatusLook::hairline(palette));
        painter->drawLine(QPointF(std::floor(at) + 0.5, cell.bottom() - 4),
                          QPointF(std::floor(at) + 0.5, cell.bottom()));
        painter->setPen(tick.newDay ? palette.color(QPalette::Text) : StatusLook::quietText(palette));
        const double wide = metrics.horizontalAdvance(tick.text);
        const double left = std::max(cell.left(), std::min(at - wide / 2, cell.right() - wide - 1));
        painter->drawText(QRectF(left, cell.top(), wide + 1, cell.height() - 3),
                          static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, tick.text);
    }
    painter->restore();
}

std::optional<TimeRange> PeerTimelines::incidentOf(PeerId peer, WallTime moment) const
{
    // It may have begun before the visible range, and continue after it.
    return incidentAround(m_state->source()->states(peer, m_range.from - m_range.length(),
                                                    std::min(m_range.to + m_range.length(), m_state->now())),
                          moment);
}

std::optional<WallTime> PeerTimelines::troubleAt(PeerId peer, WallTime moment) const
{
    const auto incident = incidentOf(peer, moment);
    return incident ? std::optional(incident->from) : std::nullopt;
}

TimeRange PeerTimelines::focusAt(PeerId peer, WallTime moment) const
{
    const auto incident = incidentOf(peer, moment);
    return incident ? withSurroundings(*incident)
                    : TimeRange{moment - m_range.length() / 8, moment + m_range.length() / 8};
}

QString PeerTimelines::reasonAt(PeerId peer, WallTime moment) const
{
    const auto trouble = incidentOf(peer, moment);
    if (!trouble)
        return {};
    const auto ends = m_state->source()->ends(peer, trouble->from - seconds(1), moment + microseconds(1));
    return ends.empty() ? QString() : Wording::endSentence(ends.back().verdict);
}

QString PeerTimelines::tipAt(PeerId peer, WallTime moment) const
{
    const auto states = m_state->source()->states(peer, m_range.from - m_range.length(),
                                                  std::min(m_range.to + m_range.length(), m_state->now()));
    const auto there = std::find_if(states.cbegin(), states.cend(), [moment](const StateSpan &span) {
        return moment >= span.from && moment < span.to;
    });
    if (there == states.cend()) {
        return tr("%1: nothing was measured at %2", "peer, moment")
            .arg(m_state->nameOf(peer), m_state->format().moment(moment, m_state->now()));
    }
    const QString sentence = tr("%1: %2 for %3, since %4", "peer, state, duration, moment")
                                 .arg(m_state->nameOf(peer), Wording::health(there->health),
                                      Formatter().age(there->to - there->from),
                                      m_state->format().moment(there->from, m_state->now()));
    const QString why = reasonAt(peer, moment);
    return why.isEmpty() ? sentence : QString(sentence + QLatin1Char('\n') + why);
}

} // namespace Pongwatch
