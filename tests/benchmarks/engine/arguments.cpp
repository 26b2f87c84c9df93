// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/engine/arguments.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace Pongwatch::Benchmarks
{

Arguments readArguments(int argc, char **argv)
{
    using Seconds = std::chrono::duration<double>;
    const auto toTime = [](const char *text) {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(Seconds(std::strtod(text, nullptr)));
    };
    Arguments arguments;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name(argv[i]);
        const char *const value = argv[i + 1];
        if (name == "--port")
            arguments.port = static_cast<int>(std::strtol(value, nullptr, 10));
        else if (name == "--connections")
            arguments.connections = static_cast<int>(std::strtol(value, nullptr, 10));
        else if (name == "--interval")
            arguments.interval = toTime(value);
        else if (name == "--warm-up")
            arguments.warmUp = toTime(value);
        else if (name == "--seconds")
            arguments.window = toTime(value);
        else if (name == "--tls")
            arguments.tls = std::string_view(value) == "1";
        else if (name == "--client")
            arguments.wire = std::string_view(value) == "wire";
        else if (name == "--metrics")
            arguments.metrics = std::string_view(value) == "1";
        else if (name == "--qt-dispatcher")
            arguments.qtDispatcher = std::string_view(value) == "1";
    }
    if (arguments.port <= 0 || arguments.connections <= 0 || arguments.interval.count() <= 0) {
        std::fputs("--port P --connections N [--interval S] [--warm-up S] [--seconds S] [--tls 0|1] "
                   "[--qt-dispatcher 0|1] [--client qt|wire] [--metrics 0|1]\n",
                   stderr);
        std::exit(2);
    }
    return arguments;
}

} // namespace Pongwatch::Benchmarks
