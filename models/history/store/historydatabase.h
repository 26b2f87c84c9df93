// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QCoreApplication>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <initializer_list>
#include <memory>

namespace Pongwatch
{

/// The translation context that several files here share.
struct HistoryStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::History)
};

/// Why the file can't be used, as far as it decides what to do about it.
enum class StoreFault : quint8 {
    None,
    Locked,   ///< another program holds it: try again
    Full,     ///< no space on the disk
    ReadOnly, ///< it, or its folder, can't be written
    Damaged,  ///< it is no database, or a broken one
    Foreign,  ///< a database, but not a history of ours
    Device,   ///< the disk or the system failed, for a reason that SQLite doesn't name
    Other,    ///< the statement itself
};

/// One connection to a history file: pragmas, numbered upgrades, and the statements, which are in
/// files of resources/sql by the table that they are about. Belongs to the thread that opened it.
class HistoryDatabase
{
public:
    enum class Access : quint8 { ReadWrite, ReadOnly };

    HistoryDatabase() = default;
    ~HistoryDatabase();
    HistoryDatabase(const HistoryDatabase &) = delete;
    HistoryDatabase &operator=(const HistoryDatabase &) = delete;

    /// Opens the file; with ReadWrite it is made, or brought to latestVersion(). A newer one is opened as it
    /// is: see version().
    Outcome open(const QString &path, Access access);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_connection.isEmpty(); }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// The format of the open file, and the newest one that this program knows. Another program may bring a
    /// file that is only read to a newer format: beginReading() looks.
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] static int latestVersion();

    /// Whether the open file has all tables of its format, as far as the newest format knows them.
    [[nodiscard]] bool hasItsTables();

    /// Runs a statement by its name. Rows are read from the query, which is valid until the
    /// statement runs again.
    Result<QSqlQuery *> run(const char *statement, std::initializer_list<QVariant> values = {});

    Outcome begin();
    /// Several statements see the file as it is now; ended by rollback().
    Outcome beginReading();
    Outcome commit();
    void rollback();

    /// A pragma that answers with one number; -1 when it can't be read.
    qint64 pragma(const char *name);
    /// Brings everything from the -wal file into the main one, as far as readers let it: at a clean end the
    /// file stands alone.
    void checkpoint();
    /// Gives up to `pages` free pages back to the disk.
    void vacuum(int pages);

    /// Why the last call that failed did so.
    [[nodiscard]] StoreFault fault() const { return m_fault; }

private:
    Outcome configure(Access access);
    Outcome upgrade(int from);
    Outcome execute(const QString &sql);
    Outcome checkSchema();
    Error failure(const QSqlError &error);

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    QHash<QByteArray, QString> m_texts;                         // of the statements
    QHash<QByteArray, std::shared_ptr<QSqlQuery>> m_statements; // that were prepared
    int m_version = 0;
    StoreFault m_fault = StoreFault::None;
};

} // namespace Pongwatch
