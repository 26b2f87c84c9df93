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

/// Passes alerts, and notices of the hidden window, to a user who is not looking at the window: through the
/// desktop's notification service, or else the tray icon.
class NotificationFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// Both must outlive this object.
    NotificationFeature(const WindowContext &context, AlertFeature *alerts, TrayFeature *tray,
                        QObject *parent = nullptr);

    /// Uses the notification service on this bus from now on. Before, there is none.
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
