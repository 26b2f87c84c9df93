// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/peerrecord.h"
#include "history/store/historyreader.h"

#include <QHash>
#include <QObject>
#include <QPair>
#include <QString>

#include <vector>

namespace Pongwatch
{

class PeerBook;

/// Tells the peers of the book which connections they had lost just before this run of the program began, by
/// the history: one that flapped goes on flapping after a restart. The file is read once. Lives on the thread
/// of the reader.
class PastFlaps : public QObject
{
    Q_OBJECT

public:
    /// Of more events than this the oldest are not looked at.
    static constexpr int mostEvents = 10'000;

    /// Both outlive this.
    PastFlaps(HistoryReader *reader, PeerBook *book, WallTime runBegan, QObject *parent = nullptr);

private:
    using Key = QPair<QString, QString>; ///< name, URL

    struct Past {
        FlapMeter meter;
        PeerRecord::End newest;
    };

    void take(const std::vector<HistoryEvent> &events);
    void recall(PeerId peer);

    PeerBook *m_book;
    HistoryRequest m_request = 0;
    QHash<Key, Past> m_pasts; // of those that are not in the book yet, too
};

} // namespace Pongwatch
