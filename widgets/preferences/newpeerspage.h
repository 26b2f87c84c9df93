// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/profileeditor/settingpages.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Pongwatch
{

class QuietLabel;

/// The page of the preferences with the settings that peers of a new workspace start with, and a link to
/// those of the open workspace.
class NewPeersPage : public QWidget
{
    Q_OBJECT

public:
    explicit NewPeersPage(QWidget *parent = nullptr);

    /// Only what is set here has a value. An invalid field keeps its previous value.
    [[nodiscard]] ProfileSettings settings() const;
    /// Shows these settings, and the program's where they are absent. Emits no signal.
    void setSettings(const ProfileSettings &settings);

Q_SIGNALS:
    void changed();
    void workspaceDefaultsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSettings(const ProfileSettings &settings);
    void retranslate();
    void alignLabels();
    /// Shows and checks what depends on other fields.
    void follow();

    QuietLabel *m_explanation;
    QList<SettingPage> m_pages;
    QList<QLabel *> m_titles; ///< by m_pages
    QuietLabel *m_others;
    QPushButton *m_workspace;
    ProfileSettings m_before; ///< as they were passed in
};

} // namespace Pongwatch
