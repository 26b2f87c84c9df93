// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/samplecodec.h"
#include "history/store/storedtime.h"

#include <QByteArray>
#include <QSqlQuery>

#include <algorithm>

namespace Pongwatch
{

/// A row of the table `chunks`: packed samples of one peer, and what the row says about them.
struct PackedChunk {
    /// No chunk is longer than this, so that a search in chunks has to go this far to either side.
    static constexpr auto longest = std::chrono::hours(6);

    qint64 id = 0;
    WallTime from{}; ///< the earliest sample
    WallTime to{};   ///< the latest one
    qint64 count = 0;
    QByteArray data;

    /// Reads a row with id, from_us, to_us, count and data.
    static PackedChunk of(const QSqlQuery &row)
    {
        return {row.value(0).toLongLong(), toWallTime(row.value(1)), toWallTime(row.value(2)),
                row.value(3).toLongLong(), row.value(4).toByteArray()};
    }

    /// Appends the samples, as samples of `peer`. If the bytes are damaged, or don't match the row, returns
    /// false and leaves `into` unchanged, as nobody can tell which of the samples are right.
    [[nodiscard]] bool unpack(PeerId peer, std::vector<PingSample> &into) const
    {
        const size_t before = into.size();
        bool right = SampleCodec::decode(data, peer, into) && into.size() > before &&
                     static_cast<qint64>(into.size() - before) == count;
        if (right) {
            WallTime first = WallTime::max();
            WallTime last = WallTime::min();
            for (size_t i = before; i < into.size(); ++i) {
                first = std::min(first, into[i].sentAt);
                last = std::max(last, into[i].sentAt);
            }
            right = first == from && last == to;
        }
        if (!right)
            into.resize(before);
        return right;
    }
};

} // namespace Pongwatch
