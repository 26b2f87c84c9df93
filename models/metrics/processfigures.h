// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace Pongwatch
{

/// What this process has taken of the machine, as Prometheus' clients tell it.
struct ProcessFigures {
    std::optional<double> cpuSeconds; ///< user and system, all threads
    std::optional<double> residentBytes;
    std::optional<double> openDescriptors;
    std::optional<double> mostDescriptors; ///< the limit
};

/// Read from the kernel now; what it does not tell is absent. Any thread.
[[nodiscard]] ProcessFigures currentProcessFigures();

} // namespace Pongwatch
