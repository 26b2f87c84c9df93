// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/store/historyreader.h"
#include "past/pastrange.h"

#include <QObject>

#include <deque>
#include <unordered_map>

namespace Pongwatch
{

/// What has been read from the history file for the chart: pictures of the ranges that were looked at last,
/// four for each of the peers that were looked at last. Asking for what is not here yet has it read; the
/// coarse picture comes first. Lives on the GUI thread.
class PastSeries : public QObject
{
    Q_OBJECT

public:
    /// The reader outlives it.
    explicit PastSeries(HistoryReader *reader, QObject *parent = nullptr);

    using Range = PastRange;

    /// The best picture that is here of the range, in so many buckets; with 0, in as many as were asked for
    /// last. It may cover a part of the range, or be coarse: changed() says when there is a better one. Null:
    /// there is none. Valid until the next call.
    const HistorySeries *picture(const Range &range, int maxBuckets = 0);

    /// A picture that is here and tells pings one by one; one that covers the range if there is any.
    [[nodiscard]] const HistorySeries *samples(const Range &range) const;

    /// Up to where the picture tells what was measured; memory goes on from there.
    [[nodiscard]] static WallTime end(const HistorySeries &picture);
    /// Whether the picture together with memory leaves nothing of the range out.
    [[nodiscard]] static bool covers(const HistorySeries &picture, const Range &range);

Q_SIGNALS:
    /// More of this peer is here now.
    void changed(Pongwatch::PeerId peer);

private:
    struct Picture {
        HistorySeries series;
        HistoryRequest request = 0; // 0: nothing is under way
        bool has = false;           // at least the coarse one is here
        bool isDone = false;        // the fine one is

        [[nodiscard]] nanoseconds width() const;
    };
    struct Shelf {
        PeerId peer{};
        qint64 row = 0;
        int maxBuckets = 600;         // that were asked for last
        std::deque<Picture> pictures; // the newest in front
        quint64 usedAt = 0;
    };

    Shelf &shelf(const Range &range);
    void clear(Shelf &shelf);
    void request(Shelf &shelf, const Range &range);
    void take(HistoryRequest request, const HistorySeries &series);
    void drop(HistoryRequest request);

    HistoryReader *m_reader;
    std::unordered_map<quint32, Shelf> m_shelves; // by PeerId
    quint64 m_uses = 0;
};

} // namespace Pongwatch
