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

/// What has been read from the history file for the chart: the four ranges looked at last of each of the
/// peers looked at last. Requesting something that is not here starts reading it; the coarse picture comes
/// first. Lives on the GUI thread.
class PastSeries : public QObject
{
    Q_OBJECT

public:
    /// The reader must outlive this object.
    explicit PastSeries(HistoryReader *reader, QObject *parent = nullptr);

    using Range = PastRange;

    /// The best available picture of the range with this many buckets; 0: with as many as requested last. It
    /// may cover only a part of the range, or be coarse: changed() is emitted when there is a better one.
    /// Null if there is none. Valid until the next call.
    const HistorySeries *picture(const Range &range, int maxBuckets = 0);

    /// An available picture that has pings one by one; one that covers the range, if possible.
    [[nodiscard]] const HistorySeries *samples(const Range &range) const;

    /// The end of what the picture contains; memory continues from there.
    [[nodiscard]] static WallTime end(const HistorySeries &picture);
    /// Whether the picture and memory together leave out nothing of the range.
    [[nodiscard]] static bool covers(const HistorySeries &picture, const Range &range);

Q_SIGNALS:
    /// There is more of this peer now.
    void changed(Pongwatch::PeerId peer);

private:
    struct Picture {
        HistorySeries series;
        HistoryRequest request = 0; // 0: nothing in progress
        bool has = false;           // there is at least the coarse one
        bool isDone = false;        // there is the fine one

        [[nodiscard]] nanoseconds width() const;
    };
    struct Shelf {
        PeerId peer{};
        qint64 row = 0;
        int maxBuckets = 600;         // as requested last
        std::deque<Picture> pictures; // the newest comes first
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
