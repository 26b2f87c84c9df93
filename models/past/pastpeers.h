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

/// Which peer of the history file each watched peer is: the one with its name and URL. A peer that is renamed
/// stays the one that it was until the file knows it by its new name. Asks the file by itself when somebody
/// is not known, now and then. Lives on the GUI thread.
class PastPeers : public QObject
{
    Q_OBJECT

public:
    /// The reader outlives it.
    explicit PastPeers(HistoryReader *reader, QObject *parent = nullptr);

    /// The peer's row in the file; nullopt when it has none, or it is not known yet.
    [[nodiscard]] std::optional<qint64> row(const PeerRecord &peer);

    /// Asks again at the next occasion: somebody was renamed.
    void lookAgain();

Q_SIGNALS:
    /// More, or other, peers are known now.
    void changed();

private:
    /// Who a peer was when it was looked up last.
    struct Known {
        QString name;
        QUrl url;
        std::optional<qint64> row;
        bool isCurrent = false; // it was found by this name and URL
    };

    void ask();
    void take(const std::vector<HistoryPeer> &peers);

    HistoryReader *m_reader;
    HistoryRequest m_request = 0; // 0: none is under way
    QElapsedTimer m_asked;
    milliseconds m_patience{0}; // until the next question; longer each time that there is nothing new
    bool m_isStale = false;
    QHash<std::pair<QString, QString>, qint64> m_rows; // by name and URL
    QHash<quint32, Known> m_known;                     // by PeerId
};

} // namespace Pongwatch
