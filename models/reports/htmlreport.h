// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

#include <QByteArray>

namespace Pongwatch
{

/// A report as one HTML page that needs no other files and runs no scripts: light or dark depending on the
/// reader's system, and suitable for printing. Everything from outside is escaped.
[[nodiscard]] QByteArray toHtml(const Report &report);

} // namespace Pongwatch
