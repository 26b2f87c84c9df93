// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/rangefigures.h"
#include "history/statisticssummary.h"
#include "history/timespan.h"
#include "past/pastrange.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <optional>
#include <unordered_map>

namespace Pongwatch
{

class HistoryReader;
class PeerRecord;
class SeriesSource;

/// The figures of every peer over the stretches of time that lists and tables show, over all runs of the
/// program: what this run knows is joined with what the history file tells of the time before. No call
/// blocks. What is in the file is read for those who were asked for, the last one first, two at a time, and
/// kept; changed() says when there is more. Lives on the GUI thread.
class PeerFigures : public QObject
{
    Q_OBJECT

public:
    enum class Stretch : quint8 {
        InSight, ///< what the chart shows: see setSight()
        Hour,    ///< the last one
        Day,     ///< the last 24 hours
        All,     ///< since the peer is known
    };

    /// The source outlives this.
    explicit PeerFigures(SeriesSource *source);

    /// From now on this history is read, too. The reader outlives this.
    void readPast(HistoryReader *reader);

    /// Who is who in the file is known better now.
    void lookAgain();

    /// The stretch of time in sight; a live one ends now, and goes on with it.
    void setSight(WallTime from, WallTime to, bool isLive);
    [[nodiscard]] TimeSpan sightNow() const;
    /// How long it is.
    [[nodiscard]] microseconds sight() const { return m_sight.to - m_sight.from; }

    /// The figures, as far as they are known by now. At most `patience()` old. Valid until the next call.
    [[nodiscard]] const StatisticsSummary &of(PeerId peer, Stretch stretch);

    /// Many peers take longer to work out, and are worked out less often.
    [[nodiscard]] milliseconds patience() const;

Q_SIGNALS:
    /// The figures of these are other ones, without anything having been measured: more was read, or another
    /// stretch is in sight.
    void changed(const QList<Pongwatch::PeerId> &peers);

private:
    /// The part that comes from the file.
    struct Past {
        qint64 row = 0;
        WallTime from{};
        WallTime to{}; // the joint: memory goes on from there
        RangeFigures figures;
        bool isEmpty = false;
    };
    struct Entry {
        std::optional<Past> past;
        quint64 request = 0; // a HistoryRequest; 0: none is under way
        std::optional<PastRange> wanted;
        StatisticsSummary summary;
        bool isStale = true;
        WallTime madeAt{};
    };
    using Key = quint64;

    [[nodiscard]] static Key keyOf(PeerId peer, Stretch stretch);
    [[nodiscard]] static PeerId peerOf(Key key) { return PeerId{static_cast<quint32>(key)}; }
    [[nodiscard]] TimeSpan spanOf(Stretch stretch, WallTime now) const;
    /// How far a live stretch moves on before it is looked at anew.
    [[nodiscard]] static microseconds stepOf(const TimeSpan &span);
    void workOut(Key key, Entry &entry, const PeerRecord &record, const TimeSpan &span, bool isLive);
    void wantPast(Key key, Entry &entry, const PastRange &range);
    void askNext();
    void take(quint64 request, const RangeFigures *figures);
    void forgetSight();
    void tellSoon(PeerId peer);
    void tellLater(PeerId peer);

    SeriesSource *m_source;
    HistoryReader *m_reader = nullptr;
    TimeSpan m_sight;
    bool m_isLive = true;
    std::unordered_map<Key, Entry> m_entries;
    std::deque<Key> m_queue; // who waits to be read; the next one at the end
    int m_underWay = 0;
    QSet<PeerId> m_changed; // not told yet
    QTimer m_tell;
    QTimer m_moveOn; // a live stretch has moved on, whatever was measured
};

} // namespace Pongwatch
