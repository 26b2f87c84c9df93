// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QCoreApplication>
#include <QString>
#include <QStringView>

namespace Pongwatch
{

/// The translation context that several files here share.
struct ExplanationStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Explanation)
};

/// A duration, and a round trip, as Formatter writes them in a sentence: by the default QLocale, with plain
/// spaces.
[[nodiscard]] QString spokenDuration(nanoseconds duration);
[[nodiscard]] QString spokenLatency(nanoseconds rtt);

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
