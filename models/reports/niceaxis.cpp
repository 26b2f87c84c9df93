// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/niceaxis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double mostTicks = 5;

} // namespace

NiceAxis::NiceAxis(double longest, double yOfZero, double yOfTop)
    : m_step(1)
    , m_yOfZero(yOfZero)
    , m_yOfTop(yOfTop)
{
    const double wanted = std::max(longest, 0.001) / mostTicks;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    static constexpr std::array factors{1.0, 2.0, 5.0, 10.0};
    for (const double factor : factors) {
        m_step = factor * power;
        if (m_step >= wanted * 0.9999)
            break;
    }
    m_top = std::max(1.0, std::ceil(longest / m_step * 0.9999)) * m_step;
}

double NiceAxis::y(double ms) const
{
    return m_yOfZero + std::clamp(ms / m_top, 0.0, 1.0) * (m_yOfTop - m_yOfZero);
}

std::vector<double> NiceAxis::ticks() const
{
    std::vector<double> ticks;
    for (int i = 0; i * m_step <= m_top * 1.0001; ++i)
        ticks.push_back(i * m_step);
    return ticks;
}

} // namespace Pongwatch
