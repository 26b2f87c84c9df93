// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace Pongwatch
{

/// A path as one reads it: with "~" for the user's home.
[[nodiscard]] inline QString inHome(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? QString(QStringLiteral("~/") + path.mid(home.size())) : path;
}

} // namespace Pongwatch
