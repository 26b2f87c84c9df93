// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/fleetpictures.h"

#include "fleet/labelmatcher.h"

#include <QMap>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace Pongwatch
{

namespace
{

constexpr qsizetype mostBounds = 64; // of a histogram: a stranger's may have any number

/// What the parts say at one moment.
struct Moment {
    std::optional<double> sum;
    std::optional<double> count;
    std::optional<double> timeouts;
    std::optional<double> least; // of "up" from any vantage
    std::optional<double> best;
    std::optional<double> share;
    std::map<double, double> below; // by the bounds
};

using Moments = std::map<qint64, Moment>; // by µs since 1970

void takePart(const QueriedSeries &series, Moments &moments)
{
    const QString part = series.labels.value(QStringLiteral("part"));
    static const QHash<QString, std::optional<double> Moment::*> members{
        {QStringLiteral("sum"), &Moment::sum},       {QStringLiteral("count"), &Moment::count},
        {QStringLiteral("lost"), &Moment::timeouts}, {QStringLiteral("least"), &Moment::least},
        {QStringLiteral("best"), &Moment::best},     {QStringLiteral("share"), &Moment::share}};
    if (part == QStringLiteral("le")) {
        const QString bound = series.labels.value(QStringLiteral("le"));
        bool isNumber = false;
        const double number = bound == QStringLiteral("+Inf") ? HUGE_VAL : bound.toDouble(&isNumber);
        if (std::isnan(number) || (!isNumber && std::isfinite(number)))
            return;
        for (const QueriedPoint &point : series.points)
            moments[point.time.time_since_epoch().count()].below[number] = point.value;
        return;
    }
    const auto member = members.constFind(part);
    if (member == members.cend())
        return;
    for (const QueriedPoint &point : series.points)
        moments[point.time.time_since_epoch().count()].*(*member) = point.value;
}

quint32 wholeCount(double count)
{
    return static_cast<quint32>(std::llround(std::clamp(count, 0.0, 4e9)));
}

/// The state at a moment; nullopt: nothing was told.
std::optional<Health> healthAt(const Moment &moment)
{
    if (!moment.best)
        return std::nullopt;
    if (*moment.best <= 0)
        return Health::Waiting;
    return moment.least && *moment.least <= 0 ? Health::Partly : Health::Ok;
}

OutsideStep stepOf(const Moment &moment, WallTime end, const PictureWish &wish,
                   const std::vector<double> &bounds)
{
    OutsideStep step;
    step.bucket.from = end - wish.step;
    step.bucket.width = wish.step;
    // Counters are looked at over the window, which may be longer.
    const double part = static_cast<double>(wish.step.count()) / static_cast<double>(wish.window.count());
    const double count = moment.count.value_or(0) * part;
    if (count > 0) {
        step.bucket.count = std::max(1U, wholeCount(count));
        step.bucket.mean = fromSeconds(std::max(0.0, moment.sum.value_or(0)) / *moment.count);
        step.bucket.min = step.bucket.mean;
        step.bucket.max = step.bucket.mean;
    }
    if (moment.timeouts && *moment.timeouts > 0.5) // extrapolation makes fractions of whole ones
        step.bucket.timeouts = std::max(1U, wholeCount(*moment.timeouts * part));
    if (moment.share)
        step.up = static_cast<float>(std::clamp(*moment.share, 0.0, 1.0));
    if (!moment.below.empty()) {
        double before = 0;
        for (const double bound : bounds) {
            const auto its = moment.below.find(bound);
            const double below = its == moment.below.end() ? before : std::max(before, its->second);
            step.counts.push_back(static_cast<float>((below - before) * part));
            before = below;
        }
        const auto all = moment.below.rbegin()->second;
        step.counts.push_back(static_cast<float>(std::max(0.0, all - before) * part));
    }
    return step;
}

void addState(OutsidePicture &picture, std::optional<Health> health, WallTime from, WallTime to)
{
    if (!health) {
        if (!picture.gaps.empty() && picture.gaps.back().to == from)
            picture.gaps.back().to = to;
        else
            picture.gaps.push_back({from, to});
        return;
    }
    const ConnectionState state =
        *health == Health::Waiting ? ConnectionState::Waiting : ConnectionState::Open;
    if (!picture.states.empty() && picture.states.back().to == from &&
        picture.states.back().health == *health)
        picture.states.back().to = to;
    else
        picture.states.push_back({from, to, *health, state});
}

OutsidePicture pictureOf(const Moments &moments, const PictureWish &wish)
{
    OutsidePicture picture;
    picture.span = wish.span;
    picture.step = wish.step;
    std::vector<double> bounds;
    for (const auto &[at, moment] : moments)
        for (const auto &[bound, below] : moment.below)
            if (std::isfinite(bound))
                bounds.push_back(bound);
    std::sort(bounds.begin(), bounds.end());
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    if (bounds.size() <= static_cast<size_t>(mostBounds))
        picture.bounds = bounds;
    for (WallTime at = wish.span.from + wish.step; at <= wish.span.to; at += wish.step) {
        const auto its = moments.find(at.time_since_epoch().count());
        const std::optional<Health> health = its == moments.end() ? std::nullopt : healthAt(its->second);
        if (!wish.wantsDistribution)
            addState(picture, health, at - wish.step, at);
        if (its == moments.end())
            continue;
        OutsideStep step = stepOf(its->second, at, wish, picture.bounds);
        if (health == Health::Waiting)
            step.bucket.withoutConnection = step.bucket.width;
        step.bucket.gap =
            !picture.steps.empty() && picture.steps.back().bucket.from + wish.step < step.bucket.from;
        picture.steps.push_back(std::move(step));
    }
    return picture;
}

QString marked(const QString &expression, const char *part)
{
    return QStringLiteral("label_replace(%1, \"part\", \"%2\", \"\", \"\")")
        .arg(expression, QString::fromLatin1(part));
}

} // namespace

QString PictureWish::expression() const
{
    QStringList names;
    for (const FleetKey &peer : peers)
        names.append(peer.second);
    names.removeDuplicates();
    QString only = matcherOf("peer", names);
    QString labels = QStringLiteral("group, peer");
    if (!vantages.isEmpty()) {
        only += u',' + matcherOf("vantage", vantages);
        labels += QStringLiteral(", vantage");
    }
    const QString over = QStringLiteral("[%1s]").arg(window.count());
    const QString by = QStringLiteral(" by (") + labels + QStringLiteral(") ");
    const auto increase = [&](const char *metric, const QString &more = {}) {
        return QStringLiteral("sum%1(increase(%2{%3}%4))")
            .arg(by, QString::fromLatin1(metric), only + more, over);
    };
    if (wantsDistribution) {
        return marked(QStringLiteral("sum by (%1, le) (increase(pongwatch_ping_rtt_seconds_bucket{%2}%3))")
                          .arg(labels, only, over),
                      "le");
    }
    const QString up = QStringLiteral("pongwatch_peer_up{%1}").arg(only);
    return QStringList{
        marked(increase("pongwatch_ping_rtt_seconds_sum"), "sum"),
        marked(increase("pongwatch_ping_rtt_seconds_count"), "count"),
        marked(increase("pongwatch_pings_total", QStringLiteral(",outcome=\"timed-out\"")), "lost"),
        marked(QStringLiteral("min%1(min_over_time(%2[%3s]))").arg(by, up).arg(step.count()), "least"),
        marked(QStringLiteral("max%1(%2)").arg(by, up), "best"),
        marked(QStringLiteral("avg%1(avg_over_time(%2[%3s]))").arg(by, up).arg(step.count()), "share")}
        .join(QStringLiteral(" or "));
}

FleetPictures picturesOf(const QList<QueriedSeries> &answer, const PictureWish &wish)
{
    QHash<PictureKey, Moments> all;
    const QStringList vantages = wish.vantages.isEmpty() ? QStringList{QString()} : wish.vantages;
    for (const FleetKey &key : wish.peers)
        for (const QString &vantage : vantages)
            all.insert({key.first, key.second, vantage}, {});
    for (const QueriedSeries &series : answer) {
        const PictureKey key{series.labels.value(QStringLiteral("group")),
                             series.labels.value(QStringLiteral("peer")),
                             series.labels.value(QStringLiteral("vantage"))};
        if (const auto its = all.find(key); its != all.end())
            takePart(series, *its);
    }
    FleetPictures pictures;
    for (auto its = all.cbegin(); its != all.cend(); ++its)
        pictures.insert(its.key(), pictureOf(*its, wish));
    return pictures;
}

void addDistribution(OutsidePicture &picture, const OutsidePicture &distribution)
{
    picture.bounds = distribution.bounds;
    auto its = distribution.steps.cbegin();
    for (OutsideStep &step : picture.steps) {
        while (its != distribution.steps.cend() && its->bucket.from < step.bucket.from)
            ++its;
        if (its == distribution.steps.cend() || its->bucket.from != step.bucket.from)
            continue;
        step.counts = its->counts;
        step.bucket.p5 = quantileOf(picture.bounds, step.counts, 0.05);
        step.bucket.p95 = quantileOf(picture.bounds, step.counts, 0.95);
    }
}

seconds stepFor(microseconds length, int maxBuckets)
{
    static constexpr std::array<int, 14> round{15,   30,   60,   120,   300,   600,   900,
                                               1800, 3600, 7200, 10800, 21600, 43200, 86400};
    const auto least = std::chrono::ceil<seconds>(length / std::max(1, maxBuckets));
    const auto found =
        std::find_if(round.begin(), round.end(), [least](int step) { return seconds(step) >= least; });
    return found == round.end() ? (least / round.back() + seconds(1)) * round.back() : seconds(*found);
}

} // namespace Pongwatch
