// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "history/store/historybacklog.h"
#include "history/store/historydatabase.h"
#include "history/store/historystatus.h"
#include "history/store/historythinning.h"
#include "history/store/pendingalerts.h"
#include "history/store/pendingnotes.h"
#include "history/store/sampleshelf.h"

#include <QLockFile>

#include <memory>
#include <unordered_map>

namespace Pongwatch
{

/// Writes a history file. Every batch is one transaction: once write() has returned, killing the program
/// loses none of it. What can't be written is kept in memory until it can be.
///
/// Only one program writes a file. A second one, and one that finds a file of a newer version, write a file
/// of their own next to it ("history-2.sqlite"); a damaged file is renamed ("history.damaged-….sqlite"), and
/// a new one is started. status() reports that.
///
/// Belongs to the thread that created it. HistoryWriter gives it one.
class HistoryStore
{
public:
    explicit HistoryStore(const HistoryOptions &options);
    /// Writes whatever it can.
    ~HistoryStore();
    HistoryStore(const HistoryStore &) = delete;
    HistoryStore &operator=(const HistoryStore &) = delete;

    /// Sets whose samples those with this id are, and the peer's settings from now on, as made by
    /// toSettingsRecord() (empty: unknown). A user name or password in the URL is not stored. A peer whose
    /// name or URL changes remains the same one in the file, with everything that earlier runs measured,
    /// unless the file already knows another peer by that name and URL.
    void setPeer(PeerId peer, const QString &name, const QUrl &url, const QByteArray &settings = {});

    /// Sets how long things are kept from now on. Does not change the file or the memory limit.
    void keepAsIn(const HistoryOptions &options) { m_thinning.setOptions(options); }

    /// Takes a batch and tries to write it. Never fails: see status().
    void append(const Batch &batch, SteadyTime now);

    /// Writes a note, replacing the one with its id, or removes it; otherwise like append().
    void keepNote(const Note &note, SteadyTime now);
    void removeNote(qint64 id, SteadyTime now);

    /// Writes what happened to an alert, as append() does.
    void keepAlert(const AlertEntry &entry, SteadyTime now);

    /// The ids of notes that were written or removed since the last call.
    [[nodiscard]] std::vector<qint64> takeWrittenNotes() { return m_notes.takeWritten(); }

    /// Tries again if the last attempt was long enough ago, files samples that are due, and thins a little.
    /// Call it about once a second. Returns true if there is more to thin right away.
    bool tend(SteadyTime now, WallTime wallNow);

    /// Writes everything to its final place, and leaves the file complete by itself: nothing of it remains in
    /// its -wal file unless somebody is reading it.
    void flush(SteadyTime now);

    [[nodiscard]] const HistoryStatus &status() const { return m_status; }

private:
    struct Peer {
        QString name;
        QString url;
        QByteArray settings;
        qint64 row = 0;             // in the open file; 0: not yet known
        bool settingsFiled = false; // in the open file or the transaction
        qint64 rowInTransaction = 0;
    };

    Outcome open();
    Outcome openFile(const QString &path);
    Outcome openOwnFile(const QString &why);
    Outcome setAside(const QString &path);
    void close();

    void writeUnlessTooEarly(SteadyTime now);
    struct Renaming {
        QString name;
        QString url;
        QString newName;
        QString newUrl;
    };

    bool write(SteadyTime now);
    Outcome renamePeers();
    Outcome writeEntries();
    Outcome writeEntry(const HistoryBacklog::Entry &entry, qint64 *journalRow);
    Outcome writeEvent(const HistoryBacklog::Event &event);
    Result<qint64> rowOf(PeerId peer, WallTime firstSeen);
    Outcome fileSettings(Peer &peer, qint64 row, WallTime since);
    Outcome readShelved();
    Outcome recoverJournal(SteadyTime now);
    bool failed(const Error &error, SteadyTime now);
    void noteFine();
    [[nodiscard]] QString noticeOfShelf() const;
    void updateCounts();

    HistoryOptions m_options;
    HistoryStatus m_status;
    QString m_fileNotice; // which file is being written, if not the usual one
    HistoryDatabase m_database;
    std::unique_ptr<QLockFile> m_lock;
    std::unordered_map<quint32, Peer> m_peers; // by PeerId
    std::vector<Renaming> m_renamings;         // still to be done in the file
    HistoryBacklog m_backlog;
    PendingNotes m_notes;
    PendingAlerts m_alerts;
    SampleShelf m_shelf;
    HistoryThinning m_thinning;
    std::unordered_map<qint64, qint64>
        m_shelved;            // by a peer's row: its last journal row that no longer counts
    qint64 m_nextJournal = 1; // the next row number of the journal, never used before
    qint64 m_run = 0;
    std::optional<SteadyTime> m_failedAt;
    SteadyTime m_now{};
};

} // namespace Pongwatch
