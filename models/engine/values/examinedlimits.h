// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>

#include <optional>

namespace Pongwatch
{

/// How connections were seen to be cut at a limit.
struct ExaminedCut {
    enum class By : quint8 { Fin, Reset, Close };

    By by = By::Fin;
    quint16 closeCode = 1005; ///< with Close

    friend bool operator==(const ExaminedCut &, const ExaminedCut &) = default;
};

/// How long connections of a peer may last, as an examination of it found out. It explains an end whose facts
/// agree with it.
struct ExaminedLimits {
    struct Silence {
        nanoseconds length{0};
        ExaminedCut cut{};
        bool pingsReset = false;                  ///< pings of this side, with the peer's pongs
        bool ownFramesReset = false;              ///< what only this side sends does, too
        bool dataResets = false;                  ///< messages
        std::optional<nanoseconds> recommended{}; ///< the ping interval that keeps within it

        friend bool operator==(const Silence &, const Silence &) = default;
    };
    struct Age {
        nanoseconds length{0};
        ExaminedCut cut{};
        bool whateverPasses = false; ///< messages, too; false: only pings are known not to help

        friend bool operator==(const Age &, const Age &) = default;
    };

    std::optional<Silence> silence;
    std::optional<Age> age;
    QString front;  ///< the product that answers in front of the peer: "nginx"; empty: not known
    QString server; ///< the Server header of its answer to the upgrade; empty: none
    QString proxy;  ///< the forward proxy that it was examined through, as ProxyUse::address; empty: none

    friend bool operator==(const ExaminedLimits &, const ExaminedLimits &) = default;
};

} // namespace Pongwatch
