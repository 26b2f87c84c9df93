// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/features/notificationfeature.h"

#include "app/window/features/alertfeature.h"
#include "app/window/features/trayfeature.h"
#include "app/window/noticebar.h"

#include <QWidget>

namespace Pongwatch
{

NotificationFeature::NotificationFeature(const WindowContext &context, AlertFeature *alerts,
                                         TrayFeature *tray, QObject *parent)
    : WindowFeature(context, parent)
    , m_alerts(alerts)
    , m_tray(tray)
{
    connect(alerts, &AlertFeature::notification, this,
            [this](const QString &title, const QString &body, bool trouble, const QString &alert) {
                if (!m_context.window->isActiveWindow())
                    tell({title, body, trouble, trouble ? alert : QString()});
            });
    connect(context.notice, &NoticeBar::told, this, [this](const QString &sentence) {
        if (!m_context.window->isVisible())
            tell({QStringLiteral("Pongwatch"), sentence, false});
    });
    connect(tray, &TrayFeature::hasTrayChanged, this, &NotificationFeature::canNotifyChanged);
}

void NotificationFeature::use(const QDBusConnection &bus)
{
    m_desktop = std::make_unique<DesktopNotifications>(bus);
    connect(m_desktop.get(), &DesktopNotifications::activated, this, [this](const QString &alert) {
        m_tray->showWindow();
        m_alerts->show(alert);
    });
    connect(m_desktop.get(), &DesktopNotifications::acknowledgeChosen, this,
            [this](const QString &alert) { m_alerts->acknowledge(alert, {}); });
    connect(m_desktop.get(), &DesktopNotifications::muteChosen, this,
            [this](const QString &alert) { m_alerts->mutePeersOf(alert, std::chrono::hours(1)); });
    connect(m_desktop.get(), &DesktopNotifications::failed, m_tray, &TrayFeature::showMessage);
    connect(m_desktop.get(), &DesktopNotifications::availableChanged, this,
            &NotificationFeature::canNotifyChanged);
}

bool NotificationFeature::canNotify() const
{
    return (m_desktop && m_desktop->isAvailable()) || m_tray->hasTray();
}

void NotificationFeature::tell(const Notification &notification)
{
    if (m_desktop)
        m_desktop->tell(notification);
    else
        m_tray->showMessage(notification);
}

} // namespace Pongwatch
