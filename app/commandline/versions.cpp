// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/versions.h"

#include "history/store/sqliteversion.h"

#include <QCoreApplication>
#include <QSslSocket>

#include <memory>

namespace Pongwatch
{

QString versionText(const QString &program)
{
    // Plugins are only found if there is an application object.
    std::unique_ptr<QCoreApplication> application;
    int count = 0;
    if (!QCoreApplication::instance())
        application = std::make_unique<QCoreApplication>(count, nullptr);
    const QString sqlite = sqliteVersion();
    const QString tls = QSslSocket::sslLibraryVersionString(); // "OpenSSL 3.0.15 3 Sep 2024"
    return program + QStringLiteral(" " PONGWATCH_VERSION "\nQt ") + QString::fromLatin1(qVersion()) +
           QStringLiteral("\nSQLite ") + (sqlite.isEmpty() ? QStringLiteral("–") : sqlite) + u'\n' +
           (tls.isEmpty() ? QStringLiteral("OpenSSL –") : tls) + u'\n';
}

} // namespace Pongwatch
