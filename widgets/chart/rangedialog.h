// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/timerange.h"

#include <QDialog>

class QDateTimeEdit;
class QDialogButtonBox;
class QLabel;

namespace Pongwatch
{

/// Asks for the range that the chart should show; typed, or picked from a calendar. In the system's time
/// zone.
class RangeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `shown`: the initial range.
    explicit RangeDialog(const TimeRange &shown, QWidget *parent = nullptr);

    [[nodiscard]] TimeRange range() const;

    [[nodiscard]] QDateTimeEdit *fromField() const { return m_from; }
    [[nodiscard]] QDateTimeEdit *toField() const { return m_to; }

private:
    void check();

    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace Pongwatch
