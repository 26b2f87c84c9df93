// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/desktop/desktopnotifications.h"
#include "app/window/features/windowfeature.h"

#include <QObject>

#include <memory>

namespace Pongwatch
{

class AlertFeature;
class TrayFeature;

/// Brings alerts, and what the window says while it is hidden, to a user who does not look at the window: by
/// the desktop's notification service, else by the tray icon.
class NotificationFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// Both outlive this.
    NotificationFeature(const WindowContext &context, AlertFeature *alerts, TrayFeature *tray,
                        QObject *parent = nullptr);

    /// From now on the notification service on this bus is used. Before, there is none.
    void use(const QDBusConnection &bus);

    /// Whether anything but the window itself can show a notification.
    [[nodiscard]] bool canNotify() const;

Q_SIGNALS:
    void canNotifyChanged();

private:
    void retranslate() override {}
    void tell(const Notification &notification);

    AlertFeature *m_alerts;
    TrayFeature *m_tray;
    std::unique_ptr<DesktopNotifications> m_desktop; // null: not used
};

} // namespace Pongwatch
