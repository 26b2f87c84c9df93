// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/desktop/desktopnotifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <functional>

namespace Pongwatch
{

namespace
{

QString notificationService()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString notificationPath()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

QDBusMessage callOfService(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage call = QDBusMessage::createMethodCall(notificationService(), notificationPath(),
                                                       notificationService(), method);
    call.setArguments(arguments);
    return call;
}

QDBusMessage callOfBus(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
                                                       QStringLiteral("/org/freedesktop/DBus"),
                                                       QStringLiteral("org.freedesktop.DBus"), method);
    call.setArguments(arguments);
    return call;
}

void whenAnswered(const QDBusPendingCall &call, QObject *context,
                  const std::function<void(const QDBusPendingCall &)> &then)
{
    auto *watcher = new QDBusPendingCallWatcher(call, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then] {
        watcher->deleteLater();
        then(*watcher);
    });
}

} // namespace

DesktopNotifications::DesktopNotifications(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_watcher(notificationService(), bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    if (!m_bus.isConnected())
        return;
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] {
        m_capabilities.reset();
        m_shown.clear();
        look();
    });
    const auto listen = [this](const char *signal, const char *slot) {
        m_bus.connect(notificationService(), notificationPath(), notificationService(),
                      QString::fromLatin1(signal), this, slot);
    };
    listen("ActionInvoked", SLOT(takeAction(uint, QString)));
    listen("ActivationToken", SLOT(takeToken(uint, QString)));
    listen("NotificationClosed", SLOT(forget(uint)));
    look();
}

void DesktopNotifications::look()
{
    const QVariantList name{notificationService()};
    whenAnswered(m_bus.asyncCall(callOfBus(QStringLiteral("NameHasOwner"), name)), this,
                 [this](const QDBusPendingReply<bool> &isThere) {
                     if (isThere.isValid() && isThere.value()) {
                         setAvailable(true);
                         return;
                     }
                     whenAnswered(m_bus.asyncCall(callOfBus(QStringLiteral("ListActivatableNames"))), this,
                                  [this](const QDBusPendingReply<QStringList> &startable) {
                                      setAvailable(startable.isValid() &&
                                                   startable.value().contains(notificationService()));
                                  });
                 });
}

void DesktopNotifications::setAvailable(bool isAvailable)
{
    if (m_isAvailable != isAvailable) {
        m_isAvailable = isAvailable;
        Q_EMIT availableChanged();
    }
}

void DesktopNotifications::tell(const Notification &notification)
{
    if (!m_bus.isConnected()) {
        Q_EMIT failed(notification);
        return;
    }
    if (m_capabilities) {
        send(notification);
        return;
    }
    whenAnswered(m_bus.asyncCall(callOfService(QStringLiteral("GetCapabilities"))), this,
                 [this, notification](const QDBusPendingReply<QStringList> &capabilities) {
                     if (!capabilities.isValid()) {
                         Q_EMIT failed(notification);
                         return;
                     }
                     m_capabilities = capabilities.value();
                     send(notification);
                 });
}

void DesktopNotifications::send(const Notification &notification)
{
    const bool takesMarkup = m_capabilities->contains(QStringLiteral("body-markup"));
    const bool takesActions = m_capabilities->contains(QStringLiteral("actions"));
    QStringList actions;
    if (takesActions)
        actions = {QStringLiteral("default"), tr("Show")};
    if (takesActions && !notification.alert.isEmpty())
        actions +=
            {QStringLiteral("acknowledge"), tr("Acknowledge"), QStringLiteral("mute"), tr("Mute for 1 Hour")};
    const uchar urgency = notification.isTrouble ? 1 : 0; // 2 would stay until dismissed
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(urgency)},
                            {QStringLiteral("desktop-entry"), QStringLiteral("org.pongwatch.Pongwatch")},
                            {QStringLiteral("category"), notification.isTrouble
                                                             ? QStringLiteral("network.error")
                                                             : QStringLiteral("network")}};
    constexpr uint replacesNone = 0;
    constexpr int asTheServiceLikes = -1;
    const QDBusMessage call = callOfService(
        QStringLiteral("Notify"),
        {QStringLiteral("Pongwatch"), replacesNone, QStringLiteral("org.pongwatch.Pongwatch"),
         notification.title, takesMarkup ? notification.body.toHtmlEscaped() : notification.body, actions,
         hints, asTheServiceLikes});
    whenAnswered(m_bus.asyncCall(call), this, [this, notification](const QDBusPendingReply<uint> &id) {
        if (id.isValid())
            m_shown.insert(id.value(), notification.alert);
        else
            Q_EMIT failed(notification);
    });
}

void DesktopNotifications::takeAction(uint id, const QString &action)
{
    if (!m_shown.contains(id))
        return; // somebody else's
    const QString alert = m_shown.value(id);
    if (action == QStringLiteral("default"))
        Q_EMIT activated(alert);
    else if (action == QStringLiteral("acknowledge"))
        Q_EMIT acknowledgeChosen(alert);
    else if (action == QStringLiteral("mute"))
        Q_EMIT muteChosen(alert);
}

void DesktopNotifications::takeToken(uint id, const QString &token)
{
    // A Wayland compositor only lets a window come to the front with this token; Qt reads it from here.
    if (m_shown.contains(id))
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void DesktopNotifications::forget(uint id)
{
    m_shown.remove(id);
}

} // namespace Pongwatch
