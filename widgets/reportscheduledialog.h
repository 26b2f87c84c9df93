// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/reportschedule.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace Pongwatch
{

class MessageLine;

/// Asks when reports are to be made by themselves, and where they go.
class ReportScheduleDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReportScheduleDialog(QWidget *parent = nullptr);

    void setSchedule(const ReportSchedule &schedule);
    [[nodiscard]] ReportSchedule schedule() const;
    /// What "$workspace" stands for in the example.
    void setWorkspaceName(const QString &name);

    /// How the report went that was wanted at once.
    void showMade(const QString &sentence);
    void showFailure(const QString &sentence);

Q_SIGNALS:
    /// A report at once, as the schedule in the dialog would make it.
    void reportWanted(const Pongwatch::ReportSchedule &schedule);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void nameAll();
    void update();
    void browse();

    QFormLayout *m_form;
    QComboBox *m_kind;
    QSpinBox *m_interval;
    QTimeEdit *m_at;
    QComboBox *m_weekday;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    QLineEdit *m_pattern;
    QLabel *m_example;
    std::vector<QCheckBox *> m_formats;
    QSpinBox *m_files;
    QSpinBox *m_megabytes;
    MessageLine *m_message;
    QDialogButtonBox *m_buttons;
    QPushButton *m_now;
    QString m_workspace;
};

} // namespace Pongwatch
