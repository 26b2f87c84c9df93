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

/// The translation context shared by several files here.
struct HistoryStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::History)
};

/// Why the file can't be used, as far as that determines what to do about it.
enum class StoreFault : quint8 {
    None,
    Locked,   ///< another program has locked it: try again
    Full,     ///< the disk is full
    ReadOnly, ///< it, or its folder, is not writable
    Damaged,  ///< it is not a database, or a damaged one
    Foreign,  ///< a database, but not a history of this program
    Device,   ///< the disk or the system failed, and SQLite doesn't say why
    Other,    ///< the statement itself is wrong
};

/// One connection to a history file: pragmas, numbered upgrades, and statements, which are in the files of
/// resources/sql, by the table that they concern. Belongs to the thread that opened it.
class HistoryDatabase
{
public:
    enum class Access : quint8 { ReadWrite, ReadOnly };

    HistoryDatabase() = default;
    ~HistoryDatabase();
    HistoryDatabase(const HistoryDatabase &) = delete;
    HistoryDatabase &operator=(const HistoryDatabase &) = delete;

    /// Opens the file. With ReadWrite, it is created, or upgraded to latestVersion(). A newer one is opened
    /// as it is: see version().
    Outcome open(const QString &path, Access access);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_connection.isEmpty(); }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// The format of the open file, and the newest one known to this program. Another program may upgrade a
    /// file that is only being read: beginReading() checks that.
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] static int latestVersion();

    /// Whether the open file has all tables of its format, as far as this program knows it.
    [[nodiscard]] bool hasItsTables();

    /// Runs a statement by name. Read rows from the query, which is valid until the statement runs
    /// again.
    Result<QSqlQuery *> run(const char *statement, std::initializer_list<QVariant> values = {});

    Outcome begin();
    /// Lets several statements see the file as it is now; rollback() ends that.
    Outcome beginReading();
    Outcome commit();
    void rollback();

    /// Runs a pragma that returns one number; -1 if it can't be read.
    qint64 pragma(const char *name);
    /// Moves everything from the -wal file into the main one, as far as readers allow: after a clean end, the
    /// file is complete by itself.
    void checkpoint();
    /// Returns up to `pages` free pages to the disk.
    void vacuum(int pages);

    /// Why the last failed call failed.
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
    QHash<QByteArray, QString> m_texts;                         // the texts of the statements
    QHash<QByteArray, std::shared_ptr<QSqlQuery>> m_statements; // prepared statements
    int m_version = 0;
    StoreFault m_fault = StoreFault::None;
};

} // namespace Pongwatch
