// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/workspace/keychain/secretservice.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace Pongwatch::TestSupport
{

/// The structure "Secret" in the Secret Service API, in a session of the kind "plain".
struct PlainSecret {
    QDBusObjectPath session;
    QByteArray value;
};

QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << QByteArray("") << secret.value << QStringLiteral("text/plain");
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &secret)
{
    QByteArray parameters;
    QString type;
    argument.beginStructure();
    argument >> secret.session >> parameters >> secret.value >> type;
    argument.endStructure();
    return argument;
}

namespace
{

constexpr const char *password = "of the test";

QDBusObjectPath login()
{
    return QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"));
}

QDBusMessage call(const char *interface, const char *method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QString::fromLatin1(interface), QString::fromLatin1(method));
    message.setArguments(arguments);
    return QDBusConnection(QStringLiteral("test")).call(message);
}

QString errorOf(const QDBusMessage &answer)
{
    return answer.type() == QDBusMessage::ErrorMessage ? answer.errorMessage() : QString();
}

} // namespace

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
    m_address = QString::fromLatin1(address);
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);

    m_keyring.setProcessEnvironment(environment);
    m_keyring.start(
        QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    if (!m_keyring.waitForStarted())
        return QStringLiteral("gnome-keyring-daemon: ") + m_keyring.errorString();
    m_keyring.write(password);
    m_keyring.closeWriteChannel();
    const QDBusConnection bus = QDBusConnection::connectToBus(m_address, QStringLiteral("test"));
    const auto isThere = [&bus] {
        return bus.interface() &&
               bus.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets")).value();
    };
    return QTest::qWaitFor(isThere, 20'000) ? QString() : QStringLiteral("the keyring is not on the bus");
}

QString SecretService::lock()
{
    return errorOf(call("org.freedesktop.Secret.Service", "Lock",
                        {QVariant::fromValue(QList<QDBusObjectPath>{login()})}));
}

QString SecretService::unlock()
{
    qDBusRegisterMetaType<PlainSecret>();
    const QDBusMessage opened = call("org.freedesktop.Secret.Service", "OpenSession",
                                     {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    if (opened.type() == QDBusMessage::ErrorMessage)
        return opened.errorMessage();
    const PlainSecret secret{opened.arguments().value(1).value<QDBusObjectPath>(), password};
    return errorOf(call("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
                        "UnlockWithMasterPassword",
                        {QVariant::fromValue(login()), QVariant::fromValue(secret)}));
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
