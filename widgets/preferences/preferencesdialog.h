// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/preferences/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QGroupBox;
class QLabel;
class QTabWidget;

namespace Pongwatch
{

class HistoryPage;
class NewPeersPage;

/// Shows the user's preferences. Each change takes effect at once: preferencesChanged() is emitted with all
/// of them, and nothing needs to be confirmed.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `languages`: codes and names, in the order to show them.
    PreferencesDialog(const QList<std::pair<QString, QString>> &languages, const Preferences &preferences,
                      QWidget *parent = nullptr);

    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }
    /// Shows changes made elsewhere, without a signal.
    void setPreferences(const Preferences &preferences);

    /// Without this, there is no page about the history.
    void showHistory(const HistoryStatus &status);

    /// Sets what the desktop can do. Until then, everything is offered.
    void showDesktop(bool hasTray, bool canNotify);

    [[nodiscard]] HistoryPage *historyPage() const { return m_history; }
    [[nodiscard]] QTabWidget *pages() const { return m_pages; }
    [[nodiscard]] QCheckBox *closeToTrayBox() const { return m_closeToTray; }
    [[nodiscard]] QComboBox *clockBox() const { return m_clock; }

Q_SIGNALS:
    void preferencesChanged(const Pongwatch::Preferences &preferences);
    /// The user wants to see the defaults of the open workspace.
    void workspaceDefaultsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectFields();
    void retranslate();
    void take();
    void offerWhatThereIs();

    QList<std::pair<QString, QString>> m_languages;
    Preferences m_preferences;
    bool m_showing = false; ///< the dialog itself is setting fields
    bool m_hasTray = true;
    bool m_canNotify = true;
    bool m_historySet = false; ///< the page about the history has its values
    QTabWidget *m_pages;
    QGroupBox *m_looks;
    QLabel *m_languageLabel;
    QComboBox *m_language;
    QLabel *m_appearanceLabel;
    QComboBox *m_appearance;
    QLabel *m_unitLabel;
    QComboBox *m_unit;
    QLabel *m_clockLabel;
    QComboBox *m_clock;
    NewPeersPage *m_newPeers;
    QGroupBox *m_alertGroup;
    QCheckBox *m_alerts;
    QLabel *m_afterLabel;
    QDoubleSpinBox *m_after;
    QCheckBox *m_slow;
    QCheckBox *m_recoveries;
    QGroupBox *m_trayGroup;
    QCheckBox *m_closeToTray;
    QLabel *m_noTray;
    QLabel *m_noNotifications;
    HistoryPage *m_history;
    QDialogButtonBox *m_buttons;
};

} // namespace Pongwatch
