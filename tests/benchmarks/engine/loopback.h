// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace Pongwatch::Benchmarks
{

/// 127.0.0.1 to 127.0.0.4: one address alone has ports for 28,000 connections, some of which linger after
/// each run. The server listens on all of them, and connection i goes to the (i % 4)th.
constexpr int addressCount = 4;
[[nodiscard]] std::string addressOf(int connection);

/// As many descriptors as the system lets us have.
void raiseDescriptorLimit();

/// A listening, non-blocking socket; `port` 0: any that is free. Ends the process when there is none.
[[nodiscard]] int listenOn(int address, std::uint16_t port);
[[nodiscard]] std::uint16_t portOf(int socket);

/// A connected, blocking socket without Nagle's delay. Ends the process when nobody answers.
[[nodiscard]] int connectTo(int connection, std::uint16_t port);

} // namespace Pongwatch::Benchmarks
