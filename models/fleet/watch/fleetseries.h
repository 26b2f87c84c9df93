// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/watch/fleetpictures.h"
#include "past/outsideseries.h"

#include <QElapsedTimer>
#include <QHash>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace Pongwatch
{

class FleetBoard;
class FleetLink;

/// What a fleet's Prometheus knows of its peers over time, for chart, timelines and figures. Many peers are
/// asked for together; what came is kept, of the peers looked at last. Lives on the GUI thread.
class FleetSeries : public OutsideSeries
{
    Q_OBJECT

public:
    static constexpr size_t mostPeers = 256;    ///< whose pictures are kept
    static constexpr size_t mostPictures = 3;   ///< of each
    static constexpr qsizetype mostAtOnce = 50; ///< peers in one question; one if vantages are told apart
    static constexpr int mostUnderWay = 2;
    static constexpr qsizetype mostWaiting = 12; ///< questions; the oldest are forgotten

    /// The board must outlive the series.
    FleetSeries(const FleetBoard *board, std::function<WallTime()> now, QObject *parent = nullptr);
    ~FleetSeries() override;

    /// Whom to ask from now on, in place of whom was asked before; null: nobody. It must outlive the series,
    /// or be replaced before it ends.
    void askFrom(FleetLink *link);

    /// By what name this program itself is among the vantages.
    void setOwnVantage(const QString &name) { m_ownVantage = name; }

    const OutsidePicture *picture(PeerId peer, WallTime from, WallTime to, int maxBuckets) override;
    [[nodiscard]] const OutsidePicture *known(PeerId peer, WallTime from, WallTime to) const override;

    [[nodiscard]] VantagesOfPeer vantagesOf(PeerId peer, qsizetype most) override;
    [[nodiscard]] bool isVantage(PeerId id) const override { return m_sights.contains(toNumber(id)); }

private:
    /// A stretch of time in steps.
    struct Frame {
        TimeSpan span;
        seconds step{15};
        bool byVantage = false; ///< the vantages of the peer, each by itself

        [[nodiscard]] auto order() const { return std::tuple(span.from, span.to, step, byVantage); }
        friend bool operator<(const Frame &a, const Frame &b) { return a.order() < b.order(); }
    };
    struct Question {
        Frame frame;
        bool wantsDistribution = false;
        QList<PeerId> peers;
        seconds window{0}; // over which counters were looked at, once it is asked
    };
    /// What goes by the id of a vantage's series.
    struct VantageOfPeer {
        PeerId peer{};
        QString vantage;
    };
    struct Shelf {
        std::deque<OutsidePicture> pictures; // the newest comes first
        quint64 usedAt = 0;
    };
    using Pending = std::pair<quint32, std::pair<Frame, bool>>;

    [[nodiscard]] PeerId peerOf(PeerId series) const;
    /// The id of this vantage's series of the peer.
    PeerId seriesOf(PeerId peer, const QString &vantage);
    /// Whether nothing better can be had for this stretch.
    [[nodiscard]] bool isEnough(const OutsidePicture &picture, WallTime from, WallTime to,
                                const Frame &frame) const;
    [[nodiscard]] PictureWish wishOf(const Question &question) const;
    [[nodiscard]] Frame frameOf(WallTime from, WallTime to, int maxBuckets) const;
    void want(PeerId peer, const Frame &frame, bool wantsDistribution);
    void askNext();
    void take(quint64 number, const FleetPictures &pictures);
    void refuse(quint64 number);
    void keep(PeerId peer, const OutsidePicture &picture);
    void forgetSome();

    const FleetBoard *m_board;
    std::function<WallTime()> m_now;
    FleetLink *m_link = nullptr;
    QString m_ownVantage;
    std::unordered_map<quint32, VantageOfPeer> m_sights;   // by the id of the series
    QHash<std::pair<quint32, QString>, PeerId> m_seriesOf; // the same, by peer and vantage
    std::unordered_map<quint32, QStringList> m_vantages;   // drawn last, by PeerId
    quint32 m_lastSeries;
    std::unordered_map<quint32, Shelf> m_shelves; // by PeerId, or the id of a vantage's series
    quint64 m_uses = 0;
    std::deque<Question> m_waiting; // the next one comes last
    std::map<quint64, Question> m_underWay;
    std::set<Pending> m_pending; // in either
    quint64 m_lastNumber = 0;
    seconds m_leastWindow{60}; // longer if agents are scraped less often than we thought
    QTimer m_askSoon;
    QTimer m_rest; // after a refusal
};

} // namespace Pongwatch
