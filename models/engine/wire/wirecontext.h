// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/wire/hostresolver.h"
#include "engine/wire/masksource.h"
#include "engine/wire/tlssetup.h"

#include <vector>

namespace Pongwatch
{

/// What all connections of one I/O thread share. Owned together by the thread's factory and its transports.
struct WireContext {
    explicit WireContext(const Clock &theClock)
        : clock(theClock)
    {
    }

    /// A flooding peer gets so much of the thread's time before others have their turn: what it takes to
    /// check so many bytes of text, or to look at so many frames, is some ten microseconds.
    static constexpr std::size_t readBytesAtOnce = std::size_t(8) * 1024;
    static constexpr int framesInOneTurn = 64;

    const Clock &clock;
    MaskSource masks;
    TlsSetup tls;
    HostResolver resolver;
    std::vector<char> readBuffer = std::vector<char>(readBytesAtOnce);
    bool readBufferInUse = false; ///< by a read further up the stack: an event loop runs inside a listener
};

} // namespace Pongwatch
