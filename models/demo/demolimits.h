// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Pongwatch
{

/// What a demo server tolerates from a client.
struct DemoLimits {
    std::chrono::milliseconds requestPatience{10'000}; ///< for all of the request's head
    std::chrono::milliseconds endPatience{5'000};      ///< for the client's end of the connection, after ours
    int mostConnections = 20'000;                      ///< further ones are dropped at once
};

} // namespace Pongwatch
