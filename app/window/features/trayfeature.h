// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/desktop/trayplace.h"
#include "app/window/features/windowfeature.h"
#include "history/health.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <memory>

namespace Pongwatch
{

struct Notification;

/// The program's icon in the system tray: shows the worst state of all peers by shape and colour and a
/// summary in its tool tip, and brings the window back. It exists while the system has a place for such
/// icons. Without a place, a window that should keep running when closed is minimized instead.
class TrayFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// `quit` ends the program, and must outlive this object.
    TrayFeature(const WindowContext &context, QAction *quit, QObject *parent = nullptr);

    /// From now on there is an icon while there is a place for it. Before, there is none.
    void use(std::unique_ptr<TrayPlace> place);

    /// Whether there is an icon that the user can see.
    [[nodiscard]] bool hasTray() const { return m_icon && m_place->isThere(); }

    /// Whether the program keeps running when the window is closed. Kept.
    [[nodiscard]] bool isCloseToTray() const { return m_closeToTray; }
    void setCloseToTray(bool closeToTray);

    /// The menu of the icon.
    [[nodiscard]] const QMenu *menu() const { return &m_menu; }

    /// The worst state of any peer, which the icon shows; nullopt if there are no peers.
    [[nodiscard]] std::optional<Health> worst() const;

    /// Brings the window to the front, wherever it is.
    void showWindow();

    /// Uses the icon; does nothing without one.
    void showMessage(const Pongwatch::Notification &notification);

Q_SIGNALS:
    void hasTrayChanged();

private:
    void retranslate() override;
    void showState();
    void followPlace();
    void makeIcon();
    void toggleWindow();
    bool eventFilter(QObject *watched, QEvent *event) override;

    std::unique_ptr<TrayPlace> m_place; // null: we don't look for one
    QMenu m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; // null until there is a place: see TrayPlace
    QAction *m_show;                         // owned by m_menu
    QTimer m_soon;
    QTimer m_bringBack; // the tray with the hidden window's icon has disappeared
    std::optional<Health> m_shown;
    bool m_closeToTray = false;
};

} // namespace Pongwatch
