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

/// Text that came from outside as harmlessText() gives it, at most maxQuotedLength long, without white space
/// at its ends.
[[nodiscard]] QString harmless(QStringView foreign);

/// Text that came from outside, made harmless and at most `limit` long, between quotation marks.
[[nodiscard]] QString quoted(QStringView foreign, qsizetype limit = maxQuotedLength);

} // namespace Pongwatch
