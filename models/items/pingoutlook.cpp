// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pingoutlook.h"

#include "history/peerrecord.h"

#include <algorithm>

namespace Pongwatch
{

PingOutlook pingOutlook(const PeerRecord &record, const KeepaliveSettings &settings, WallTime now)
{
    PingOutlook outlook;
    const auto &opening = record.lastOpened();
    if (record.state() != ConnectionState::Open || !opening || !settings.interval ||
        *settings.interval <= nanoseconds(0)) {
        return outlook;
    }
    const std::vector<PingSample> samples =
        record.series().samples(std::max(opening->time, now - std::chrono::hours(1)), now);
    const auto isScheduled = [&](const PingSample &sample) {
        return sample.connection == opening->connection && !(sample.marks & SampleMark::Manual);
    };
    const auto newest = std::find_if(samples.crbegin(), samples.crend(), isScheduled);
    if (newest == samples.crend()) {
        return outlook;
    }
    const nanoseconds interval = *settings.interval;
    const nanoseconds since = std::max(nanoseconds(now - newest->sentAt), nanoseconds(0));
    outlook.inFlight = static_cast<quint32>(std::min<qint64>(since / interval, 1'000'000));
    outlook.nextPing = interval - since % interval;
    if (outlook.inFlight > 0) {
        outlook.oldest = since - interval;
    }
    return outlook;
}

} // namespace Pongwatch
