// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Pongwatch
{

/// How much of a client a demo server puts up with.
struct DemoLimits {
    std::chrono::milliseconds requestPatience{10'000}; ///< for the whole head of its request
    std::chrono::milliseconds endPatience{5'000};      ///< for its end of the connection, after ours
    int mostConnections = 20'000;                      ///< what comes beyond is dropped at once
};

} // namespace Pongwatch
