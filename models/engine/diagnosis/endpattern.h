// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "engine/values/verdict.h"

#include <cstddef>
#include <optional>
#include <span>

namespace Pongwatch
{

/// What is kept of an end for comparison with later ones: enough to see that something always cuts
/// connections in the same way.
struct EndPattern {
    Cause cause = Cause::NetworkError;
    Evidence evidence = Evidence::Unknown;
    quint16 closeCode = 1006;
    DialPhase phase = DialPhase::Open;
    std::optional<int> httpStatus;
    nanoseconds age{0};
    std::optional<nanoseconds> sinceLastReceived;
    std::optional<nanoseconds> sinceLastPong{};
    std::optional<nanoseconds> sinceLastData{};

    friend bool operator==(const EndPattern &, const EndPattern &) = default;
};

/// How many earlier ends to keep per peer.
inline constexpr std::size_t maxEarlierEnds = 9;

[[nodiscard]] EndPattern patternOf(const Verdict &verdict);

/// Whether cause, evidence, close code, HTTP status and phase are the same, and the age or the silence before
/// the end differs by at most 10 % or one second, whichever is more.
[[nodiscard]] bool looksLike(const EndPattern &a, const EndPattern &b);

/// How many of `earlier` look like `now`, plus one for `now` itself.
[[nodiscard]] quint32 similarEnds(const EndPattern &now, std::span<const EndPattern> earlier);

} // namespace Pongwatch
