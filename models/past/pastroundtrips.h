// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/settings.h"
#include "history/store/historyreader.h"

#include <QHash>
#include <QObject>
#include <QPair>
#include <QString>

#include <deque>
#include <functional>
#include <optional>

namespace Pongwatch
{

/// Looks up the round trips of watched peers over their last day in the history, so that "slow" means the
/// same after a restart of the program as before. Does one peer at a time, since nobody waits for it. Lives
/// on the thread of the reader.
class PastRoundTrips : public QObject
{
    Q_OBJECT

public:
    /// Called with the 99th percentile of a peer's last day.
    using Told = std::function<void(PeerId, nanoseconds)>;

    /// Reports nothing if there were fewer answers.
    static constexpr quint64 fewestAnswers = 20;

    /// The reader must outlive this object.
    PastRoundTrips(HistoryReader *reader, Told told, QObject *parent = nullptr);

    /// Looks up a peer that is watched from now on, unless its settings say what is slow.
    void lookUp(PeerId peer, const ConnectionSettings &settings);

Q_SIGNALS:
    /// There are no more peers to look up.
    void done();

private:
    using Key = QPair<QString, QString>; ///< name, URL

    struct Wish {
        PeerId peer{};
        Key key;
    };

    void takePeers(const std::vector<HistoryPeer> &peers);
    void askNext();
    void giveUp();

    HistoryReader *m_reader;
    Told m_told;
    std::deque<Wish> m_wishes;
    QHash<Key, qint64> m_rows;
    std::optional<quint64> m_asked; ///< the request in progress
    bool m_knowsPeers = false;
};

} // namespace Pongwatch
