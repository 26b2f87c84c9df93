// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/reportschedule.h"
#include "text/formatter.h"

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

/// Asks when to make reports automatically, and where to put them.
class ReportScheduleDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReportScheduleDialog(const Formatter &format, QWidget *parent = nullptr);

    /// How it writes times; for changes while it is open.
    void setFormat(const Formatter &format);
    void setSchedule(const ReportSchedule &schedule);
    [[nodiscard]] ReportSchedule schedule() const;
    /// The value of "$workspace" in the example.
    void setWorkspaceName(const QString &name);

    /// Shows the result of the report requested with reportWanted().
    void showMade(const QString &sentence);
    void showFailure(const QString &sentence);

Q_SIGNALS:
    /// Make a report right away, as the schedule in the dialog would.
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
