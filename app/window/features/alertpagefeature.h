// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

#include <QTimer>

class QDockWidget;
class QMenu;

namespace Pongwatch
{

class AlertFeature;
class AlertListModel;
class AlertsPane;

/// The page of alerts, at the bottom of the window: what was told in the last 30 days, and what can be done
/// about it. Made when it is opened.
class AlertPageFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// `alerts` outlives this.
    AlertPageFeature(const WindowContext &context, AlertFeature *alerts, QObject *parent);
    ~AlertPageFeature() override;

    [[nodiscard]] QAction *action() const { return m_open; }
    /// Null until it was open.
    [[nodiscard]] AlertsPane *pane() const { return m_pane; }

Q_SIGNALS:
    void paneMade(QWidget *pane);

private:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void setOpen(bool open);
    void makePane();
    void follow();
    void askForNote(const QString &id);

    AlertFeature *m_alerts;
    QAction *m_open;
    QDockWidget *m_dock; // the window's
    AlertListModel *m_model = nullptr;
    QMenu *m_mute = nullptr;
    AlertsPane *m_pane = nullptr;
    QTimer m_clock; // while it is open
};

} // namespace Pongwatch
