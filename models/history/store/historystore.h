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

/// The writing side of a history file. Every batch is one transaction: once write() is through, a kill loses
/// nothing of it. What can't be written waits in memory and is written when it can.
///
/// Only one program writes a file. A second one, and one that meets a file of a newer version, writes a file
/// of its own beside it ("history-2.sqlite"); a damaged file is renamed ("history.damaged-….sqlite"), and a
/// fresh one begun. status() says so.
///
/// Belongs to the thread that made it. HistoryWriter gives it one.
class HistoryStore
{
public:
    explicit HistoryStore(const HistoryOptions &options);
    /// Writes what it can.
    ~HistoryStore();
    HistoryStore(const HistoryStore &) = delete;
    HistoryStore &operator=(const HistoryStore &) = delete;

    /// Whose samples those with this id are, and how it is watched from now on, as toSettingsRecord() gives
    /// it (empty: that is not told). A user name or password in the URL is not kept. A peer that gets another
    /// name or URL stays the same one in the file, with all that earlier runs measured, unless the file knows
    /// another peer by these already.
    void setPeer(PeerId peer, const QString &name, const QUrl &url, const QByteArray &settings = {});

    /// How long things are kept from now on. The file and the memory limit stay what they are.
    void keepAsIn(const HistoryOptions &options) { m_thinning.setOptions(options); }

    /// Takes a batch and tries to write it. Never fails: see status().
    void append(const Batch &batch, SteadyTime now);

    /// Writes a note, in the place of the one with its id, or removes it; as append() does.
    void keepNote(const Note &note, SteadyTime now);
    void removeNote(qint64 id, SteadyTime now);

    /// Writes what happened to an alert, as append() does.
    void keepAlert(const AlertEntry &entry, SteadyTime now);

    /// The ids of notes that were written or removed since the last call.
    [[nodiscard]] std::vector<qint64> takeWrittenNotes() { return m_notes.takeWritten(); }

    /// Tries again when the last attempt is long enough ago, files samples that are due, and thins a little.
    /// To be called about once a second. True when there is more to thin at once.
    bool tend(SteadyTime now, WallTime wallNow);

    /// Writes everything to its final place, and the file itself to where it stands alone: nothing of it is
    /// left in its -wal file unless somebody reads it.
    void flush(SteadyTime now);

    [[nodiscard]] const HistoryStatus &status() const { return m_status; }

private:
    struct Peer {
        QString name;
        QString url;
        QByteArray settings;
        qint64 row = 0;             // in the open file; 0: not known yet
        bool settingsFiled = false; // in the open file, or in the transaction
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
    QString m_fileNotice; // which file is written, when it is not the plain one
    HistoryDatabase m_database;
    std::unique_ptr<QLockFile> m_lock;
    std::unordered_map<quint32, Peer> m_peers; // by PeerId
    std::vector<Renaming> m_renamings;         // to be done in the file
    HistoryBacklog m_backlog;
    PendingNotes m_notes;
    PendingAlerts m_alerts;
    SampleShelf m_shelf;
    HistoryThinning m_thinning;
    std::unordered_map<qint64, qint64>
        m_shelved;            // by a peer's row: its last row of the journal that counts no more
    qint64 m_nextJournal = 1; // a row that the journal never had
    qint64 m_run = 0;
    std::optional<SteadyTime> m_failedAt;
    SteadyTime m_now{};
};

} // namespace Pongwatch
