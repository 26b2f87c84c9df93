// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/desktop/trayplace.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>

#ifdef PONGWATCH_XCB
#include <QtGui/qguiapplication_platform.h>

#include <cstdlib>

#include <xcb/xcb.h>
#endif

#include <memory>

namespace Pongwatch
{

namespace
{

constexpr std::chrono::seconds lookAgainAfter{30};

QString trayWatcherService()
{
    return QStringLiteral("org.kde.StatusNotifierWatcher");
}

QString trayWatcherPath()
{
    return QStringLiteral("/StatusNotifierWatcher");
}

/// Whether the tray of X11's first screen has a manager (System Tray Protocol Specification 0.3).
bool hasTrayManager()
{
#if defined(PONGWATCH_XCB)
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    xcb_connection_t *connection = x11 ? x11->connection() : nullptr;
    if (!connection)
        return false;
    const auto freed = [](auto *reply) {
        return std::unique_ptr<std::remove_pointer_t<decltype(reply)>, decltype(&std::free)>(reply,
                                                                                             &std::free);
    };
    constexpr QByteArrayView selection("_NET_SYSTEM_TRAY_S0");
    const auto atom = freed(xcb_intern_atom_reply(
        connection, xcb_intern_atom(connection, 0, static_cast<quint16>(selection.size()), selection.data()),
        nullptr));
    if (!atom)
        return false;
    const auto owner = freed(
        xcb_get_selection_owner_reply(connection, xcb_get_selection_owner(connection, atom->atom), nullptr));
    return owner && owner->owner != XCB_NONE;
#else
    return false;
#endif
}

} // namespace

TrayPlace::TrayPlace(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_watcher(trayWatcherService(), bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    if (m_bus.isConnected()) {
        connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &TrayPlace::askForHost);
        for (const char *signal : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"}) {
            m_bus.connect(trayWatcherService(), trayWatcherPath(), trayWatcherService(),
                          QString::fromLatin1(signal), this, SLOT(askForHost()));
        }
        askForHost();
    }
    m_again.setTimerType(Qt::VeryCoarseTimer);
    m_again.setInterval(lookAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &TrayPlace::lookForManager);
    m_again.start();
    QTimer::singleShot(0, this, &TrayPlace::lookForManager);
}

void TrayPlace::askForHost()
{
    QDBusMessage question = QDBusMessage::createMethodCall(trayWatcherService(), trayWatcherPath(),
                                                           QStringLiteral("org.freedesktop.DBus.Properties"),
                                                           QStringLiteral("Get"));
    question.setArguments({trayWatcherService(), QStringLiteral("IsStatusNotifierHostRegistered")});
    question.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> answer = *watcher;
        take(m_hasHost, answer.isValid() && answer.value().variant().toBool());
    });
}

void TrayPlace::lookForManager()
{
    take(m_hasManager, hasTrayManager());
}

void TrayPlace::take(bool &fact, bool value)
{
    const bool before = isThere();
    fact = value;
    if (isThere() != before)
        Q_EMIT changed();
}

} // namespace Pongwatch
