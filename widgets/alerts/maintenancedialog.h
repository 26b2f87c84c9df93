// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/maintenance.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimeEdit;

namespace Pongwatch
{

/// Edits one time of maintenance: once, or on days of each week.
class MaintenanceDialog : public QDialog
{
    Q_OBJECT

public:
    explicit MaintenanceDialog(const MaintenanceWindow &window, QWidget *parent = nullptr);

    [[nodiscard]] MaintenanceWindow window() const;
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    [[nodiscard]] QLineEdit *nameField() const { return m_name; }

private:
    void check();

    QLineEdit *m_name;
    QComboBox *m_kind;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QList<QCheckBox *> m_days;
    QTimeEdit *m_clockFrom;
    QTimeEdit *m_clockTo;
    QComboBox *m_zone;
    QLabel *m_complaint;
    QPushButton *m_accept;
};

} // namespace Pongwatch
