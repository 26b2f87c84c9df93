// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/workspace/keychain/secretservice.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace Pongwatch::TestSupport
{

SecretService::~SecretService()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->kill();
        process->waitForFinished();
    }
}

QString SecretService::start()
{
    const QString runtime = m_home.filePath(QStringLiteral("run"));
    if (!QDir().mkpath(runtime) ||
        !QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return QStringLiteral("no folder for the session");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    m_bus.setProcessEnvironment(environment);
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    if (!m_bus.waitForReadyRead())
        return QStringLiteral("dbus-daemon: ") + m_bus.errorString();
    const QByteArray address = m_bus.readLine().trimmed();
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QString::fromLatin1(address));
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);

    m_keyring.setProcessEnvironment(environment);
    m_keyring.start(
        QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    if (!m_keyring.waitForStarted())
        return QStringLiteral("gnome-keyring-daemon: ") + m_keyring.errorString();
    m_keyring.write("of the test");
    m_keyring.closeWriteChannel();
    const QDBusConnection bus =
        QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("test"));
    const auto isThere = [&bus] {
        return bus.interface() &&
               bus.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets")).value();
    };
    return QTest::qWaitFor(isThere, 20'000) ? QString() : QStringLiteral("the keyring is not on the bus");
}

QByteArray SecretService::onDisk() const
{
    QByteArray all;
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace Pongwatch::TestSupport
