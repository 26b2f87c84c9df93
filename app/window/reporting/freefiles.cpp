// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reporting/freefiles.h"

#include <QFileInfo>

#include <algorithm>

namespace Pongwatch
{

namespace
{

QStringList filesOf(const QString &baseName, const QList<ReportFormat> &formats)
{
    QStringList files;
    for (const ReportFormat format : formats)
        files.append(baseName + u'.' + endingOf(format));
    return files;
}

} // namespace

QStringList freeFiles(const QString &baseName, const QList<ReportFormat> &formats)
{
    QStringList files = filesOf(baseName, formats);
    // A broken link exists, too.
    const auto isTaken = [](const QString &file) {
        return QFileInfo::exists(file) || QFileInfo(file).isSymLink();
    };
    for (int number = 2; std::any_of(files.cbegin(), files.cend(), isTaken); ++number)
        files = filesOf(QStringLiteral("%1 (%2)").arg(baseName).arg(number), formats);
    return files;
}

} // namespace Pongwatch
