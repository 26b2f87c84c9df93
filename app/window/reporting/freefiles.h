// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/reportwriter.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// The files of a report, one a format, in the order of the formats: the base name (with its folder) and an
/// ending each. No file that is there is to be replaced: where one is, all of them get the same number.
[[nodiscard]] QStringList freeFiles(const QString &baseName, const QList<ReportFormat> &formats);

} // namespace Pongwatch
