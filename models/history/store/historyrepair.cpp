// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historyrepair.h"

#include "history/store/historydatabase.h"
#include "history/store/journalrow.h"
#include "history/store/oldcounts.h"
#include "history/store/packedchunk.h"
#include "history/store/pagechange.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>
#include <map>
#include <set>

namespace Pongwatch
{

namespace
{

const char *const readOnly = "QSQLITE_OPEN_READONLY";

Error repairError(const QString &path, const QString &answer)
{
    return Error{HistoryStrings::tr("repairing the history"), path, answer};
}

/// "/x/history.sqlite": "/x/history.repaired.sqlite", or with a number if that exists already.
QString nameBeside(const QString &path)
{
    const QFileInfo info(path);
    const QString ending = info.suffix().isEmpty() ? QString() : QString(u'.' + info.suffix());
    for (int number = 1;; ++number) {
        const QString more = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        const QString name =
            info.path() + u'/' + info.completeBaseName() + QStringLiteral(".repaired") + more + ending;
        if (!QFile::exists(name))
            return name;
    }
}

/// A connection for statements that are generated here.
class PlainConnection
{
public:
    explicit PlainConnection(const QString &path, const char *options = "")
        : m_name(QStringLiteral("pongwatch-repair-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
        , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
    {
        m_database.setDatabaseName(path);
        m_database.setConnectOptions(QLatin1String(options));
        m_isOpen = m_database.open();
    }
    ~PlainConnection()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    PlainConnection(const PlainConnection &) = delete;
    PlainConnection &operator=(const PlainConnection &) = delete;

    [[nodiscard]] QSqlQuery query() const
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        return query;
    }
    bool run(const QString &statement, const QVariantList &values = {})
    {
        QSqlQuery query(m_database);
        bool done = m_isOpen && query.prepare(statement);
        for (const QVariant &value : values)
            query.addBindValue(value);
        done = done && query.exec();
        if (!done)
            m_problem = query.lastError().databaseText();
        return done;
    }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    QString m_name;
    QSqlDatabase m_database;
    QString m_problem;
    bool m_isOpen = false;
};

QStringList columnsOf(const PlainConnection &connection, const QString &table)
{
    QStringList columns;
    QSqlQuery query = connection.query();
    if (query.exec(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table)))
        while (query.next())
            columns.append(query.value(0).toString());
    return columns;
}

/// Copies the rows of a table from one file to another, skipping those that can't be read.
class TableCopy
{
public:
    TableCopy(const PlainConnection &from, const PlainConnection &to, const QString &table)
        : m_from(from)
        , m_insert(to.query())
        , m_table(table)
        , m_columns(columnsOf(to, table))
    {
        const QStringList old = columnsOf(from, table);
        erase_if(m_columns, [&old](const QString &name) { return !old.contains(name); });
        QStringList marks;
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            marks.append(QStringLiteral("?"));
        m_insert.prepare(QStringLiteral("INSERT OR REPLACE INTO %1 (%2) VALUES (%3)")
                             .arg(m_table, names(), marks.join(QStringLiteral(", "))));
    }

    /// Returns false if some rows could not be read.
    bool run()
    {
        if (m_columns.isEmpty())
            return true;                           // older files don't have this table
        if (m_table == QStringLiteral("states")) { // it has no row ids: copied from both ends
            if (!copy(QStringLiteral("ORDER BY peer, at_us"), {}))
                return true;
            copy(QStringLiteral("ORDER BY peer DESC, at_us DESC"), {});
            return false;
        }
        constexpr qint64 furthest = qint64(1) << 40;
        bool isComplete = true;
        // Moves past a damaged part in steps of growing size.
        qint64 step = 1;
        for (qint64 at = -furthest; step < furthest;) {
            const std::optional<qint64> reached = copy(QStringLiteral("WHERE rowid > ? ORDER BY rowid"), at);
            if (!reached)
                return isComplete;
            isComplete = false;
            step = *reached > at ? 1 : step * 2;
            at = std::max(at, *reached) + step;
        }
        return isComplete;
    }

private:
    [[nodiscard]] QString names() const { return m_columns.join(QStringLiteral(", ")); }

    /// The last row copied before one that can't be read; nullopt if there was none.
    std::optional<qint64> copy(const QString &which, std::optional<qint64> after)
    {
        QSqlQuery rows = m_from.query();
        const QString key = after ? QStringLiteral("rowid") : QStringLiteral("0");
        bool isRead =
            rows.prepare(QStringLiteral("SELECT %1, %2 FROM %3 %4").arg(key, names(), m_table, which));
        if (after)
            rows.addBindValue(*after);
        isRead = isRead && rows.exec();
        qint64 reached = after.value_or(0);
        while (isRead && rows.next()) {
            for (int i = 0; i < m_columns.size(); ++i)
                m_insert.bindValue(i, rows.value(i + 1));
            m_insert.exec(); // a row that contradicts others is left out
            reached = rows.value(0).toLongLong();
        }
        if (isRead && !rows.lastError().isValid())
            return std::nullopt;
        return reached;
    }

    const PlainConnection &m_from;
    QSqlQuery m_insert;
    QString m_table;
    QStringList m_columns;
};

/// Replaces the table definitions in a copy of a file with those of an intact one.
Outcome mendSchema(const QString &copy, const QString &sound)
{
    std::vector<std::pair<QString, QString>> descriptions;
    {
        const PlainConnection right(sound);
        QSqlQuery query = right.query();
        if (query.exec(QStringLiteral("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")))
            while (query.next())
                descriptions.emplace_back(query.value(0).toString(), query.value(1).toString());
    }
    PlainConnection mended(copy);
    bool done = mended.run(QStringLiteral("PRAGMA writable_schema = ON"));
    for (const auto &[name, sql] : descriptions)
        done = done &&
               mended.run(QStringLiteral("UPDATE sqlite_master SET sql = ? WHERE name = ?"), {sql, name});
    return done ? success() : Outcome(repairError(copy, mended.problem()));
}

/// Copies all tables; returns true if SQLite could read all rows.
Result<bool> copyTables(const QString &from, const QString &to)
{
    PlainConnection source(from, readOnly);
    PlainConnection target(to);
    if (!source.run(QStringLiteral("SELECT count(*) FROM sqlite_master")))
        return repairError(from, source.problem());
    bool isComplete = true;
    source.run(QStringLiteral("BEGIN"));
    if (!target.run(QStringLiteral("BEGIN")))
        return repairError(to, target.problem());
    for (const char *table : {"peers", "runs", "chunks", "journal", "events", "connections", "states",
                              "bucket_pages", "notes", "shelved", "alerts"})
        isComplete &= TableCopy(source, target, QLatin1String(table)).run();
    if (!target.run(QStringLiteral("COMMIT")))
        return repairError(to, target.problem());
    return isComplete;
}

/// Removes unreadable data, and counts again where some is missing.
class FileMender
{
public:
    FileMender(HistoryDatabase &database, HistoryRepair &repair)
        : m_database(database)
        , m_repair(repair)
    {
    }

    Outcome mend(bool isOld)
    {
        if (Outcome done = m_database.begin(); !done)
            return done;
        Outcome done = dropChunks();
        if (done)
            done = dropPages();
        if (done)
            done = mendJournal();
        if (done && isOld)
            done = correctOldCounts(m_database);
        if (done)
            done = countAnew();
        if (done)
            return m_database.commit();
        m_database.rollback();
        return done;
    }

private:
    Outcome each(const char *statement, const std::function<void(const QSqlQuery &)> &row)
    {
        Result<QSqlQuery *> rows = m_database.run(statement);
        if (!rows)
            return rows.error();
        while (rows.value()->next())
            row(*rows.value());
        rows.value()->finish();
        return success();
    }

    Outcome removeAll(const char *statement, const std::vector<qint64> &ids)
    {
        for (const qint64 id : ids)
            if (Result<QSqlQuery *> gone = m_database.run(statement, {id}); !gone)
                return gone.error();
        return success();
    }

    Outcome dropChunks()
    {
        std::vector<qint64> ids;
        const Outcome read = each("select_all_chunks", [&](const QSqlQuery &row) {
            const PackedChunk chunk = PackedChunk::of(row);
            std::vector<PingSample> samples;
            if (chunk.unpack(PeerId{}, samples))
                return;
            ids.push_back(chunk.id);
            const qint64 peer = row.value(5).toLongLong();
            const WallTime end = std::min(chunk.to, chunk.from + PackedChunk::longest);
            for (qint64 hour = hourOf(chunk.from); hour <= hourOf(end); ++hour)
                m_lost.emplace(peer, hour);
        });
        m_repair.chunksLost = ids.size();
        return read ? removeAll("delete_chunk", ids) : read;
    }

    Outcome dropPages()
    {
        std::vector<qint64> ids;
        const Outcome read = each("select_all_pages", [&](const QSqlQuery &row) {
            const int level = row.value(1).toInt();
            if (level == 0 || level == 1) {
                BucketPage page(static_cast<BucketLevel>(level), row.value(2).toLongLong());
                if (page.decode(row.value(3).toByteArray()))
                    return;
            }
            ids.push_back(row.value(0).toLongLong());
        });
        m_repair.pagesLost = ids.size();
        return read ? removeAll("delete_page", ids) : read;
    }

    /// The readable part of damaged rows is kept.
    Outcome mendJournal()
    {
        std::vector<std::pair<qint64, QByteArray>> mended;
        const Outcome read = each("select_all_journal", [&](const QSqlQuery &row) {
            const qint64 id = row.value(0).toLongLong();
            PackedWriter writer;
            bool isWhole = true;
            const bool wasRead =
                eachInJournalRow(row.value(1).toByteArray(), [&](qint64 peer, QByteArrayView packed) {
                    std::vector<PingSample> samples;
                    if (!SampleCodec::decode(packed, PeerId{}, samples)) {
                        isWhole = false;
                        return;
                    }
                    writer.number(static_cast<quint64>(peer));
                    writer.bytes(packed);
                });
            if (id < 0 || !wasRead || !isWhole)
                mended.emplace_back(id, writer.take());
        });
        if (!read)
            return read;
        m_repair.journalLost = mended.size();
        for (const auto &[id, data] : mended) {
            Result<QSqlQuery *> done = m_database.run("remove_journal", {id});
            // Rows set aside were partly filed by then: only what still belongs to the journal stays in it.
            if (done && id > 0 && !data.isEmpty())
                done = m_database.run("insert_journal", {id, data});
            if (!done)
                return done.error();
        }
        return success();
    }

    static qint64 hourOf(WallTime time) { return BucketPage::numberAt(BucketLevel::Minute, time); }

    Outcome countAnew()
    {
        std::vector<qint64> peers;
        if (Outcome read =
                each("select_peer_rows",
                     [&peers](const QSqlQuery &row) { peers.push_back(row.value(0).toLongLong()); });
            !read)
            return read;
        for (const qint64 peer : peers) {
            OldCounts counts(m_database, peer);
            const Result<std::set<qint64>> hours = counts.hours(WallTime::min(), WallTime::max());
            if (!hours)
                return hours.error();
            bool isFirst = true; // some of which may be thinned
            for (const qint64 hour : hours.value()) {
                const Result<std::vector<PingSample>> samples = counts.samplesOf(hour);
                if (!samples)
                    return samples.error();
                const bool mayHaveMore = std::exchange(isFirst, false) || m_lost.contains({peer, hour});
                if (Outcome done = countHour(peer, hour, samples.value(), mayHaveMore); !done)
                    return done;
            }
        }
        return success();
    }

    /// Counts an hour again if its buckets don't match its pings; more is right if samples may be missing.
    Outcome countHour(qint64 peer, qint64 hour, const std::vector<PingSample> &samples, bool mayHaveMore)
    {
        bool isChanged = false;
        for (const BucketLevel level : {BucketLevel::Minute, BucketLevel::Hour}) {
            const WallTime start = BucketPage::start(BucketLevel::Minute, hour);
            const WallTime end = BucketPage::start(BucketLevel::Minute, hour + 1);
            const Outcome done = changeBucketPage(
                m_database, peer, level, BucketPage::numberAt(level, start), [&](BucketPage &page) {
                    quint64 counted = 0;
                    for (const SeriesBucket &bucket : page.buckets())
                        counted += bucket.from >= start && bucket.from < end ? bucket.pings() : 0;
                    if (counted == samples.size() || (counted > samples.size() && mayHaveMore))
                        return;
                    page.clear(start, end);
                    page.add(samples);
                    isChanged = true;
                });
            if (!done)
                return done;
        }
        m_repair.hoursCounted += isChanged ? 1 : 0;
        return success();
    }

    HistoryDatabase &m_database;
    HistoryRepair &m_repair;
    std::set<std::pair<qint64, qint64>> m_lost; // peers, and hours in which chunks were lost
};

/// The format given in the file; 0 if there is none.
int formatOf(const QString &path)
{
    const PlainConnection connection(path, readOnly);
    QSqlQuery query = connection.query();
    return query.exec(QStringLiteral("PRAGMA user_version")) && query.next() ? query.value(0).toInt() : 0;
}

/// A copy of a file, with its companions, in which the tables can be found.
Result<QString> mendedCopy(const QString &path, const QString &sound, const QTemporaryDir &folder)
{
    const QString copy = folder.filePath(QStringLiteral("damaged.sqlite"));
    if (!QFile::copy(path, copy))
        return repairError(path, HistoryStrings::tr("it can't be copied"));
    if (QFile::exists(path + QStringLiteral("-wal")))
        QFile::copy(path + QStringLiteral("-wal"), copy + QStringLiteral("-wal"));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    if (Outcome mended = mendSchema(copy, sound); !mended)
        return mended.error();
    return copy;
}

} // namespace

Result<HistoryRepair> repairHistory(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{HistoryStrings::tr("opening the history"), path,
                     HistoryStrings::tr("there is no such file")};
    HistoryRepair repair;
    repair.file = nameBeside(path);
    HistoryDatabase target;
    if (Outcome made = target.open(repair.file, HistoryDatabase::Access::ReadWrite); !made)
        return made.error();
    target.close();
    const auto giveUp = [&repair](const Error &error) {
        QFile::remove(repair.file);
        return error;
    };
    // Next to the file: there is room, and it is on the same disk.
    const QTemporaryDir folder(QFileInfo(path).absolutePath() + QStringLiteral("/.pongwatch-repair-XXXXXX"));
    QString source = path;
    HistoryDatabase probe;
    const Outcome sound = probe.open(path, HistoryDatabase::Access::ReadOnly);
    const bool isReadable = sound && probe.hasItsTables();
    probe.close();
    const int format = formatOf(path);
    if (!isReadable) {
        const Result<QString> copy = mendedCopy(path, repair.file, folder);
        if (!copy)
            return giveUp(sound ? copy.error() : sound.error());
        source = copy.value();
    }
    const Result<bool> copied = copyTables(source, repair.file);
    if (!copied)
        return giveUp(copied.error());
    repair.isMissingRows = !copied.value();
    if (Outcome opened = target.open(repair.file, HistoryDatabase::Access::ReadWrite); !opened)
        return giveUp(opened.error());
    if (Outcome mended = FileMender(target, repair).mend(format < firstFormatWithCounts); !mended) {
        target.close();
        return giveUp(mended.error());
    }
    target.checkpoint();
    return repair;
}

} // namespace Pongwatch
