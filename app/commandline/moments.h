// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QTimeZone>

namespace Pongwatch
{

/// Parses a moment as people type it: RFC 3339 ("2026-11-01T08:00:00Z", possibly without seconds or zone,
/// which defaults to `zone`), a date (at midnight), "now", "today", "yesterday" (at midnight), or a time
/// before now: "-90s", "-30m", "-24h", "-7d", "-2w". `option` is only used in the error's sentence.
[[nodiscard]] Result<WallTime> parseMoment(const QString &option, const QString &text, WallTime now,
                                           const QTimeZone &zone);

/// From `from` up to, but without, `to`.
struct MomentRange {
    WallTime from{};
    WallTime to{};
};

/// Parses the values of --from and --to like parseMoment(); an empty one leaves that end as it is. The end
/// must be after the beginning.
[[nodiscard]] Outcome readMomentRange(MomentRange &range, const QString &from, const QString &to,
                                      WallTime now, const QTimeZone &zone);

} // namespace Pongwatch
