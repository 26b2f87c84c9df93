// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/wire/hostresolver.h"
#include "engine/wire/masksource.h"
#include "engine/wire/tlssetup.h"

#include <vector>

namespace Pongwatch
{

/// What all connections of one I/O thread share. Owned jointly by the thread's factory and its transports.
struct WireContext {
    explicit WireContext(const Clock &theClock)
        : clock(theClock)
    {
    }

    /// How much of a flooding peer is handled before others have their turn: checking this many bytes of
    /// text, or handling this many frames, takes some ten microseconds.
    static constexpr std::size_t readBytesAtOnce = std::size_t(8) * 1024;
    static constexpr int framesInOneTurn = 64;

    const Clock &clock;
    MaskSource masks;
    TlsSetup tls;
    HostResolver resolver;
    std::vector<char> readBuffer = std::vector<char>(readBytesAtOnce);
    bool readBufferInUse = false; ///< by a read further up the stack: an event loop is running in a listener
};

} // namespace Pongwatch
