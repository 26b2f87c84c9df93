// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/shortday.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct ShortDayStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ShortDay)
};

} // namespace

QString shortDay(const QLocale &locale, QDate day, bool withYear)
{
    return locale.toString(
        day, withYear ? ShortDayStrings::tr("d MMM yyyy", "a day of another year, see QDate::toString")
                      : ShortDayStrings::tr("d MMM", "a day on an axis, see QDate::toString"));
}

} // namespace Pongwatch
