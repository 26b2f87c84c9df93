// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"
#include "history/health.h"

#include <QSize>
#include <QStringList>

#include <vector>

namespace Pongwatch
{

/// What the table on a terminal shows about a peer.
struct TableRow {
    Health health = Health::Connecting;
    QString name;
    std::optional<nanoseconds> last;
    std::optional<nanoseconds> median;
    std::optional<nanoseconds> p95;
    double loss = 0;
    nanoseconds open{0};
    quint32 connects = 0;
    QString finding; ///< in a few words; may be empty
};

/// The lines of a table with its heading, each shorter than the width of `size`, and fewer than its height.
/// Columns that don't fit are left out from the right, but never state and name; if there are more peers than
/// lines, the worst are shown, and a last line counts the others. With colours: ANSI escape sequences around
/// the state.
[[nodiscard]] QStringList tableText(std::vector<TableRow> rows, QSize size, bool colours);

} // namespace Pongwatch
