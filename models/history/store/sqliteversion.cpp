// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/sqliteversion.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace Pongwatch
{

QString sqliteVersion()
{
    const QString driver = QStringLiteral("QSQLITE");
    if (!QSqlDatabase::isDriverAvailable(driver))
        return {};
    const QString connection = QStringLiteral("pongwatch version");
    QString version;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(driver, connection);
        database.setDatabaseName(QStringLiteral(":memory:"));
        if (database.open()) {
            QSqlQuery query(QStringLiteral("SELECT sqlite_version()"), database);
            if (query.next())
                version = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return version;
}

} // namespace Pongwatch
