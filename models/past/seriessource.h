// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/heatmaker.h"
#include "history/peerrecord.h"
#include "history/statisticssummary.h"
#include "history/timespan.h"
#include "past/pastrange.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Pongwatch
{

class HistoryReader;
class PastParts;
class PastPeers;
class PastSeries;
class PeerBook;
class PeerFigures;
class RangeFigures;
struct HistorySeries;

/// What charts draw from: any stretch of time of any peer, wherever it is kept. No call blocks; what is not
/// at hand yet is told as far as it is known, and changed() says when there is more. What takes longer to
/// work out is wanted by one call and told by a signal, never from inside the call; a newer wish about the
/// same peer replaces the earlier one. Lives on the GUI thread.
class SeriesSource : public QObject
{
    Q_OBJECT

public:
    /// The book outlives the source.
    explicit SeriesSource(const PeerBook *book, QObject *parent = nullptr);
    ~SeriesSource() override;

    /// From now on earlier runs of the program are told too, from this history. The reader outlives the
    /// source.
    void readPast(HistoryReader *reader);

    /// Whether this run itself is in that history up to some seconds ago: what memory has forgotten of it is
    /// then told from there. At first it is not.
    void setRunKept(bool isKept) { m_isRunKept = isKept; }

    [[nodiscard]] const PeerBook *book() const { return m_book; }

    /// As SeriesPyramid::buckets(), over all runs of the program: a bucket after a time in which nothing was
    /// measured is a gap. None for a peer that is gone.
    [[nodiscard]] std::vector<SeriesBucket> buckets(PeerId peer, WallTime from, WallTime to,
                                                    int maxBuckets) const;

    /// The pings due in [from, to) that are known one by one, by sentAt. Those of earlier runs are read when
    /// they are few enough to be drawn.
    [[nodiscard]] std::vector<PingSample> samples(PeerId peer, WallTime from, WallTime to) const;

    /// Whether samples() of this stretch leaves out none that was ever measured.
    [[nodiscard]] bool hasAllSamples(PeerId peer, WallTime from, WallTime to) const;

    /// As SeriesPyramid::states(), but with holes where the peer was not watched: the program did not run,
    /// the machine slept, or the user had paused or closed it.
    [[nodiscard]] std::vector<StateSpan> states(PeerId peer, WallTime from, WallTime to) const;
    /// The same, of what memory knows: nothing is read.
    [[nodiscard]] std::vector<StateSpan> statesOfThisRun(PeerId peer, WallTime from, WallTime to) const;
    /// When this run of the program began.
    [[nodiscard]] WallTime began() const { return m_began; }

    /// What came of the peer's feed in spans that touch [from, to), in time order: of `width` where it is
    /// known so finely, else wider. Those without any message are left out.
    [[nodiscard]] std::vector<FeedSpan> feed(PeerId peer, WallTime from, WallTime to, seconds width) const;

    /// The ends of connections and of dials in [from, to), oldest first. (Missed deadlines are samples.)
    [[nodiscard]] std::vector<PeerRecord::End> ends(PeerId peer, WallTime from, WallTime to) const;

    /// When nothing was measured because the machine slept or the program did not run; what touches
    /// [from, to), oldest first. No line is drawn across one.
    [[nodiscard]] std::vector<TimeSpan> gaps(PeerId peer, WallTime from, WallTime to) const;

    /// The figures of all peers over the stretches that lists show.
    [[nodiscard]] PeerFigures *figures() const { return m_figures.get(); }

    /// The figures of [from, to), of what this run knows by itself.
    [[nodiscard]] RangeFigures ofThisRun(const PeerRecord &record, WallTime from, WallTime to) const;

    /// What of [from, to) the history file tells, and memory does not tell one by one; nullopt: nothing.
    [[nodiscard]] std::optional<PastRange> past(PeerId peer, WallTime from, WallTime to) const;

    /// The figures of the pings due in [from, to).
    void wantSummary(PeerId peer, WallTime from, WallTime to);

    /// The distribution of round trips in [from, to), in `columns` columns of equal width; one column is a
    /// histogram of the range. Columns without any ping are left out.
    void wantHeat(PeerId peer, WallTime from, WallTime to, int columns);

Q_SIGNALS:
    /// Answers wantSummary().
    void summaryReady(Pongwatch::PeerId peer, Pongwatch::WallTime from, Pongwatch::WallTime to,
                      const Pongwatch::StatisticsSummary &summary);
    /// Answers wantHeat().
    void heatReady(Pongwatch::PeerId peer, Pongwatch::WallTime from, Pongwatch::WallTime to,
                   const std::vector<Pongwatch::HeatColumn> &columns);
    /// What was answered about this peer before is no longer all that is known.
    void changed(Pongwatch::PeerId peer);

private:
    enum class Wish : quint8 { Figures, Heat };
    void later(PeerId peer, Wish wish, const std::function<void()> &answer);
    void tellSummary(PeerId peer, WallTime from, WallTime to);
    void tellHeat(PeerId peer, const HeatGrid &grid);

    [[nodiscard]] HistoryJoint jointOf(const PeerRecord &record) const;
    /// Set when the file tells what memory, asked for buckets of this width, does not.
    [[nodiscard]] std::optional<PastRange> past(const PeerRecord &record, WallTime from, WallTime to,
                                                nanoseconds width) const;
    /// The same for what a picture tells beside buckets.
    [[nodiscard]] const HistorySeries *picture(const PeerRecord &record, WallTime from, WallTime to) const;
    [[nodiscard]] std::vector<SeriesBucket> joined(const PeerRecord &record, const PastRange &range,
                                                   int maxBuckets) const;

    const PeerBook *m_book;
    std::unique_ptr<PeerFigures> m_figures;
    // Null: there is no history.
    std::unique_ptr<PastPeers> m_pastPeers;
    std::unique_ptr<PastSeries> m_past;
    std::unique_ptr<PastParts> m_pastParts;
    WallTime m_began; // what was not heard of yet
    bool m_isRunKept = false;
    std::map<std::pair<quint32, Wish>, quint64> m_wishes; // the newest, by peer and kind
    quint64 m_lastWish = 0;
};

} // namespace Pongwatch
