// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QWidget>

#include <array>

class QLabel;

namespace Pongwatch
{

class PeerStatistics;

/// A peer's figures for the last minute, the last hour and since it was added, side by side.
class StatisticsGrid : public QWidget
{
    Q_OBJECT

public:
    explicit StatisticsGrid(QWidget *parent = nullptr);

    void showStatistics(const PeerStatistics &statistics, WallTime now);

private:
    static constexpr size_t windows = 3;
    static constexpr size_t figures = 7;

    std::array<std::array<QLabel *, windows>, figures> m_cells{};
};

} // namespace Pongwatch
