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

/// Feeds the event log with what happened in earlier runs, page by page as it is asked for, the newest first;
/// or with what happened to one peer, or in one stretch of time. A peer that is watched now is known by its
/// name and URL; others get an id that nobody has. The log holds only so many of them.
/// Lives on the GUI thread.
class PastEvents : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 500;

    using State = PastEventState;
    using Scope = PastEventScope;

    /// All outlive this. What the log says from `runBegan` on is this run's.
    PastEvents(HistoryReader *reader, PastEventLog *log, const PeerBook *book, WallTime runBegan,
               QObject *parent = nullptr);

    /// Asks for the next page; nothing happens while one is on its way, or when there are no more.
    void readMore();

    /// Drops the pages that were read, and reads the first one of this.
    void search(const Scope &scope);

    /// To be called when the log has let go of its oldest entries: they can be read again.
    void followTrim();

    [[nodiscard]] PastEventStatus status() const;
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Scope &scope() const { return m_scope; }
    [[nodiscard]] int count() const; ///< entries that were read, of those that the log still has
    [[nodiscard]] WallTime oldest() const { return m_next.at; } ///< of them
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// Asks for the names of all peers in the file; answered by peerNames().
    void wantPeerNames();

Q_SIGNALS:
    /// State, scope or count are other ones.
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
    HistoryPlace m_next;  // the next page ends before it
    State m_state = State::More;
    QString m_problem;
    HistoryRequest m_request = 0; // 0: none is under way
    HistoryRequest m_namesRequest = 0;
    QHash<std::pair<QString, QString>, PeerId> m_strangers; // by name and URL
};

} // namespace Pongwatch
