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

/// Asks where the latency axis of a chart ends, when it is not to fit what is seen, and at which latencies a
/// line is drawn.
class LatencyAxisDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LatencyAxisDialog(const ChartState &state, QWidget *parent = nullptr);

    /// In milliseconds; nullopt: it fits what is seen.
    [[nodiscard]] std::optional<std::pair<double, double>> fixedScale() const;
    [[nodiscard]] QList<double> thresholds() const;

    /// Latencies in milliseconds from a list such as "100, 250 ms, 1.5 s"; nullopt: something in it is none.
    [[nodiscard]] static std::optional<QList<double>> readThresholds(const QString &text);
    /// The opposite.
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
