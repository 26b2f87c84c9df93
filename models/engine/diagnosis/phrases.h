// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QCoreApplication>
#include <QString>
#include <QStringView>

namespace Pongwatch
{

/// The translation context shared by several files here.
struct ExplanationStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Explanation)
};

/// A duration, and a round trip, as Formatter writes them in a sentence: in the default QLocale, with
/// ordinary spaces.
[[nodiscard]] QString spokenDuration(nanoseconds duration);
[[nodiscard]] QString spokenLatency(nanoseconds rtt);

/// A whole number with the default QLocale's digits and separators.
[[nodiscard]] QString spokenNumber(qint64 number);

/// The maximum length of foreign text that is shown, in UTF-16 units.
inline constexpr qsizetype maxQuotedLength = 120;

/// Text from outside, made harmless by harmlessText(), trimmed, and at most maxQuotedLength
/// long.
[[nodiscard]] QString harmless(QStringView foreign);

/// Text from outside, made harmless and at most `limit` long, in quotation marks.
[[nodiscard]] QString quoted(QStringView foreign, qsizetype limit = maxQuotedLength);

} // namespace Pongwatch
