// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Pongwatch
{

/// Something to tell a user who is not looking at the window. Both texts are plain.
struct Notification {
    QString title;
    QString body;
    bool isTrouble = false; ///< false: good news, or neither
    QString alert{};        ///< the id of an alert that can be acknowledged and muted; empty: of none

    friend bool operator==(const Notification &, const Notification &) = default;
};

/// Shows notifications through the desktop's own service, org.freedesktop.Notifications (Desktop
/// Notifications Specification 1.2), which needs no tray. No call blocks: the service may hang, or be started
/// by the call. Lives on the GUI thread.
class DesktopNotifications : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifications(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Whether a service is running or would be started. False until known.
    [[nodiscard]] bool isAvailable() const { return m_isAvailable; }

    /// Shows it, or emits failed() if it could not be shown.
    void tell(const Notification &notification);

Q_SIGNALS:
    void availableChanged();
    void failed(const Pongwatch::Notification &notification);
    /// The user chose a notification: of this alert, unless it is empty.
    void activated(const QString &alert);
    /// The same by one of its buttons.
    void acknowledgeChosen(const QString &alert);
    void muteChosen(const QString &alert);

private Q_SLOTS:
    void takeAction(uint id, const QString &action);
    void takeToken(uint id, const QString &token);
    void forget(uint id);

private:
    void look();
    void setAvailable(bool isAvailable);
    void send(const Notification &notification);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    std::optional<QStringList> m_capabilities; // nullopt: not asked yet
    QHash<uint, QString> m_shown;              // ids of ours, and which alert each is about
    bool m_isAvailable = false;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::Notification)
