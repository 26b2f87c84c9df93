// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/historystatus.h"

#include <QWidget>

class QFormLayout;
class QGroupBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace Pongwatch
{

class QuietLabel;

/// How long measurements are kept, the limit for the size of their file, and its present size. Shortening the
/// time deletes older data for good; that is why changes must be applied explicitly.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPage(QWidget *parent = nullptr);

    /// The current options. Changes not yet applied are dropped.
    void setOptions(const HistoryOptions &options);
    void showStatus(const HistoryStatus &status);

    [[nodiscard]] QSpinBox *sampleDays() const { return m_sampleDays; }
    [[nodiscard]] QSpinBox *minuteDays() const { return m_minuteDays; }
    /// 0: forever.
    [[nodiscard]] QSpinBox *hourDays() const { return m_hourDays; }
    /// In MiB; 0: no limit.
    [[nodiscard]] QSpinBox *sizeLimit() const { return m_sizeLimit; }
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }
    [[nodiscard]] QString fileText() const;

Q_SIGNALS:
    void optionsChosen(const Pongwatch::HistoryOptions &options);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void showWhetherChanged();
    void showFile();
    [[nodiscard]] HistoryOptions chosen() const;

    HistoryOptions m_options;
    HistoryStatus m_status;
    QGroupBox *m_keeping;
    QLabel *m_sampleLabel;
    QSpinBox *m_sampleDays;
    QLabel *m_minuteLabel;
    QSpinBox *m_minuteDays;
    QLabel *m_hourLabel;
    QSpinBox *m_hourDays;
    QLabel *m_sizeLabel;
    QSpinBox *m_sizeLimit;
    QuietLabel *m_consequence;
    QPushButton *m_apply;
    QGroupBox *m_file;
    QLabel *m_path;
    QLabel *m_size;
    QLabel *m_notice;
};

} // namespace Pongwatch
