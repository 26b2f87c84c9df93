// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/store/historyreader.h"
#include "past/pasteventstatus.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace Pongwatch
{

class PastEventLog;
class PeerBook;

/// Adds events of earlier runs to the event log, page by page on request, newest first; or only those
/// of one peer, or of one stretch of time. A peer that is watched now is recognised by name and URL;
/// others get ids that no other peer has. The log has a limit for such entries. Lives on the GUI
/// thread.
class PastEvents : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 500;

    using State = PastEventState;
    using Scope = PastEventScope;

    /// All must outlive this object. Events from `runBegan` on are this run's, and already in the log.
    PastEvents(HistoryReader *reader, PastEventLog *log, const PeerBook *book, WallTime runBegan,
               QObject *parent = nullptr);

    /// Requests the next page; does nothing if one is already on its way, or if there are no more.
    void readMore();

    /// Drops the pages that were read, and requests the first one for this scope.
    void search(const Scope &scope);

    /// Call it when the log has dropped its oldest entries, so that they can be read again.
    void followTrim();

    [[nodiscard]] PastEventStatus status() const;
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Scope &scope() const { return m_scope; }
    [[nodiscard]] int count() const; ///< how many of the entries read are still in the log
    [[nodiscard]] WallTime oldest() const { return m_next.at; } ///< the oldest of them
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// Requests the names of all peers in the file; answered by peerNames().
    void wantPeerNames();

Q_SIGNALS:
    /// The state, scope or count has changed.
    void changed();
    void peerNames(const QStringList &names);

private:
    void takePage(const HistoryEventPage &page);
    [[nodiscard]] PeerId idOf(const QString &name, const QString &url);
    void setState(State state);

    HistoryReader *m_reader;
    PastEventLog *m_log;
    const PeerBook *m_book;
    Scope m_scope;
    HistoryPlace m_start; // where this run's events begin
    HistoryPlace m_next;  // the next page ends here
    State m_state = State::More;
    QString m_problem;
    HistoryRequest m_request = 0; // 0: none is under way
    HistoryRequest m_namesRequest = 0;
    QHash<std::pair<QString, QString>, PeerId> m_strangers; // by name and URL
};

} // namespace Pongwatch
