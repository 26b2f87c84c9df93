// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/result.h"

namespace Pongwatch
{

QString Error::sentence() const
{
    if (subject.isEmpty())
        return QStringLiteral("%1: %2").arg(doing, answer);
    return QStringLiteral("%1 “%2”: %3").arg(doing, subject, answer);
}

} // namespace Pongwatch
