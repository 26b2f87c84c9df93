// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/store/historyreader.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <optional>
#include <utility>

namespace Pongwatch
{

class PeerRecord;

/// Finds the peer in the history file for each watched peer: the one with its name and URL. A peer that is
/// renamed keeps its match until the file knows the new name. Asks the file again now and then while any peer
/// has no match. Lives on the GUI thread.
class PastPeers : public QObject
{
    Q_OBJECT

public:
    /// The reader must outlive this object.
    explicit PastPeers(HistoryReader *reader, QObject *parent = nullptr);

    /// The peer's row in the file; nullopt if it has none, or if it is not known yet.
    [[nodiscard]] std::optional<qint64> row(const PeerRecord &peer);

    /// Asks again at the next opportunity, because a peer was renamed.
    void lookAgain();

Q_SIGNALS:
    /// The known peers have changed.
    void changed();

private:
    /// Which peer it was at the last lookup.
    struct Known {
        QString name;
        QUrl url;
        std::optional<qint64> row;
        bool isCurrent = false; // it was found by this name and URL
    };

    void ask();
    void take(const std::vector<HistoryPeer> &peers);

    HistoryReader *m_reader;
    HistoryRequest m_request = 0; // 0: none in progress
    QElapsedTimer m_asked;
    milliseconds m_patience{0}; // until the next request; grows each time that there is nothing new
    bool m_isStale = false;
    QHash<std::pair<QString, QString>, qint64> m_rows; // by name and URL
    QHash<quint32, Known> m_known;                     // by PeerId
};

} // namespace Pongwatch
