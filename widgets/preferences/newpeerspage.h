// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profilesettings.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QPushButton;

namespace Pongwatch
{

class QuietLabel;

/// The page of the preferences with what the peers of a new workspace start with, and the way to what those
/// of the open one have.
class NewPeersPage : public QWidget
{
    Q_OBJECT

public:
    explicit NewPeersPage(QWidget *parent = nullptr);

    /// Only what differs from the program's defaults has a value.
    [[nodiscard]] ProfileSettings settings() const;
    /// Shows these, and the program's where they say nothing. Without a signal.
    void setSettings(const ProfileSettings &settings);

Q_SIGNALS:
    void changed();
    void workspaceDefaultsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QuietLabel *m_explanation;
    QFormLayout *m_form;
    QDoubleSpinBox *m_interval;
    QDoubleSpinBox *m_timeout;
    QDoubleSpinBox *m_slow;
    QCheckBox *m_reconnect;
    QuietLabel *m_others;
    QPushButton *m_workspace;
    SlowLimit m_slowWithoutLimit = SlowLimit::byItself(); ///< what a field without a limit stands for
    bool m_showing = false;                               ///< fields are being set by us
};

} // namespace Pongwatch
