// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/pingoutlook.h"

#include "history/peerrecord.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// The due time of this connection's newest settled ping that was not sent by hand.
std::optional<WallTime> newestScheduled(const PeerRecord &record, const PeerRecord::Opening &opening,
                                        WallTime now)
{
    const auto isScheduled = [&opening](const PingSample &sample) {
        return sample.connection == opening.connection && !(sample.marks & SampleMark::Manual);
    };
    if (const auto &last = record.lastSample(); last && isScheduled(*last))
        return last->sentAt;
    const std::vector<PingSample> samples =
        record.series().samples(std::max(opening.time, now - std::chrono::hours(1)), now);
    const auto newest = std::find_if(samples.crbegin(), samples.crend(), isScheduled);
    return newest == samples.crend() ? std::nullopt : std::optional(newest->sentAt);
}

} // namespace

PingOutlook pingOutlook(const PeerRecord &record, const KeepaliveSettings &settings, WallTime now)
{
    PingOutlook outlook;
    const auto &opening = record.lastOpened();
    if (record.state() != ConnectionState::Open || !opening || !settings.interval ||
        *settings.interval <= nanoseconds(0))
        return outlook;
    const bool firstAtOnce = settings.firstPing == FirstPing::Now;
    const std::optional<WallTime> newest = newestScheduled(record, *opening, now);
    if (!newest) {
        if (firstAtOnce) {
            outlook.inFlight = 1;
            outlook.oldest = std::max(nanoseconds(now - opening->time), nanoseconds(0));
        }
        return outlook;
    }
    const nanoseconds interval = *settings.interval;
    const nanoseconds since = std::max(nanoseconds(now - *newest), nanoseconds(0));
    outlook.inFlight = static_cast<quint32>(std::min<qint64>(since / interval, 1'000'000));
    constexpr milliseconds atOnce{500};
    if (!firstAtOnce || *newest - opening->time > atOnce)
        outlook.nextPing = interval - since % interval; // otherwise it may be earlier
    if (outlook.inFlight > 0)
        outlook.oldest = since - interval;
    return outlook;
}

} // namespace Pongwatch
