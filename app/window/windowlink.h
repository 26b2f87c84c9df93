// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QString>

#include <optional>

namespace Pongwatch
{

/// What a link in an alert asks the window to show: "pongwatch://show?peer=edge-1&at=2026-11-30T03:00:00Z".
/// Both may be absent.
struct WindowLink {
    QString peer;               ///< its name; empty: none
    std::optional<WallTime> at; ///< the moment for the chart

    friend bool operator==(const WindowLink &, const WindowLink &) = default;
};

/// Whether an argument is meant as such a link, right or wrong.
[[nodiscard]] bool isWindowLink(const QString &text);

/// A link may come from a stranger's message: it can't do anything but show. The error says what is wrong
/// with it.
[[nodiscard]] Result<WindowLink> readWindowLink(const QString &text);

} // namespace Pongwatch
