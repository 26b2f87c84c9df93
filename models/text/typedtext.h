// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QCoreApplication>
#include <QLocale>

namespace Pongwatch
{

/// Durations and sizes as people type them into a field, in the numbers of a locale.
class TypedText
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::TypedText)

public:
    /// "20 s", "500 ms", "2 min"; exact.
    [[nodiscard]] static QString ofDuration(nanoseconds duration, const QLocale &locale = QLocale());
    /// Parses such a text; a bare number means seconds. The error's answer is a sentence without full stop.
    [[nodiscard]] static Result<nanoseconds> toDuration(const QString &text,
                                                        const QLocale &locale = QLocale());

    /// "1 MiB", "64 KiB", "100"; exact.
    [[nodiscard]] static QString ofBytes(qint64 bytes, const QLocale &locale = QLocale());
    [[nodiscard]] static Result<qint64> toBytes(const QString &text, const QLocale &locale = QLocale());

    /// The word for a limit that is not set.
    [[nodiscard]] static QString off();
};

} // namespace Pongwatch
