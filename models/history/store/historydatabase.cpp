// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historydatabase.h"

#include "engine/values/privatefiles.h"
#include "history/store/oldcounts.h"
#include "history/store/writability.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

// Must be outside of all namespaces: the macro declares a function.
static void loadHistorySql()
{
    Q_INIT_RESOURCE(history_sql);
}

namespace Pongwatch
{

namespace
{

constexpr qint64 applicationId = 0x506f6e67; // "Pong"
const char *const folder = ":/pongwatch/sql/";

const char *const upgradeFiles = "upgrade_*.sql";

QString readSql(const QString &name)
{
    loadHistorySql();
    QFile file(QLatin1String(folder) + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

QStringList upgrades()
{
    loadHistorySql();
    return QDir(QLatin1String(folder)).entryList({QLatin1String(upgradeFiles)}, QDir::Files, QDir::Name);
}

/// The statements of all files except upgrades, by the names above them.
QHash<QByteArray, QString> readStatements()
{
    loadHistorySql();
    const QString mark = QStringLiteral("-- name: ");
    QHash<QByteArray, QString> statements;
    const QStringList files = QDir(QLatin1String(folder)).entryList({QStringLiteral("*.sql")}, QDir::Files);
    for (const QString &file : files) {
        if (QDir::match(QLatin1String(upgradeFiles), file))
            continue;
        QString *statement = nullptr;
        for (const QString &line : readSql(file).split(u'\n'))
            if (line.startsWith(mark))
                statement = &statements[line.mid(mark.size()).toLatin1()];
            else if (statement)
                *statement += line + u'\n';
    }
    return statements;
}

/// SQLite's primary result codes (https://www.sqlite.org/rescode.html).
StoreFault faultOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return StoreFault::Locked;
    case 13: // FULL
        return StoreFault::Full;
    case 3:  // PERM
    case 8:  // READONLY
    case 14: // CANTOPEN
        return StoreFault::ReadOnly;
    case 11: // CORRUPT
    case 26: // NOTADB
        return StoreFault::Damaged;
    case 7:  // NOMEM
    case 10: // IOERR
        return StoreFault::Device;
    default:
        return StoreFault::Other;
    }
}

} // namespace

HistoryDatabase::~HistoryDatabase()
{
    close();
}

int HistoryDatabase::latestVersion()
{
    return static_cast<int>(upgrades().size());
}

Error HistoryDatabase::failure(const QSqlError &error)
{
    m_fault = faultOf(error);
    QString answer = error.databaseText();
    if (answer.isEmpty())
        answer = error.driverText();
    // SQLite's own message doesn't say why: "unable to open database file".
    if (m_fault == StoreFault::ReadOnly || m_fault == StoreFault::Device) {
        if (const QString reason = whyFolderCannotBeWritten(QFileInfo(m_path).absolutePath());
            !reason.isEmpty())
            answer = reason;
    }
    return Error{HistoryStrings::tr("using the history"), m_path, answer};
}

Outcome HistoryDatabase::open(const QString &path, Access access)
{
    close();
    m_path = path;
    m_fault = StoreFault::None;
    m_connection = QStringLiteral("pongwatch-history-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    const auto attempt = [this, access](const QString &name, const QString &options) -> Outcome {
        m_database.setDatabaseName(name);
        m_database.setConnectOptions(options);
        if (!m_database.open())
            return failure(m_database.lastError());
        return configure(access);
    };
    Outcome result = success();
    if (access == Access::ReadWrite) {
        createPrivateFile(path); // SQLite gives its -wal and -shm files the same permissions
        result = attempt(path, QStringLiteral("QSQLITE_BUSY_TIMEOUT=250"));
    } else {
        // A reader has to wait only while the file is being created, or recovered after a kill.
        result = attempt(path, QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"));
        if (!result && (m_fault == StoreFault::ReadOnly || m_fault == StoreFault::Other) &&
            QFile::exists(path)) {
            // In a folder that is not writable, SQLite can't share the file, but nobody else can write it
            // either.
            m_database.close();
            QUrl url = QUrl::fromLocalFile(path);
            url.setQuery(QStringLiteral("immutable=1"));
            result = attempt(QString::fromUtf8(url.toEncoded()),
                             QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
        }
    }
    if (!result) {
        const StoreFault fault = m_fault;
        close();
        m_fault = fault;
    }
    return result;
}

void HistoryDatabase::close()
{
    m_statements.clear();
    if (m_connection.isEmpty())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

Outcome HistoryDatabase::configure(Access access)
{
    QSqlQuery query(m_database);
    // The first statement that reads the file, and so finds out whether it is a database at all.
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return failure(query.lastError());
    m_version = query.value(0).toInt();
    query.finish();
    const qint64 id = pragma("application_id");
    const qint64 objects = pragma("schema_version");
    if (id < 0 || objects < 0)
        return failure(m_database.lastError());
    const bool isNew = m_version == 0 && objects == 0;
    if (!isNew && id != applicationId) {
        m_fault = StoreFault::Foreign;
        return Error{HistoryStrings::tr("opening the history"), m_path,
                     HistoryStrings::tr("it is another program's database")};
    }
    if (access == Access::ReadOnly) {
        if (isNew) {
            m_fault = StoreFault::Foreign;
            return Error{HistoryStrings::tr("opening the history"), m_path,
                         HistoryStrings::tr("it is empty")};
        }
        return success();
    }
    if (m_version > latestVersion())
        return success(); // not ours to modify
    if (isNew) {
        // Both must be set before the first table exists.
        if (Outcome done = execute(QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL")); !done)
            return done;
        if (Outcome done = execute(QStringLiteral("PRAGMA application_id = %1").arg(applicationId)); !done)
            return done;
    }
    // With WAL and NORMAL, killing the program loses nothing that was committed; a power failure loses the
    // last transactions at most (https://www.sqlite.org/pragma.html#pragma_synchronous).
    for (const char *pragmaText : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL",
                                   "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -16000"})
        if (Outcome done = execute(QLatin1String(pragmaText)); !done)
            return done;
    if (Outcome done = upgrade(m_version); !done)
        return done;
    return checkSchema();
}

/// Whether every table has the columns that it should have. If the text of a schema is damaged, SQLite may
/// still be able to read it.
Outcome HistoryDatabase::checkSchema()
{
    Result<QSqlQuery *> row = run("check_schema");
    if (!row)
        return row.error();
    const bool isRight = row.value()->next() && row.value()->value(0).toInt() == 0;
    row.value()->finish();
    if (isRight)
        return success();
    m_fault = StoreFault::Damaged;
    return Error{HistoryStrings::tr("opening the history"), m_path,
                 HistoryStrings::tr("the description of its tables is damaged")};
}

bool HistoryDatabase::hasItsTables()
{
    if (m_version >= latestVersion())
        return checkSchema().ok();
    for (const char *statement : {"select_peer_rows", "select_all_chunks", "select_all_journal"}) {
        Result<QSqlQuery *> rows = run(statement);
        if (!rows)
            return false;
        rows.value()->finish();
    }
    return true;
}

Outcome HistoryDatabase::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return failure(query.lastError());
    return success();
}

/// In one transaction: concurrent readers see the file either as it was or as it will be.
Outcome HistoryDatabase::upgrade(int from)
{
    const QStringList files = upgrades();
    if (from >= files.size())
        return success();
    if (Outcome done = begin(); !done)
        return done;
    for (int number = from; number < files.size(); ++number) {
        // None of our statements contains a semicolon, but comments may.
        QString script;
        for (const QString &line : readSql(files.at(number)).split(u'\n'))
            if (!line.startsWith(QStringLiteral("--")))
                script += line + u'\n';
        QStringList statements = script.split(u';');
        statements << QStringLiteral("PRAGMA user_version = %1").arg(number + 1);
        Outcome done = success();
        for (const QString &statement : std::as_const(statements))
            if (done && !statement.trimmed().isEmpty())
                done = execute(statement);
        if (done && number + 1 == firstFormatWithCounts)
            done = correctOldCounts(*this);
        if (!done) {
            rollback();
            return done;
        }
    }
    if (Outcome done = commit(); !done)
        return done;
    m_version = static_cast<int>(files.size());
    return success();
}

Result<QSqlQuery *> HistoryDatabase::run(const char *statement, std::initializer_list<QVariant> values)
{
    const QByteArray name(statement);
    std::shared_ptr<QSqlQuery> &query = m_statements[name];
    if (!query) {
        auto prepared = std::make_shared<QSqlQuery>(m_database);
        prepared->setForwardOnly(true);
        if (m_texts.isEmpty())
            m_texts = readStatements();
        if (!prepared->prepare(m_texts.value(name))) {
            m_statements.remove(name);
            const Error error = failure(prepared->lastError());
            // Our statements are right, so what they name is missing: somebody else has changed the
            // file.
            if (m_fault == StoreFault::Other)
                m_fault = StoreFault::Damaged;
            return error;
        }
        query = prepared;
    }
    int place = 0;
    for (const QVariant &value : values)
        query->bindValue(place++, value);
    if (!query->exec()) {
        const Error error = failure(query->lastError());
        query->finish();
        return error;
    }
    return query.get();
}

Outcome HistoryDatabase::begin()
{
    // IMMEDIATE: then another writer is noticed here and not halfway through.
    return execute(QStringLiteral("BEGIN IMMEDIATE"));
}

Outcome HistoryDatabase::beginReading()
{
    if (Outcome done = execute(QStringLiteral("BEGIN")); !done)
        return done;
    if (m_version >= firstFormatWithCounts) // later formats are read in the same way
        return success();
    const qint64 version = pragma("user_version");
    if (version > 0)
        m_version = static_cast<int>(version);
    return success();
}

Outcome HistoryDatabase::commit()
{
    for (const auto &statement : std::as_const(m_statements))
        statement->finish();
    Outcome done = execute(QStringLiteral("COMMIT"));
    if (!done) {
        const StoreFault fault = m_fault;
        rollback();
        m_fault = fault;
    }
    return done;
}

void HistoryDatabase::rollback()
{
    for (const auto &statement : std::as_const(m_statements))
        statement->finish();
    QSqlQuery query(m_database);
    query.exec(QStringLiteral("ROLLBACK")); // SQLite may already have done this itself
}

qint64 HistoryDatabase::pragma(const char *name)
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA ") + QLatin1String(name)) || !query.next())
        return -1;
    return query.value(0).toLongLong();
}

void HistoryDatabase::checkpoint()
{
    for (const auto &statement : std::as_const(m_statements))
        statement->finish();
    QSqlQuery query(m_database);
    query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

void HistoryDatabase::vacuum(int pages)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (query.exec(QStringLiteral("PRAGMA incremental_vacuum(%1)").arg(pages))) {
        while (query.next()) {
        }
    }
}

} // namespace Pongwatch
