// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/clocknotes.h"

#include "reports/reporttext.h"

namespace Pongwatch
{

Note noteOf(const ClockStep &step, const QTimeZone &timeZone)
{
    const ReportText text(timeZone);
    const QString sentence =
        step.by.count() > 0
            ? ReportStrings::tr(
                  "The clock of this machine was set forward by %1. Times of this run go on as before.")
                  .arg(text.duration(step.by))
            : ReportStrings::tr(
                  "The clock of this machine was set back by %1. Times of this run go on as before.")
                  .arg(text.duration(-step.by));
    // Two steps are never at the same microsecond.
    return {step.at.time_since_epoch().count(), step.at, {}, sentence};
}

} // namespace Pongwatch
