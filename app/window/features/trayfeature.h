// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "history/health.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

namespace Pongwatch
{

class AlertFeature;

/// The program's icon among those of the system: shows the worst state of all peers by shape and colour,
/// tells how they all fare in its tip, says what alerts say, and brings the window back. Where the system has
/// no place for such icons it does nothing.
class TrayFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// `quit` ends the program. Both outlive this.
    TrayFeature(const WindowContext &context, AlertFeature *alerts, QAction *quit, QObject *parent = nullptr);

    /// Whether closing the window leaves the program running as an icon. Kept.
    [[nodiscard]] bool isCloseToTray() const { return m_closeToTray; }
    void setCloseToTray(bool closeToTray);

    /// What the icon offers.
    [[nodiscard]] const QMenu *menu() const { return &m_menu; }

    /// The worst state that any peer is in; nullopt without peers. What the icon shows.
    [[nodiscard]] std::optional<Health> worst() const;

private:
    void retranslate() override;
    void showState();
    void toggleWindow();
    bool eventFilter(QObject *watched, QEvent *event) override;

    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction *m_show; // owned by m_menu
    QTimer m_soon;
    std::optional<Health> m_shown;
    bool m_closeToTray = false;
};

} // namespace Pongwatch
