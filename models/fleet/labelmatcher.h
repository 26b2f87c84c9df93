// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// A matcher of PromQL for series whose label has one of these values, without the braces around it:
/// peer=~"edge-1|edge-2". Whatever the values contain, they are taken literally.
[[nodiscard]] QString matcherOf(const char *label, const QStringList &values);

} // namespace Pongwatch
