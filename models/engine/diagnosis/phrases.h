// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>
#include <QStringView>

namespace Pongwatch
{

/// A duration as a person says it: "250 ms", "2.5 s", "63 s", "5 min", "2 h 3 min", "3 d 4 h". Digits and the
/// decimal sign are those of the default QLocale.
[[nodiscard]] QString spokenDuration(nanoseconds duration);

/// A whole number with the default QLocale's digits and separators.
[[nodiscard]] QString spokenNumber(qint64 number);

/// The most of a foreign text that is shown, in UTF-16 units.
inline constexpr qsizetype maxQuotedLength = 120;

/// Text that came from outside, made safe to show: at most maxQuotedLength long (an ellipsis says that it was
/// cut), and every control character, line or paragraph separator, invisible or bidirectional formatting
/// character and half of a surrogate pair replaced by U+FFFD.
[[nodiscard]] QString harmless(QStringView foreign);

/// harmless() between quotation marks.
[[nodiscard]] QString quoted(QStringView foreign);

} // namespace Pongwatch
