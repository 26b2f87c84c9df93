// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "app/window/windowalerts.h"

#include <QObject>

class QAction;

namespace Pongwatch
{

/// Tells the user when peers get into trouble and out of it, while the window is not looked at: by
/// notification() for a tray icon, and by the window asking for attention. "Mute" keeps a peer out of it,
/// over restarts.
class AlertFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit AlertFeature(const WindowContext &context, QObject *parent = nullptr);

    /// What to tell, and after how long. Kept.
    [[nodiscard]] const AlertOptions &options() const { return m_alerts->options(); }
    void setOptions(const AlertOptions &options);

Q_SIGNALS:
    /// Two plain texts. `trouble`: false for good news.
    void notification(const QString &title, const QString &body, bool trouble);

private:
    void retranslate() override;
    void restore();
    void keep() const;
    void tell(const AlertChange &change);
    void setMuted(bool muted);
    void showSelection();
    [[nodiscard]] QStringList selectedNames() const;

    WindowAlerts *m_alerts;
    QAction *m_mute; // owned by this
};

} // namespace Pongwatch
