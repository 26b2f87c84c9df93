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

/// Tells the peers of the book which connections they lost just before this run of the program, from the
/// history, so that a peer that flapped still does after a restart. The file is read once. Lives on the
/// thread of the reader.
class PastFlaps : public QObject
{
    Q_OBJECT

public:
    /// If there are more events than this, the oldest are ignored.
    static constexpr int mostEvents = 10'000;

    /// Both must outlive this object.
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
    QHash<Key, Past> m_pasts; // including peers that are not in the book yet
};

} // namespace Pongwatch
