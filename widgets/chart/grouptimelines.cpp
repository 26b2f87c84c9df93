// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/grouptimelines.h"

#include "past/seriessource.h"
#include "widgets/chart/chartpainting.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/statebands.h"
#include "widgets/statuslook.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr qsizetype mostGroupsKept = 100;
constexpr qsizetype mostNamed = 5;
constexpr seconds keptFor{1};       // afterwards more may have been read
constexpr double lowestShare = 2.5; // pixels: so that one of a thousand is visible, too

/// What is known for one pixel.
struct PixelSum {
    int watched = 0;
    int down = 0;
    Health worst = Health::Paused;
};

/// A peer that is down is still down between two dials.
bool isDown(const StateBand &band, const StateBand *before, bool wasDown)
{
    constexpr double sameMoment = 1; // pixels
    const bool follows = before != nullptr && band.left <= before->right + sameMoment;
    return StatusLook::isTrouble(band.health) || (follows && wasDown && band.health == Health::Connecting);
}

void addBands(const std::vector<StateBand> &bands, std::vector<PixelSum> &pixels)
{
    const StateBand *before = nullptr;
    bool wasDown = false;
    const auto last = static_cast<int>(pixels.size()) - 1;
    int next = 0; // so that no peer counts twice in a pixel
    for (const StateBand &band : bands) {
        wasDown = isDown(band, before, wasDown);
        const int first = std::clamp(static_cast<int>(std::floor(band.left)), next, last + 1);
        const int end = std::clamp(static_cast<int>(std::ceil(band.right)), first, last + 1);
        for (int x = first; x < end; ++x) {
            PixelSum &sum = pixels[static_cast<size_t>(x)];
            ++sum.watched;
            sum.down += wasDown ? 1 : 0;
            sum.worst = sum.watched == 1 || isWorse(band.health, sum.worst) ? band.health : sum.worst;
        }
        next = end;
        before = &band;
    }
}

} // namespace

bool GroupTimelines::isCut(qsizetype peers) const
{
    return peers > mostRemembered &&
           m_timelines->axis(1).range.from < m_timelines->state()->source()->began();
}

std::vector<StateSpan> GroupTimelines::states(PeerId peer, const TimeRange &range, qsizetype ofPeers) const
{
    const SeriesSource *source = m_timelines->state()->source();
    return ofPeers > mostRemembered ? source->statesOfThisRun(peer, range.from, range.to)
                                    : source->states(peer, range.from, range.to);
}

const std::vector<GroupTimelines::Stretch> &
GroupTimelines::stretches(const QString &group, const QList<PeerId> &peers, double width)
{
    const ChartAxis wanted = m_timelines->axis(width);
    const auto known = m_rows.constFind(group);
    const SteadyTime now = std::chrono::steady_clock::now();
    if (known != m_rows.cend() && known->axis == wanted && known->peers == peers &&
        now - known->madeAt < keptFor)
        return known->stretches;
    if (m_rows.size() >= mostGroupsKept && known == m_rows.cend())
        m_rows.clear();
    Row &made = m_rows[group];
    made = {wanted, peers, {}, now};
    const TimeRange range{wanted.range.from, std::min(wanted.range.to, m_timelines->state()->now())};
    if (range.length() <= microseconds(0))
        return made.stretches;
    std::vector<PixelSum> pixels(static_cast<size_t>(std::max(1.0, std::ceil(width))));
    for (const PeerId peer : peers)
        addBands(stateBands(states(peer, range, peers.size()), wanted), pixels);
    for (size_t x = 0; x < pixels.size(); ++x) {
        const PixelSum &sum = pixels[x];
        if (sum.watched == 0)
            continue;
        const auto left = static_cast<double>(x);
        const Stretch stretch{left, left + 1, sum.worst, sum.down, sum.watched};
        Stretch *before = made.stretches.empty() ? nullptr : &made.stretches.back();
        if (before && before->right == left && before->worst == stretch.worst &&
            before->down == stretch.down && before->watched == stretch.watched)
            before->right = stretch.right;
        else
            made.stretches.push_back(stretch);
    }
    return made.stretches;
}

void GroupTimelines::paint(QPainter *painter, const QRectF &cell, const QString &group,
                           const QList<PeerId> &peers, const QPalette &palette)
{
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->setClipRect(cell, Qt::IntersectClip);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const std::vector<Stretch> &shown = stretches(group, peers, cell.width());
    const double begin = shown.empty() ? cell.right() : cell.left() + shown.front().left;
    if (isCut(peers.size()) && begin > cell.left() + 1) {
        ChartPainting::notMeasured(painter, QRectF(cell.topLeft(), QPointF(begin, cell.bottom())), QString(),
                                   palette);
    }
    for (const Stretch &one : shown) {
        const QRectF place(cell.left() + one.left, cell.top(), one.right - one.left, cell.height());
        const QColor color = StatusLook::healthColor(one.worst, palette);
        QColor ground = color;
        ground.setAlpha(StatusLook::isDark(palette) ? 54 : 40);
        painter->fillRect(place, palette.color(QPalette::Base));
        painter->fillRect(place, ground);
        if (one.down > 0) {
            const double high = std::max(lowestShare, cell.height() * one.down / one.watched);
            painter->fillRect(place.adjusted(0, cell.height() - high, 0, 0), color);
        }
    }
    const ChartAxis axis = m_timelines->axis(cell.width());
    if (const auto &at = m_timelines->state()->crosshair(); at && axis.range.contains(*at))
        ChartPainting::crosshair(painter, cell, cell.left() + axis.x(*at), palette);
    painter->restore();
}

QString GroupTimelines::tipAt(const QString &group, const QList<PeerId> &peers, WallTime moment) const
{
    const ChartState *chart = m_timelines->state();
    const TimeRange range{moment - seconds(1), moment + microseconds(1)};
    QStringList names;
    int watched = 0;
    int down = 0;
    for (const PeerId peer : peers) {
        const std::vector<StateSpan> spans = states(peer, range, peers.size());
        if (spans.empty() || spans.back().to < moment)
            continue;
        ++watched;
        if (StatusLook::isTrouble(spans.back().health)) {
            ++down;
            if (names.size() < mostNamed)
                names.append(chart->nameOf(peer));
        }
    }
    const QString when = chart->format().moment(moment, chart->now());
    if (watched == 0) {
        return isCut(peers.size())
                   ? tr("%1: so many peers are not summed up before this run of the program").arg(group)
                   : tr("%1: nothing was measured at %2", "group, moment").arg(group, when);
    }
    //: %1 a group of peers, %2 a moment, %3 how many peers, %4 of how many
    QString text =
        tr("%1 at %2: %3 of %4 down").arg(group, when, QLocale().toString(down), QLocale().toString(watched));
    if (down > names.size())
        names.append(QStringLiteral("…"));
    return names.isEmpty() ? text : QString(text + QLatin1Char('\n') + names.join(QStringLiteral(", ")));
}

} // namespace Pongwatch
