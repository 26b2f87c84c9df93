// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace Pongwatch
{

/// A vertical axis from 0 ms to a round number, with round ticks.
class NiceAxis
{
public:
    /// Shows up to `longest` ms between the y of 0 and that of its top.
    NiceAxis(double longest, double yOfZero, double yOfTop);

    /// Cut to the axis.
    [[nodiscard]] double y(double ms) const;
    [[nodiscard]] double top() const { return m_top; } ///< ms
    [[nodiscard]] std::vector<double> ticks() const;   ///< ms, from 0 to top()

private:
    double m_step;
    double m_top;
    double m_yOfZero;
    double m_yOfTop;
};

} // namespace Pongwatch
