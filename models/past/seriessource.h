// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"
#include "history/heatmaker.h"
#include "history/peerrecord.h"
#include "history/statisticssummary.h"
#include "history/timespan.h"
#include "past/pastrange.h"

#include <QList>
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
class OutsideSeries;
class PastParts;
class PastPeers;
class PastSeries;
class PeerBook;
class PeerFigures;
class RangeFigures;
struct HistorySeries;
struct VantagesOfPeer;

/// Provides any stretch of time of any peer to charts, wherever it is stored. No call blocks; results contain
/// what is at hand, and changed() is emitted when there is more. Anything that takes longer to compute is
/// requested by one call and answered by a signal, never from inside the call; a newer request about the same
/// peer replaces the earlier one. Lives on the GUI thread.
class SeriesSource : public QObject
{
    Q_OBJECT

public:
    /// The book must outlive the source.
    explicit SeriesSource(const PeerBook *book, QObject *parent = nullptr);
    ~SeriesSource() override;

    /// From now on, earlier runs of the program are included, from this history. The reader must outlive the
    /// source.
    void readPast(HistoryReader *reader);

    /// From now on, this is where the time of peers comes from that are not watched here. It must outlive the
    /// source.
    void readOutside(OutsideSeries *outside);
    /// Null if there is none, or the peer is watched here.
    [[nodiscard]] OutsideSeries *outside(PeerId peer) const;
    /// The vantages from which others see the peer, each with a series that the calls below know by its id
    /// as they know a peer; none if others say nothing about it.
    [[nodiscard]] VantagesOfPeer vantagesOf(PeerId peer, qsizetype most) const;

    /// Sets whether this run itself is written to that history with some seconds of delay: what memory has
    /// forgotten is then read from there. At first it is not.
    void setRunKept(bool isKept) { m_isRunKept = isKept; }

    [[nodiscard]] const PeerBook *book() const { return m_book; }

    /// Like SeriesPyramid::buckets(), but over all runs of the program: a bucket after a time without any
    /// measurement is a gap. Empty for a removed peer.
    [[nodiscard]] std::vector<SeriesBucket> buckets(PeerId peer, WallTime from, WallTime to,
                                                    int maxBuckets) const;

    /// The pings due in [from, to) that are known one by one, by sentAt. Those of earlier runs are read if
    /// there are few enough to be drawn.
    [[nodiscard]] std::vector<PingSample> samples(PeerId peer, WallTime from, WallTime to) const;

    /// Whether samples() of this stretch has every ping that was ever measured.
    [[nodiscard]] bool hasAllSamples(PeerId peer, WallTime from, WallTime to) const;

    /// Like SeriesPyramid::states(), but with holes where the peer was not watched: the program did not run,
    /// the machine slept, or the user had paused or closed it.
    [[nodiscard]] std::vector<StateSpan> states(PeerId peer, WallTime from, WallTime to) const;
    /// The same from memory only: nothing is read.
    [[nodiscard]] std::vector<StateSpan> statesOfThisRun(PeerId peer, WallTime from, WallTime to) const;
    /// When this run of the program began.
    [[nodiscard]] WallTime began() const { return m_began; }

    /// What came from the peer's feed in the spans that touch [from, to), in time order: spans of `width`
    /// where that much detail is known, else wider. Spans without messages are left out.
    [[nodiscard]] std::vector<FeedSpan> feed(PeerId peer, WallTime from, WallTime to, seconds width) const;

    /// The ends of connections and of dials in [from, to), oldest first. (Missed deadlines are samples.)
    [[nodiscard]] std::vector<PeerRecord::End> ends(PeerId peer, WallTime from, WallTime to) const;

    /// The traces of the network path to the peer that began in [from, to), oldest first.
    [[nodiscard]] std::vector<SharedPath> traces(PeerId peer, WallTime from, WallTime to) const;

    /// When nothing was measured because the machine slept or the program did not run, if that touches [from,
    /// to); oldest first. No line is drawn across these.
    [[nodiscard]] std::vector<TimeSpan> gaps(PeerId peer, WallTime from, WallTime to) const;

    /// The figures of all peers over the stretches that lists show.
    [[nodiscard]] PeerFigures *figures() const { return m_figures.get(); }

    /// The figures of [from, to), as far as they are known from this run.
    [[nodiscard]] RangeFigures ofThisRun(const PeerRecord &record, WallTime from, WallTime to) const;

    /// The part of [from, to) that is in the history file and not in memory one by one; nullopt: none.
    [[nodiscard]] std::optional<PastRange> past(PeerId peer, WallTime from, WallTime to) const;

    /// Requests the figures of the pings due in [from, to).
    void wantSummary(PeerId peer, WallTime from, WallTime to);

    /// Requests the distribution of round trips in [from, to), in `columns` columns of equal width; one
    /// column is a histogram of the range. Columns without pings are left out.
    void wantHeat(PeerId peer, WallTime from, WallTime to, int columns);

Q_SIGNALS:
    /// Answers wantSummary().
    void summaryReady(Pongwatch::PeerId peer, Pongwatch::WallTime from, Pongwatch::WallTime to,
                      const Pongwatch::StatisticsSummary &summary);
    /// Answers wantHeat().
    void heatReady(Pongwatch::PeerId peer, Pongwatch::WallTime from, Pongwatch::WallTime to,
                   const std::vector<Pongwatch::HeatColumn> &columns);
    /// More is known about this peer than was returned before.
    void changed(Pongwatch::PeerId peer);
    /// vantagesOf() these peers may have changed.
    void vantagesChanged(const QList<Pongwatch::PeerId> &peers);

private:
    enum class Wish : quint8 { Figures, Heat };
    void later(PeerId peer, Wish wish, const std::function<void()> &answer);
    void tellSummary(PeerId peer, WallTime from, WallTime to);
    void tellHeat(PeerId peer, const HeatGrid &grid);

    [[nodiscard]] HistoryJoint jointOf(const PeerRecord &record) const;
    /// Set if the file has data that memory, for buckets of this width, does not have.
    [[nodiscard]] std::optional<PastRange> past(const PeerRecord &record, WallTime from, WallTime to,
                                                nanoseconds width) const;
    /// The same for the other parts of a picture.
    [[nodiscard]] const HistorySeries *picture(const PeerRecord &record, WallTime from, WallTime to) const;
    [[nodiscard]] std::vector<SeriesBucket> joined(const PeerRecord &record, const PastRange &range,
                                                   int maxBuckets) const;

    const PeerBook *m_book;
    std::unique_ptr<PeerFigures> m_figures;
    // Null: there is no history.
    std::unique_ptr<PastPeers> m_pastPeers;
    std::unique_ptr<PastSeries> m_past;
    std::unique_ptr<PastParts> m_pastParts;
    OutsideSeries *m_outside = nullptr;
    WallTime m_began; // for peers that nothing was reported of yet
    bool m_isRunKept = false;
    std::map<std::pair<quint32, Wish>, quint64> m_wishes; // the newest, by peer and kind
    quint64 m_lastWish = 0;
};

} // namespace Pongwatch
