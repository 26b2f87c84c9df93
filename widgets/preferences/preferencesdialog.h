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

/// Shows the user's preferences. Each change holds at once: preferencesChanged() comes with all of them, and
/// there is nothing to confirm.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `languages`: codes and names, in the order in which they are offered.
    PreferencesDialog(const QList<std::pair<QString, QString>> &languages, const Preferences &preferences,
                      QWidget *parent = nullptr);

    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }
    /// Shows others, without a signal: they were changed elsewhere.
    void setPreferences(const Preferences &preferences);

    /// Without one there is no page about the history.
    void showHistory(const HistoryStatus &status);

    /// What this desktop can do. Until it is known, everything is offered.
    void showDesktop(bool hasTray, bool canNotify);

    [[nodiscard]] HistoryPage *historyPage() const { return m_history; }
    [[nodiscard]] QTabWidget *pages() const { return m_pages; }
    [[nodiscard]] QCheckBox *closeToTrayBox() const { return m_closeToTray; }
    [[nodiscard]] QComboBox *clockBox() const { return m_clock; }

Q_SIGNALS:
    void preferencesChanged(const Pongwatch::Preferences &preferences);
    /// The user wants to see what the peers of the open workspace start with.
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
    bool m_showing = false; ///< fields are being set by us
    bool m_hasTray = true;
    bool m_canNotify = true;
    bool m_historySet = false; ///< the history's page has been filled
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
