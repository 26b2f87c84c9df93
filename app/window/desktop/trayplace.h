// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QTimer>

namespace Pongwatch
{

/// Knows whether the desktop has a place for tray icons, and when that changes: a panel may start after the
/// program, or restart. Qt looks for a StatusNotifierWatcher only once, at the first icon, and sticks to the
/// result: so no QSystemTrayIcon may be created before this has found a place. Lives on the GUI thread.
class TrayPlace : public QObject
{
    Q_OBJECT

public:
    /// The result is reported by changed(), some time after construction.
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
    QTimer m_again;            // changes of the old kind of tray are only reported to X11 clients
    bool m_hasHost = false;    // a StatusNotifierHost, as in KDE, Xfce and others
    bool m_hasManager = false; // a tray of the old kind on X11; elsewhere, any that the system has
};

} // namespace Pongwatch
