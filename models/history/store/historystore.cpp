// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historystore.h"

#include "engine/values/privatefiles.h"
#include "engine/values/settings.h"
#include "history/store/eventcodec.h"
#include "history/store/journalrow.h"
#include "history/store/packedbytes.h"
#include "history/store/samplecodec.h"
#include "history/store/settingsrecord.h"
#include "history/store/storedtime.h"
#include "history/store/writability.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <limits>

#include <signal.h>

namespace Pongwatch
{

namespace
{

constexpr int ownFiles = 9;

/// "/x/history.sqlite" and "-2": "/x/history-2.sqlite".
QString withSuffix(const QString &path, const QString &suffix)
{
    const QFileInfo info(path);
    const QString ending = info.suffix().isEmpty() ? QString() : QString(u'.' + info.suffix());
    return info.path() + u'/' + info.completeBaseName() + suffix + ending;
}

/// QLockFile can't remove the lock of a dead program while the disk is full, and says that it is held.
bool isHeldByDeadProgram(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString name;
    return lock.getLockInfo(&process, &host, &name) && host == QSysInfo::machineHostName() && process > 0 &&
           ::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH;
}

/// Why a folder can't be created.
QString whyNoFolder(const QString &folder)
{
    QString above = folder;
    while (!QFileInfo::exists(above) && above != QFileInfo(above).path())
        above = QFileInfo(above).path();
    if (!QFileInfo(above).isDir())
        return HistoryStrings::tr("“%1” is no folder").arg(above);
    const QString why = whyFolderCannotBeWritten(above);
    return why.isEmpty() ? HistoryStrings::tr("it can't be created") : why;
}

QByteArray packJournal(const HistoryBacklog::Entry &entry, const std::vector<qint64> &rows)
{
    PackedWriter writer;
    for (size_t i = 0; i < entry.samples.size(); ++i) {
        writer.number(static_cast<quint64>(rows[i]));
        writer.bytes(entry.samples[i].packed);
    }
    return writer.take();
}

} // namespace

HistoryStore::HistoryStore(const HistoryOptions &options)
    : m_options(options)
    , m_backlog(options.memoryLimit)
    , m_thinning(options)
{
    m_status.path = options.path;
}

HistoryStore::~HistoryStore()
{
    if (!m_backlog.isEmpty() || !m_notes.isEmpty() || !m_alerts.isEmpty() || m_database.isOpen())
        flush(m_now);
    close();
}

void HistoryStore::setPeer(PeerId peer, const QString &name, const QUrl &url, const QByteArray &settings)
{
    const QString shownUrl = displayUrl(url);
    const auto before = m_peers.find(toNumber(peer));
    if (before != m_peers.end()) {
        Peer &old = before->second;
        if (old.name == name && old.url == shownUrl) {
            if (old.settings != settings)
                old = Peer{name, shownUrl, settings, 0, false};
            return;
        }
        const auto sharing = std::count_if(m_peers.cbegin(), m_peers.cend(), [&old](const auto &other) {
            return other.second.name == old.name && other.second.url == old.url;
        });
        if (sharing == 1) // otherwise another peer would lose its past
            m_renamings.push_back({old.name, old.url, name, shownUrl});
    }
    m_peers[toNumber(peer)] = Peer{name, shownUrl, settings, 0, false};
}

void HistoryStore::close()
{
    m_database.close();
    m_lock.reset();
    m_shelf.clear();
    m_shelved.clear();
    m_nextJournal = 1;
    m_run = 0;
    for (auto &[id, peer] : m_peers) {
        peer.row = 0;
        peer.settingsFiled = false;
    }
}

Outcome HistoryStore::open()
{
    m_fileNotice.clear();
    Outcome result = openFile(m_options.path);
    if (result && m_database.version() > HistoryDatabase::latestVersion()) {
        const QString why = HistoryStrings::tr("“%1” was written by a newer Pongwatch (format %2; this "
                                               "version knows %3) and is opened read-only")
                                .arg(m_options.path)
                                .arg(m_database.version())
                                .arg(HistoryDatabase::latestVersion());
        close();
        return openOwnFile(why);
    }
    return result;
}

Outcome HistoryStore::openFile(const QString &path)
{
    close();
    const QString folder = QFileInfo(path).absolutePath();
    if (!makePrivateFolder(folder))
        return Error{HistoryStrings::tr("creating the folder for the history"), folder, whyNoFolder(folder)};
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // it is stale only if its owner is dead
    if (!lock->tryLock(0)) {
        const bool isLeft = isHeldByDeadProgram(*lock);
        if (isLeft || lock->error() != QLockFile::LockFailedError) {
            QString why = whyFolderCannotBeWritten(folder);
            if (why.isEmpty())
                why = isLeft ? HistoryStrings::tr("the lock file of a program that has died can't be removed")
                             : HistoryStrings::tr("its lock file can't be written");
            return Error{HistoryStrings::tr("writing the history"), path, why};
        }
        if (path != m_options.path)
            return Error{HistoryStrings::tr("writing the history"), path,
                         HistoryStrings::tr("another Pongwatch is writing it")};
        return openOwnFile(HistoryStrings::tr("Another Pongwatch is writing “%1”").arg(path));
    }
    makePrivate(path + QStringLiteral(".lock"));
    m_lock = std::move(lock);
    Outcome result = m_database.open(path, HistoryDatabase::Access::ReadWrite);
    if (!result && m_database.fault() == StoreFault::Damaged) {
        if (Outcome moved = setAside(path); !moved)
            return moved;
        result = m_database.open(path, HistoryDatabase::Access::ReadWrite);
    }
    if (!result) {
        m_lock.reset();
        return result;
    }
    m_status.path = path;
    return success();
}

Outcome HistoryStore::openOwnFile(const QString &why)
{
    for (int number = 2; number <= ownFiles; ++number) {
        const QString own = withSuffix(m_options.path, QStringLiteral("-%1").arg(number));
        if (Outcome result = openFile(own);
            result && m_database.version() <= HistoryDatabase::latestVersion()) {
            m_fileNotice = HistoryStrings::tr("%1; this run is recorded in “%2”").arg(why, own);
            return success();
        }
        close();
    }
    return Error{HistoryStrings::tr("writing the history"), m_options.path, why};
}

Outcome HistoryStore::setAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString aside;
    for (int attempt = 0; attempt < 100; ++attempt) {
        aside = withSuffix(path, QStringLiteral(".damaged-") + stamp +
                                     (attempt == 0 ? QString() : QStringLiteral("-%1").arg(attempt)));
        if (!QFile::exists(aside))
            break;
    }
    if (!QFile::rename(path, aside))
        return Error{HistoryStrings::tr("setting the damaged history aside"), path,
                     HistoryStrings::tr("it can't be renamed")};
    // SQLite's companions belong to the old file, and would damage a new one.
    for (const char *companion : {"-wal", "-shm"})
        if (QFile::exists(path + QLatin1String(companion)))
            QFile::rename(path + QLatin1String(companion), aside + QLatin1String(companion));
    m_fileNotice = HistoryStrings::tr("“%1” is damaged and was renamed to “%2”; a new history was started")
                       .arg(path, aside);
    return success();
}

void HistoryStore::append(const Batch &batch, SteadyTime now)
{
    m_backlog.add(batch);
    writeUnlessTooEarly(now);
}

void HistoryStore::keepNote(const Note &note, SteadyTime now)
{
    m_notes.keep(note);
    writeUnlessTooEarly(now);
}

void HistoryStore::removeNote(qint64 id, SteadyTime now)
{
    m_notes.remove(id);
    writeUnlessTooEarly(now);
}

void HistoryStore::keepAlert(const AlertEntry &entry, SteadyTime now)
{
    m_alerts.keep(entry);
    writeUnlessTooEarly(now);
}

/// If it failed a moment ago, tries again later.
void HistoryStore::writeUnlessTooEarly(SteadyTime now)
{
    m_now = now;
    if (!m_failedAt || now - *m_failedAt >= m_options.retryAfter)
        write(now);
    updateCounts();
}

void HistoryStore::flush(SteadyTime now)
{
    m_backlog.addFeeds();
    if (!write(now))
        return;
    if (Outcome done = m_shelf.shelve(m_database, now, true); !done)
        failed(done.error(), now);
    else
        m_database.checkpoint();
    updateCounts();
}

bool HistoryStore::tend(SteadyTime now, WallTime wallNow)
{
    m_now = now;
    if (m_failedAt && now - *m_failedAt < m_options.retryAfter)
        return false;
    if (!write(now))
        return false;
    if (m_shelf.isDue(now)) {
        if (Outcome done = m_shelf.shelve(m_database, now, false); !done) {
            failed(done.error(), now);
            return false;
        }
    }
    Result<bool> more = m_thinning.step(m_database, wallNow);
    if (!more)
        failed(more.error(), now);
    updateCounts();
    return more && more.value();
}

bool HistoryStore::write(SteadyTime now)
{
    // Twice: if the file turns out to be damaged, it is replaced by a new one.
    for (int attempt = 0; attempt < 2; ++attempt) {
        Outcome result = success();
        if (!m_database.isOpen()) {
            result = open();
            if (result) {
                result = readShelved();
                if (result)
                    result = recoverJournal(now);
                // What was not taken from the journal must not be deleted from it either.
                if (!result && m_database.fault() != StoreFault::Damaged) {
                    const Error why = result.error();
                    close();
                    result = why;
                }
            }
        }
        if (result && !m_renamings.empty())
            result = renamePeers();
        if (result && !m_backlog.isEmpty())
            result = writeEntries();
        if (result)
            result = m_notes.write(m_database);
        if (result)
            result = m_alerts.write(m_database);
        if (result) {
            noteFine();
            return true;
        }
        if (!failed(result.error(), now))
            return false;
    }
    return false;
}

/// Records the failure and its reason. Returns true if the cause is gone: a damaged file was
/// replaced.
bool HistoryStore::failed(const Error &error, SteadyTime now)
{
    Error cause = error;
    if (m_database.isOpen() && m_database.fault() == StoreFault::Damaged) {
        const QString path = m_database.path();
        // Everything in its journal is also known here.
        m_backlog.putBack(m_shelf.takeAll());
        m_database.close();
        Outcome replaced = setAside(path);
        if (replaced) {
            const QString notice = m_fileNotice;
            replaced = openFile(path);
            m_fileNotice = notice;
        }
        if (replaced)
            return true;
        close();
        cause = replaced.error();
    }
    m_failedAt = now;
    m_status.state = HistoryStatus::State::InMemory;
    m_status.notice = HistoryStrings::tr("The history can't be written (%1); measurements are kept in memory")
                          .arg(cause.sentence());
    updateCounts();
    return false;
}

Result<qint64> HistoryStore::rowOf(PeerId peer, WallTime firstSeen)
{
    Peer &its = m_peers[toNumber(peer)];
    if (its.row != 0)
        return its.row;
    if (its.rowInTransaction != 0)
        return its.rowInTransaction;
    const QString name = its.name.isEmpty() ? QString::number(toNumber(peer)) : its.name;
    const QString url = its.url.isNull() ? QStringLiteral("") : its.url;
    if (Result<QSqlQuery *> made = m_database.run("insert_peer", {name, url, inMicroseconds(firstSeen)});
        !made)
        return made.error();
    Result<QSqlQuery *> found = m_database.run("select_peer", {name, url});
    if (!found)
        return found.error();
    if (!found.value()->next())
        return Error{HistoryStrings::tr("writing the history"), m_database.path(),
                     HistoryStrings::tr("a peer's row is missing")};
    const qint64 row = found.value()->value(0).toLongLong();
    found.value()->finish();
    if (Outcome done = fileSettings(its, row, firstSeen); !done)
        return done.error();
    its.rowInTransaction = row;
    return row;
}

Outcome HistoryStore::renamePeers()
{
    if (Outcome done = m_database.begin(); !done)
        return done;
    for (const Renaming &one : m_renamings) {
        Result<QSqlQuery *> done =
            m_database.run("rename_peer", {one.newName, one.newUrl, one.name, one.url});
        if (!done) {
            m_database.rollback();
            return done.error();
        }
    }
    if (Outcome done = m_database.commit(); !done)
        return done;
    m_renamings.clear();
    return success();
}

/// Only if they differ from those in the file: in most runs, a peer's settings are unchanged.
Outcome HistoryStore::fileSettings(Peer &peer, qint64 row, WallTime since)
{
    if (peer.settings.isEmpty() || peer.settingsFiled)
        return success();
    Result<QSqlQuery *> found = m_database.run("select_settings", {row});
    if (!found)
        return found.error();
    std::vector<DatedSettings> all;
    if (found.value()->next())
        all = unpackSettings(found.value()->value(0).toByteArray());
    found.value()->finish();
    if (all.empty() || all.back().record != peer.settings) {
        all.push_back({since, peer.settings});
        if (Result<QSqlQuery *> done = m_database.run("update_settings", {packSettings(all), row}); !done)
            return done.error();
    }
    peer.settingsFiled = true;
    return success();
}

Outcome HistoryStore::writeEntries()
{
    const auto &entries = m_backlog.entries();
    std::vector<qint64> journalRows(entries.size());
    const qint64 runBefore = m_run;
    if (Outcome done = m_database.begin(); !done)
        return done;
    Outcome result = success();
    for (size_t i = 0; i < entries.size() && result; ++i)
        result = writeEntry(entries[i], &journalRows[i]);
    if (result)
        result = m_database.commit();
    else
        m_database.rollback();
    // Forget what was rolled back.
    for (auto &[id, peer] : m_peers) {
        const qint64 row = std::exchange(peer.rowInTransaction, 0);
        if (result && row != 0)
            peer.row = row;
        else if (!result)
            peer.settingsFiled = false;
    }
    if (!result) {
        m_run = runBefore;
        return result;
    }
    for (size_t i = 0; i < entries.size(); ++i) {
        for (const HistoryBacklog::Samples &samples : entries[i].samples) {
            std::vector<PingSample> decoded;
            if (samples.plain.empty()) {
                decoded.reserve(samples.count);
                SampleCodec::decode(samples.packed, samples.peer, decoded);
            }
            m_shelf.take(m_peers[toNumber(samples.peer)].row, samples.plain.empty() ? decoded : samples.plain,
                         journalRows[i], m_now);
        }
    }
    m_backlog.clear();
    return success();
}

Outcome HistoryStore::writeEntry(const HistoryBacklog::Entry &entry, qint64 *journalRow)
{
    const qint64 latest = inMicroseconds(entry.latest);
    if (m_run == 0) {
        Result<QSqlQuery *> made = m_database.run(
            "insert_run", {inMicroseconds(entry.earliest), latest, QStringLiteral(PONGWATCH_VERSION)});
        if (!made)
            return made.error();
        m_run = made.value()->lastInsertId().toLongLong();
    }
    if (Result<QSqlQuery *> done = m_database.run("update_run", {latest, m_run}); !done)
        return done.error();
    if (!entry.samples.empty()) {
        std::vector<qint64> rows;
        for (const HistoryBacklog::Samples &samples : entry.samples) {
            Result<qint64> row = rowOf(samples.peer, entry.earliest);
            if (!row)
                return row.error();
            rows.push_back(row.value());
        }
        *journalRow = m_nextJournal++;
        Result<QSqlQuery *> done = m_database.run("insert_journal", {*journalRow, packJournal(entry, rows)});
        if (!done)
            return done.error();
    }
    for (const HistoryBacklog::Event &event : entry.events)
        if (Outcome done = writeEvent(event); !done)
            return done;
    for (const HistoryBacklog::State &state : entry.states) {
        Result<qint64> row = rowOf(state.peer, state.at);
        if (!row)
            return row.error();
        Result<QSqlQuery *> done =
            m_database.run("insert_state", {row.value(), inMicroseconds(state.at),
                                            static_cast<int>(state.health), static_cast<int>(state.state)});
        if (!done)
            return done.error();
    }
    return success();
}

Outcome HistoryStore::writeEvent(const HistoryBacklog::Event &event)
{
    Result<qint64> row = rowOf(event.event.peer, event.event.time);
    if (!row)
        return row.error();
    const qint64 at = inMicroseconds(event.event.time);
    const auto number = static_cast<qint64>(event.event.connection);
    Result<QSqlQuery *> done =
        m_database.run("insert_event", {row.value(), number, at, event.kind, event.packed});
    if (done && event.kind == static_cast<int>(EventCodec::Kind::Opened))
        done = m_database.run("connection_opened", {row.value(), m_run, number, at});
    if (done && event.cause)
        done = m_database.run("connection_closed",
                              {row.value(), m_run, number, at, QString(toWord(*event.cause)),
                               QString(toWord(event.initiator)), event.closeCode});
    return done ? success() : Outcome(done.error());
}

/// Reads up to where samples in the journal are already filed.
Outcome HistoryStore::readShelved()
{
    Result<QSqlQuery *> next = m_database.run("select_next_journal");
    if (!next)
        return next.error();
    if (next.value()->next())
        m_nextJournal = next.value()->value(0).toLongLong();
    next.value()->finish();
    Result<QSqlQuery *> rows = m_database.run("select_shelved");
    if (!rows)
        return rows.error();
    while (rows.value()->next())
        m_shelved[rows.value()->value(0).toLongLong()] = rows.value()->value(1).toLongLong();
    rows.value()->finish();
    return success();
}

/// Files what a killed program left in the journal.
Outcome HistoryStore::recoverJournal(SteadyTime now)
{
    Result<QSqlQuery *> rows = m_database.run("select_journal");
    if (!rows)
        return rows.error();
    bool any = false;
    std::vector<qint64> damaged;
    while (rows.value()->next()) {
        const qint64 id = rows.value()->value(0).toLongLong();
        bool isWhole = true;
        const bool wasRead =
            eachInJournalRow(rows.value()->value(1).toByteArray(), [&](qint64 peer, QByteArrayView packed) {
                any = true;
                if (const auto shelved = m_shelved.find(peer);
                    shelved != m_shelved.end() && id <= shelved->second)
                    return;
                std::vector<PingSample> samples;
                isWhole &= SampleCodec::decode(packed, PeerId{}, samples);
                m_shelf.take(peer, samples, id, now);
            });
        if (!isWhole || !wasRead)
            damaged.push_back(id);
    }
    rows.value()->finish();
    for (const qint64 id : damaged)
        if (Result<QSqlQuery *> kept = m_database.run("set_journal_aside", {id}); !kept)
            return kept.error();
    return any ? m_shelf.shelve(m_database, now, true) : success();
}

void HistoryStore::noteFine()
{
    m_failedAt.reset();
    m_status.state = HistoryStatus::State::Writing;
    m_status.notice = m_fileNotice.isEmpty() ? noticeOfShelf() : m_fileNotice;
}

QString HistoryStore::noticeOfShelf() const
{
    if (!m_shelf.heldBack())
        return {};
    return HistoryStrings::tr(
               "Some pings can't be put in their place in the history (%1); they are kept in its journal")
        .arg(m_shelf.heldBack()->sentence());
}

void HistoryStore::updateCounts()
{
    m_status.samplesInMemory = m_backlog.sampleCount();
    m_status.notesInMemory = m_notes.count();
    m_status.samplesDropped = m_backlog.dropped();
    if (m_database.isOpen())
        m_status.fileBytes = QFileInfo(m_database.path()).size();
    if (m_backlog.dropped() > 0 && m_status.state == HistoryStatus::State::Writing && m_fileNotice.isEmpty())
        m_status.notice = QCoreApplication::translate(
            "Pongwatch::History",
            "%n ping(s) of this run are missing in the history: it could not be written for too long",
            nullptr,
            static_cast<int>(std::min<quint64>(m_backlog.dropped(), std::numeric_limits<int>::max())));
}

} // namespace Pongwatch
