// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

#include <QByteArray>

namespace Pongwatch
{

/// A report as one table after RFC 4180 (CRLF, UTF-8, numbers with a point). The column "record" says what a
/// row is: "statistics", "incident" or "sample"; the cells of columns that don't apply to it are empty.
[[nodiscard]] QByteArray toCsv(const Report &report);

/// One cell: quoted where RFC 4180 wants it. Text that a spreadsheet would take for a formula (it starts with
/// =, +, -, @, a tab or a line break) gets an apostrophe in front, which makes it plain text there (OWASP:
/// CSV injection).
[[nodiscard]] QByteArray csvCell(const QString &text);

} // namespace Pongwatch
