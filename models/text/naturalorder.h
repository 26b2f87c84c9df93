// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Pongwatch
{

/// Compares names as a person would: runs of digits by their number, whatever the case. Negative, 0 or
/// positive. Doesn't depend on the locale, unlike QCollator, whose numeric mode does nothing in the C locale.
[[nodiscard]] int naturalCompare(QStringView a, QStringView b);

} // namespace Pongwatch
