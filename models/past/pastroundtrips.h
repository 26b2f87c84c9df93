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

/// Looks up what round trips watched peers had in their last day, by the history, so that "slow" means the
/// same after a start of the program as before it. One peer at a time: nobody waits for it. Lives on the
/// thread of the reader.
class PastRoundTrips : public QObject
{
    Q_OBJECT

public:
    /// Told the 99th percentile of a peer's last day.
    using Told = std::function<void(PeerId, nanoseconds)>;

    /// Of fewer answers nothing is told.
    static constexpr quint64 fewestAnswers = 20;

    /// The reader outlives this.
    PastRoundTrips(HistoryReader *reader, Told told, QObject *parent = nullptr);

    /// Looks a peer up that is watched from now on, unless its settings say what is slow.
    void lookUp(PeerId peer, const ConnectionSettings &settings);

Q_SIGNALS:
    /// Nobody is left to be looked up.
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
    std::optional<quint64> m_asked; ///< the request that is on its way
    bool m_knowsPeers = false;
};

} // namespace Pongwatch
