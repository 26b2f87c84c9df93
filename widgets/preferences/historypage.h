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

/// How long what is measured is kept, how large its file may be, and how large it is. Keeping less removes
/// what is older, and nothing brings it back: that is why it has to be applied.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPage(QWidget *parent = nullptr);

    /// What holds now. What the user has not applied is dropped.
    void setOptions(const HistoryOptions &options);
    void showStatus(const HistoryStatus &status);

    [[nodiscard]] QSpinBox *sampleDays() const { return m_sampleDays; }
    [[nodiscard]] QSpinBox *minuteDays() const { return m_minuteDays; }
    /// 0: for good.
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
