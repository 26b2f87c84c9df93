// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertkeeper.h"
#include "history/store/historyreader.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Pongwatch
{

/// Gives an alert book what the history has from earlier runs: once, the counts for objectives, and every
/// half hour, the figures of the same time of day on earlier days, for rules about a peer's own past. Lives
/// on the thread of the reader.
class AlertPast : public QObject
{
    Q_OBJECT

public:
    /// `book` and the reader must outlive this. `began`: when this run began; the book knows what came later.
    AlertPast(HistoryReader *reader, AlertBook *book, AlertKeeper::Now now, QObject *parent = nullptr);

    /// To be called for a peer with objectives or rules about its own past, after it was given to the book.
    /// Calling it again does no harm.
    void lookUp(PeerId peer, const QString &name, const QUrl &url, const AlertPeer &what);
    void forget(PeerId peer);

private:
    struct Peer {
        QString name;
        QString url;
        qint64 row = 0; ///< in the file; 0: the file does not have it
        bool wantsObjectives = false;
        bool wantsPast = false;
        bool askedObjectives = false;
        HistoryRequest states = 0;
        HistoryRequest pings = 0;
        QHash<HistoryRequest, int> days; ///< the requests under way, and the day of each
        std::vector<PastDay> past;
    };

    void takePeers(const std::vector<HistoryPeer> &peers);
    void takeStates(const HistorySeries &series, HistoryRequest request);
    void takePings(const std::vector<HeatColumn> &columns, HistoryRequest request);
    void takeFigures(const RangeFigures &figures, HistoryRequest request);
    void ask(Peer &peer);
    void askAll();

    HistoryReader *m_reader;
    AlertBook *m_book;
    AlertKeeper::Now m_now;
    WallTime m_began;
    QHash<PeerId, Peer> m_peers;
    HistoryRequest m_rows = 0;
    QTimer m_again;
};

} // namespace Pongwatch
