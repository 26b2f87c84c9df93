// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/result.h"
#include "fleet/watch/fleetnews.h"
#include "history/outsideview.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <unordered_map>
#include <variant>

namespace Pongwatch
{

class PeerBook;

/// What an open fleet says of the peers in the book. Peers of the fleet that are not watched here are put
/// into the book (PeerBook::addOutside()); those with the group and the name of a peer that is watched here
/// are that peer, which other vantages see, too. Many peers are put in some at a time, so that the window
/// stays fluid. Lives on the GUI thread.
class FleetBoard : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Closed,  ///< there is no fleet
        Reading, ///< it has never been read so far
        Current,
        Old, ///< it could not be read last time: what was seen before is shown
    };

    /// The book must outlive the board.
    explicit FleetBoard(PeerBook *book, QObject *parent = nullptr);
    ~FleetBoard() override;

    /// A fleet is read from now on. `source` says where, without secrets.
    void open(const QString &source);
    /// The fleet, and its peers, are gone.
    void close();
    void take(const FleetNews &news);
    void takeFailure(const Error &error);
    /// Writes all texts anew, in another language.
    void retell();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOpen() const { return m_state != State::Closed; }
    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] const FleetSummary &summary() const { return m_summary; }
    [[nodiscard]] const QStringList &vantages() const { return m_summary.vantages; }
    [[nodiscard]] WallTime readAt() const { return m_readAt; }         ///< when it was last read; 1970: never
    [[nodiscard]] const QString &problem() const { return m_problem; } ///< a sentence; State::Old, or Reading
    [[nodiscard]] qsizetype leftOut() const { return m_leftOut; } ///< peers that are too many to be shown

    /// As the book formats figures and moments.
    [[nodiscard]] Formatter format() const;

    /// What the fleet says of a peer in the book; null: nothing. Valid until the board changes.
    [[nodiscard]] const FleetRow *of(PeerId peer) const;
    /// Whether a peer of the fleet is watched here as well, and shares the record.
    [[nodiscard]] bool isWatchedHere(PeerId peer) const { return m_ownKeys.contains(toNumber(peer)); }
    /// The peers that are in trouble, as far as vantages can tell; the longest first.
    [[nodiscard]] QList<PeerId> inTrouble() const;

Q_SIGNALS:
    /// The state, the summary, or what was said about the last reading.
    void changed();
    void vantagesChanged();
    /// What is said of these peers.
    void rowsChanged(const QList<Pongwatch::PeerId> &peers);

private:
    using Step = std::variant<FleetRow, FleetKey>; ///< a peer that is there, and one that is gone

    void work();
    void put(const FleetRow &row);
    void take(const FleetKey &key);
    void noteOwn(PeerId peer);
    void forgetOwn(PeerId peer);
    [[nodiscard]] OutsideView viewOf(const FleetRow &row) const;

    PeerBook *m_book;
    State m_state = State::Closed;
    QString m_source;
    QString m_problem;
    FleetSummary m_summary;
    WallTime m_readAt{};
    qsizetype m_leftOut = 0;
    quint32 m_lastNumber;
    std::unordered_map<quint32, FleetRow> m_rows; // by PeerId
    QHash<FleetKey, PeerId> m_peers;
    QHash<FleetKey, PeerId> m_own;      // the peers that are watched here
    QHash<quint32, FleetKey> m_ownKeys; // the same, by PeerId
    std::deque<Step> m_steps;           // still to be done
    QTimer m_workOn;
    QList<PeerId> m_touched;                       // by the steps being done
    QList<std::pair<PeerId, OutsideView>> m_views; // the same
};

/// What the verdict says of the peer as a whole. A pure function; the texts are translated.
[[nodiscard]] OutsideView outsideViewOf(const FleetRow &row, const Formatter &format, WallTime now);

/// The health that one vantage sees, in a cell: Unknown when nothing is heard from it.
[[nodiscard]] Health healthOf(const VantageSight &sight);

} // namespace Pongwatch
