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

/// The figures of every peer over the stretches of time that lists and tables show, for all runs of the
/// program: what is known of this run is joined with earlier data from the history file. No call blocks. The
/// file is read for peers that were asked for, the last one first, two at a time, and the results are kept;
/// changed() is emitted when there is more. Lives on the GUI thread.
class PeerFigures : public QObject
{
    Q_OBJECT

public:
    enum class Stretch : quint8 {
        InSight, ///< as shown in the chart: see setSight()
        Hour,    ///< the last one
        Day,     ///< the last 24 hours
        All,     ///< since the peer has been known
    };

    /// The source must outlive this object.
    explicit PeerFigures(SeriesSource *source);

    /// From now on, this history is read, too. The reader must outlive this object.
    void readPast(HistoryReader *reader);

    /// More is known about which peer is which in the file.
    void lookAgain();

    /// Sets the visible stretch of time; a live one ends now, and moves on with time.
    void setSight(WallTime from, WallTime to, bool isLive);
    [[nodiscard]] TimeSpan sightNow() const;
    /// Its length.
    [[nodiscard]] microseconds sight() const { return m_sight.to - m_sight.from; }

    /// The figures known so far, at most `patience()` old. Valid until the next call.
    [[nodiscard]] const StatisticsSummary &of(PeerId peer, Stretch stretch);

    /// With many peers, figures take longer to compute, and are computed less often.
    [[nodiscard]] milliseconds patience() const;

Q_SIGNALS:
    /// The figures of these peers have changed without new measurements: more was read, or another stretch is
    /// visible.
    void changed(const QList<Pongwatch::PeerId> &peers);

private:
    /// The part from the file.
    struct Past {
        qint64 row = 0;
        WallTime from{};
        WallTime to{}; // where memory continues
        RangeFigures figures;
        bool isEmpty = false;
    };
    struct Entry {
        std::optional<Past> past;
        quint64 request = 0; // a HistoryRequest; 0: none in progress
        std::optional<PastRange> wanted;
        StatisticsSummary summary;
        bool isStale = true;
        WallTime madeAt{};
    };
    using Key = quint64;

    [[nodiscard]] static Key keyOf(PeerId peer, Stretch stretch);
    [[nodiscard]] static PeerId peerOf(Key key) { return PeerId{static_cast<quint32>(key)}; }
    [[nodiscard]] TimeSpan spanOf(Stretch stretch, WallTime now) const;
    /// How far a live stretch moves on before it is computed again.
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
    std::deque<Key> m_queue; // who is waiting to be read; the next one comes last
    int m_underWay = 0;
    QSet<PeerId> m_changed; // not yet announced
    QTimer m_tell;
    QTimer m_moveOn; // moves a live stretch on, even without new measurements
};

} // namespace Pongwatch
