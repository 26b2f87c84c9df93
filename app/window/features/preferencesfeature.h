// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "widgets/preferences/preferencesdialog.h"

#include <QObject>
#include <QPointer>

class QAction;
class QActionGroup;
class QMenu;

namespace Pongwatch
{

class AlertFeature;
class NotificationFeature;
class TrayFeature;

/// The preferences in a dialog, and the languages also in a menu. Choices take effect at once and are
/// kept.
class PreferencesFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// `appearance` are the actions that change it, each with its number as data. All must outlive this.
    PreferencesFeature(const WindowContext &context, AlertFeature *alerts, TrayFeature *tray,
                       NotificationFeature *notifications, QActionGroup *appearance,
                       QObject *parent = nullptr);

    [[nodiscard]] QAction *action() const { return m_open; }
    /// Null if it is not open.
    [[nodiscard]] PreferencesDialog *dialog() const { return m_dialog; }

    [[nodiscard]] Preferences preferences() const;

private:
    void retranslate() override;
    void makeLanguageMenu();
    void chooseLanguage(const QString &code);
    void apply(const Preferences &wanted);
    void open();
    void showDesktop();

    AlertFeature *m_alerts;
    TrayFeature *m_tray;
    NotificationFeature *m_notifications;
    QActionGroup *m_appearance;
    QAction *m_open;           // owned by this
    QActionGroup *m_languages; // owned by this object; the data of each action is a code
    QMenu *m_languageMenu;     // owned by the window
    QPointer<PreferencesDialog> m_dialog;
};

} // namespace Pongwatch
