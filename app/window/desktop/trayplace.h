// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QTimer>

namespace Pongwatch
{

/// Whether the desktop has a place for tray icons, and when it comes or goes: a panel may start after the
/// program, or be started anew. Qt looks for a StatusNotifierWatcher once, at the first icon, and keeps to
/// what it found then: no QSystemTrayIcon may be made before this has found a place. Lives on the GUI thread.
class TrayPlace : public QObject
{
    Q_OBJECT

public:
    /// What is found is told by changed(), some time after this is made.
    explicit TrayPlace(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] bool isThere() const { return m_hasHost || m_hasManager; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void askForHost();

private:
    void lookForManager();
    void take(bool &fact, bool value);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QTimer m_again;            // the old kind of tray tells only who listens to X11
    bool m_hasHost = false;    // a StatusNotifierHost, as KDE, Xfce and others have
    bool m_hasManager = false; // a tray of the old kind, on X11; elsewhere whatever the system has
};

} // namespace Pongwatch
