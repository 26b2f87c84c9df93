// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace Pongwatch
{

/// What this process uses of the machine, as reported by Prometheus' clients.
struct ProcessFigures {
    std::optional<double> cpuSeconds; ///< user and system, all threads
    std::optional<double> residentBytes;
    std::optional<double> openDescriptors;
    std::optional<double> mostDescriptors; ///< the limit
};

/// Reads the figures from the kernel; those that it does not give are absent. Any thread.
[[nodiscard]] ProcessFigures currentProcessFigures();

} // namespace Pongwatch
