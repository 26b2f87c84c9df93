// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report.h"

#include <QByteArray>

namespace Pongwatch
{

/// A report as one HTML page that needs no other file and runs no script: light or dark as the reader's
/// system wants it, made to be printed as well. Whatever comes from outside is escaped.
[[nodiscard]] QByteArray toHtml(const Report &report);

} // namespace Pongwatch
