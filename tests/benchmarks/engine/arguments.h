// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Pongwatch::Benchmarks
{

/// What every pinger is told: `--port P --connections N --interval S --warm-up S --seconds S --tls 0|1
/// --qt-dispatcher 0|1 --client qt|wire --metrics 0|1`.
struct Arguments {
    int port = 0;
    int connections = 100;
    std::chrono::nanoseconds interval = std::chrono::seconds(10);
    std::chrono::nanoseconds warmUp = std::chrono::seconds(11); ///< from the last open to the window
    std::chrono::nanoseconds window = std::chrono::seconds(20); ///< what is measured
    bool tls = false;          ///< the server speaks TLS; its certificate is not checked
    bool wire = false;         ///< Pongwatch alone: the wire client, not QWebSocket
    bool metrics = false;      ///< an agent alone: what is measured is served as metrics
    bool qtDispatcher = false; ///< Pongwatch alone: with Qt's own event dispatcher on the I/O thread
};

/// Ends the process with a message when the arguments make no sense.
[[nodiscard]] Arguments readArguments(int argc, char **argv);

} // namespace Pongwatch::Benchmarks
