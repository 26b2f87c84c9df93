// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

namespace Pongwatch
{

/// A day on an axis, in the order of the language: "1 Dec", "12月1日".
[[nodiscard]] QString shortDay(const QLocale &locale, QDate day, bool withYear = false);

} // namespace Pongwatch
