// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/availability.h"

#include <QDateTime>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr size_t mostDays = 400;

} // namespace

std::vector<ReportOutage> outagesIn(const std::vector<StateSpan> &states, WallTime to)
{
    std::vector<ReportOutage> outages;
    std::optional<ReportOutage> current;
    bool wasOpen = false; // as seen just before, without a hole
    bool counts = false;  // the current stretch is more than a first dial
    WallTime seenUntil = WallTime::min();
    const auto finish = [&](bool ongoing) {
        if (current && counts) {
            current->ongoing = ongoing;
            outages.push_back(*current);
        }
        current.reset();
        counts = false;
    };
    for (const StateSpan &span : states) {
        // Two states reported at the same moment may be microseconds apart.
        if (span.from > seenUntil + milliseconds(1)) {
            finish(false);
            wasOpen = false;
        }
        const bool down = !holdsConnection(span.state) && span.state != ConnectionState::Paused;
        if (!down) {
            finish(false);
        } else {
            if (!current)
                current = ReportOutage{span.from, span.to, false};
            current->to = span.to;
            counts = counts || wasOpen || span.state != ConnectionState::Connecting;
        }
        wasOpen = holdsConnection(span.state) || (wasOpen && down);
        seenUntil = span.to;
    }
    finish(seenUntil >= to);
    return outages;
}

nanoseconds longestOutage(const std::vector<ReportOutage> &outages)
{
    nanoseconds longest{0};
    for (const ReportOutage &outage : outages)
        longest = std::max<nanoseconds>(longest, outage.to - outage.from);
    return longest;
}

std::vector<WallTime> dayEdges(WallTime from, WallTime to, const QTimeZone &timeZone)
{
    std::vector<WallTime> edges{from};
    const qint64 ms = std::chrono::floor<milliseconds>(from).time_since_epoch().count();
    const QTimeZone zone = timeZone.isValid() ? timeZone : QTimeZone::utc();
    QDate day = QDateTime::fromMSecsSinceEpoch(ms, zone).date().addDays(1);
    while (edges.size() <= mostDays) {
        // Where clocks are changed, not every day begins at midnight: startOfDay() takes care of that.
        const WallTime midnight{milliseconds(day.startOfDay(zone).toMSecsSinceEpoch())};
        if (midnight >= to)
            break;
        edges.push_back(midnight);
        day = day.addDays(1);
    }
    edges.push_back(to);
    return edges;
}

std::vector<ReportDay> daysOf(const ReportPeer &peer, WallTime from, WallTime to, const QTimeZone &timeZone)
{
    const std::vector<WallTime> edges = dayEdges(from, to, timeZone);
    std::vector<ReportDay> days;
    for (size_t i = 0; i + 1 < edges.size(); ++i) {
        ReportDay day;
        day.from = edges[i];
        day.to = edges[i + 1];
        day.watched = watchedTime(peer.states, day.from, day.to);
        day.open = openTime(peer.states, day.from, day.to);
        day.outages = static_cast<quint32>(
            std::count_if(peer.outages.cbegin(), peer.outages.cend(), [&day](const ReportOutage &outage) {
                return outage.from >= day.from && outage.from < day.to;
            }));
        days.push_back(day);
    }
    return days;
}

void countSamples(std::vector<ReportDay> &days, std::span<const PingSample> samples)
{
    for (const PingSample &sample : samples) {
        const auto its = std::upper_bound(days.begin(), days.end(), sample.sentAt,
                                          [](WallTime time, const ReportDay &day) { return time < day.to; });
        if (its == days.end() || sample.sentAt < its->from)
            continue;
        ++its->pings;
        its->timeouts += sample.outcome == PingOutcome::TimedOut ? 1 : 0;
    }
}

} // namespace Pongwatch
