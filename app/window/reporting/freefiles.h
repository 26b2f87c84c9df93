// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/reportwriter.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// The files of a report, one per format, in the order of the formats: the base name (with its folder) plus
/// an extension. Existing files must not be replaced: if one exists, all of them get the same number.
[[nodiscard]] QStringList freeFiles(const QString &baseName, const QList<ReportFormat> &formats);

} // namespace Pongwatch
