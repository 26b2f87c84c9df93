// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "app/window/windowalerts.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

class QAction;
class QMenu;

namespace Pongwatch
{

class AlertLog;

/// Tells the user when peers get into trouble and out of it, while the window is not looked at: by
/// notification() for a tray icon, and by the window asking for attention. "Mute" keeps a peer out of it, for
/// a while or until it is taken back, over restarts.
class AlertFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit AlertFeature(const WindowContext &context, QObject *parent = nullptr);

    /// What to tell, and after how long. Kept.
    [[nodiscard]] const AlertOptions &options() const { return m_alerts->options(); }
    void setOptions(const AlertOptions &options);

    /// What was told, also in earlier runs.
    [[nodiscard]] AlertLog *log() const { return m_log; }

    /// No alerts about the peers of these names until then; nullopt: until it is taken back.
    void mute(const QStringList &names, std::optional<WallTime> until);
    void unmute(const QStringList &names);
    /// When the mute of a peer ends; nullopt: it is not muted, or until it is taken back.
    [[nodiscard]] std::optional<WallTime> mutedUntil(const QString &name) const;
    /// Fills a menu with the ways to mute whom `names` gives when one of them is chosen.
    void fillMuteMenu(QMenu *menu, const std::function<QStringList()> &names);

    /// The first peer of an alert and the moment at which its trouble began, in the chart.
    void show(const QString &alert);
    /// False: it is over.
    bool acknowledge(const QString &alert, const QString &note);
    void mutePeersOf(const QString &alert, nanoseconds duration);

Q_SIGNALS:
    /// Two plain texts, and the alert's id. `trouble`: false for good news.
    void notification(const QString &title, const QString &body, bool trouble, const QString &alert);

private:
    void retranslate() override;
    void restore();
    void keep() const;
    void tell(const AlertChange &change);
    void setMuted(bool muted);
    void showSelection();
    void endMutes();
    void showMuted(const QSet<QString> &names);
    [[nodiscard]] QStringList selectedNames() const;

    WindowAlerts *m_alerts;
    AlertLog *m_log;
    QAction *m_mute; // owned by this
    QMenu *m_muteFor;
    QHash<QString, WallTime> m_mutedUntil; // of those that are not muted for good
    QTimer m_muteEnds;
};

} // namespace Pongwatch
