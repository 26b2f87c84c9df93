// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartreadout.h"

#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "text/wording.h"
#include "widgets/chart/chartseries.h"
#include "widgets/chart/chartstate.h"
#include "widgets/statuslook.h"

#include <QDateTime>

#include <algorithm>

namespace Pongwatch
{

namespace
{

// With more peers than this, there is one line per peer.
constexpr qsizetype mostInDetail = 3;

/// With fractions of seconds, to tell pings apart.
QString exactTime(WallTime time, const Formatter &format)
{
    const auto ms = std::chrono::floor<milliseconds>(time).time_since_epoch().count();
    return format.clock(QDateTime::fromMSecsSinceEpoch(ms).time(), ClockPrecision::Milliseconds);
}

std::optional<Health> healthAt(const ChartState &state, PeerId peer, WallTime moment)
{
    const auto states = state.source()->states(peer, moment, moment + microseconds(1));
    return states.empty() || moment > state.now() ? std::nullopt : std::optional(states.front().health);
}

/// Whether this is a vantage from which nothing was heard.
bool wasSilent(const ChartState &state, PeerId line, WallTime moment)
{
    return state.source()->outside(line) && state.vantageOf(line) &&
           !state.source()->gaps(line, moment, moment + microseconds(1)).empty();
}

std::optional<SeriesBucket> bucketAt(const ChartState &state, PeerId peer, WallTime moment,
                                     microseconds reach)
{
    const TimeRange &range = state.range();
    if (state.source()->outside(peer)) {
        // In the steps that are drawn: others would have to be asked for.
        const auto pixels = static_cast<double>(range.length().count()) / static_cast<double>(reach.count());
        const auto buckets = state.source()->buckets(
            peer, range.from, range.to, std::max(1, static_cast<int>(pixels * readoutReach / 2)));
        const auto its = std::find_if(buckets.cbegin(), buckets.cend(), [moment](const SeriesBucket &bucket) {
            return moment >= bucket.from &&
                   moment < bucket.from + std::chrono::ceil<microseconds>(bucket.width);
        });
        return its == buckets.cend() ? std::nullopt : std::optional(*its);
    }
    // About as narrow as the pointer can select.
    const auto buckets = state.source()->buckets(peer, moment - reach / 4, moment + reach / 4, 1);
    return buckets.empty() ? std::nullopt : std::optional(buckets.front());
}

} // namespace

QString ChartReadout::spoken() const
{
    QStringList parts{title};
    for (const Line &line : lines)
        parts.append(line.text);
    return parts.join(QStringLiteral("; "));
}

QString ReadoutWords::value(const PingSample &sample, const Formatter &format)
{
    if (sample.outcome == PingOutcome::Answered)
        return format.latency(sample.rtt);
    if (hasRoundTrip(sample.outcome)) {
        return tr("%1, %2", "latency, outcome")
            .arg(format.latency(sample.rtt), Wording::outcome(sample.outcome));
    }
    if (sample.outcome == PingOutcome::TimedOut)
        return tr("timed out after %1").arg(Formatter().duration(sample.rtt));
    return Wording::outcome(sample.outcome);
}

QString ReadoutWords::value(const SeriesBucket &bucket, const Formatter &format)
{
    if (!bucket.mean) {
        if (bucket.timeouts == 0 && bucket.lost + bucket.superseded > 0)
            return Wording::outcome(bucket.lost > 0 ? PingOutcome::Lost : PingOutcome::Superseded);
        return bucket.timeouts > 0 ? tr("%n timeout(s)", nullptr, static_cast<int>(bucket.timeouts))
                                   : noPing();
    }
    return tr("%1 on average").arg(format.latency(*bucket.mean));
}

QStringList ReadoutWords::details(const PingSample &sample, const Formatter &format)
{
    QStringList lines{
        tr("ping %1, due %2").arg(QLocale().toString(sample.seq), exactTime(sample.sentAt, format))};
    if (sample.tcpRtt)
        lines.append(tr("TCP round trip %1").arg(format.latency(*sample.tcpRtt)));
    if (sample.marks.testFlag(SampleMark::Manual))
        lines.append(tr("sent by hand"));
    if (sample.marks.testFlag(SampleMark::Heartbeat))
        lines.append(tr("text heartbeat"));
    if (sample.marks.testFlag(SampleMark::BehindTraffic))
        lines.append(tr("queued behind other traffic"));
    if (sample.marks.testFlag(SampleMark::ObserverLag))
        lines.append(tr("this program itself was late"));
    return lines;
}

QStringList ReadoutWords::details(const SeriesBucket &bucket, const Formatter &format, bool knowsSlowest)
{
    QStringList lines{tr("%n ping(s) in %1", nullptr, static_cast<int>(bucket.pings()))
                          .arg(Formatter().duration(bucket.width))};
    if (bucket.p5 && bucket.p95)
        lines.append(tr("p5–p95: %1 to %2").arg(format.latency(*bucket.p5), format.latency(*bucket.p95)));
    if (bucket.max && knowsSlowest)
        lines.append(tr("slowest %1").arg(format.latency(*bucket.max)));
    if (bucket.timeouts > 0 && bucket.mean)
        lines.append(tr("%n timeout(s)", nullptr, static_cast<int>(bucket.timeouts)));
    return lines;
}

QString ReadoutWords::line(const QString &peer, const QString &value)
{
    return tr("%1: %2", "peer: value").arg(peer, value);
}

QString ReadoutWords::noPing()
{
    return tr("no ping");
}

QString ReadoutWords::noPing(Health health)
{
    return tr("no ping (%1)", "the peer's state").arg(Wording::health(health));
}

QString ReadoutWords::nothingHeard()
{
    return tr("nothing heard");
}

ChartReadout makeReadout(const ChartState &state, WallTime moment, microseconds reach,
                         const QPalette &palette)
{
    ChartReadout readout;
    readout.title = state.format().moment(moment, state.now());
    reach = std::max<microseconds>(reach, milliseconds(1));
    const qsizetype count = state.lines().size();
    for (qsizetype i = 0; i < count; ++i) {
        const PeerId peer = state.lines().at(i);
        QString value;
        QStringList details;
        if (const auto sample = nearestSample(*state.source(), peer, moment, reach)) {
            value = ReadoutWords::value(*sample, state.format());
            details = ReadoutWords::details(*sample, state.format());
        } else if (const auto bucket = state.source()->hasAllSamples(peer, moment - reach, moment + reach)
                                           ? std::nullopt
                                           : bucketAt(state, peer, moment, reach);
                   bucket && bucket->pings() > 0) {
            value = ReadoutWords::value(*bucket, state.format());
            details = ReadoutWords::details(*bucket, state.format(), !state.source()->outside(peer));
        } else {
            const auto health = healthAt(state, peer, moment);
            const bool unwell = health && *health != Health::Ok;
            value = wasSilent(state, peer, moment) ? ReadoutWords::nothingHeard()
                    : unwell                       ? ReadoutWords::noPing(*health)
                                                   : ReadoutWords::noPing();
        }
        const LineLook look = state.lookOf(peer, palette);
        readout.lines.append({look.color, ReadoutWords::line(state.nameOfLine(peer), value), look.shape});
        if (count <= mostInDetail)
            for (const QString &detail : std::as_const(details))
                readout.lines.append({QColor(), detail});
    }
    return readout;
}

} // namespace Pongwatch
