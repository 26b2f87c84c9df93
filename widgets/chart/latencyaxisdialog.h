// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>
#include <utility>

class QCheckBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace Pongwatch
{

class ChartState;

/// Asks for the ends of a chart's latency axis, if it should not fit what is visible, and for the latencies
/// at which to draw lines.
class LatencyAxisDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LatencyAxisDialog(const ChartState &state, QWidget *parent = nullptr);

    /// In milliseconds; nullopt: it fits what is visible.
    [[nodiscard]] std::optional<std::pair<double, double>> fixedScale() const;
    [[nodiscard]] QList<double> thresholds() const;

    /// Parses latencies, in milliseconds, from a list such as "100, 250 ms, 1.5 s"; nullopt if it is invalid.
    [[nodiscard]] static std::optional<QList<double>> readThresholds(const QString &text);
    /// The reverse.
    [[nodiscard]] static QString thresholdText(const QList<double> &thresholds);

private:
    void check();

    QCheckBox *m_fixed;
    QDoubleSpinBox *m_lower;
    QDoubleSpinBox *m_upper;
    QLineEdit *m_thresholds;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace Pongwatch
