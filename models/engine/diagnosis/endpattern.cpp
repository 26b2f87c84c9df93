// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/endpattern.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

bool close(nanoseconds a, nanoseconds b)
{
    const nanoseconds tolerance = std::max<nanoseconds>(seconds(1), std::max(a, b) / 10);
    return std::max(a, b) - std::min(a, b) <= tolerance;
}

} // namespace

EndPattern patternOf(const Verdict &verdict)
{
    return {.cause = verdict.cause,
            .evidence = verdict.evidence,
            .closeCode = verdict.closeCode,
            .phase = verdict.phase,
            .httpStatus = verdict.httpStatus,
            .age = verdict.age,
            .sinceLastReceived = verdict.sinceLastReceived,
            .sinceLastPong = verdict.sinceLastPong,
            .sinceLastData = verdict.sinceLastData};
}

bool looksLike(const EndPattern &a, const EndPattern &b)
{
    if (a.cause != b.cause || a.evidence != b.evidence || a.closeCode != b.closeCode || a.phase != b.phase ||
        a.httpStatus != b.httpStatus)
        return false;
    if (close(a.age, b.age))
        return true;
    return a.sinceLastReceived && b.sinceLastReceived && close(*a.sinceLastReceived, *b.sinceLastReceived);
}

quint32 similarEnds(const EndPattern &now, std::span<const EndPattern> earlier)
{
    const auto alike = std::count_if(earlier.begin(), earlier.end(),
                                     [&now](const EndPattern &end) { return looksLike(now, end); });
    return static_cast<quint32>(alike) + 1;
}

} // namespace Pongwatch
