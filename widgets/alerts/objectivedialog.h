// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/objective.h"

#include <QDialog>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Pongwatch
{

/// Edits one objective: which share of the time is to be open, and which share of the pings fast.
class ObjectiveDialog : public QDialog
{
    Q_OBJECT

public:
    /// `taken`: names that it may not have. `fixedName`: it replaces one further out.
    ObjectiveDialog(const Objective &objective, const QStringList &taken, bool fixedName,
                    QWidget *parent = nullptr);

    [[nodiscard]] Objective objective() const;
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    [[nodiscard]] QLineEdit *nameField() const { return m_name; }

private:
    void check();

    QStringList m_taken;
    QLineEdit *m_name;
    QCheckBox *m_hasOpen;
    QDoubleSpinBox *m_open;
    QCheckBox *m_hasPings;
    QDoubleSpinBox *m_pings;
    QDoubleSpinBox *m_within;
    QSpinBox *m_days;
    QLabel *m_budget;
    QPushButton *m_accept;
};

} // namespace Pongwatch
