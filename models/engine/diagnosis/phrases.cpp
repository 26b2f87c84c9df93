// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/phrases.h"

#include "engine/diagnosis/explanationstrings.h"
#include "engine/values/foreigntext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr qint64 secondsPerMinute = 60;
constexpr qint64 minutesPerHour = 60;
constexpr qint64 hoursPerDay = 24;

QString spokenMinutes(qint64 minutes)
{
    const qint64 hours = minutes / minutesPerHour;
    if (hours == 0) {
        //: a duration
        return ExplanationStrings::tr("%1 min").arg(spokenNumber(minutes));
    }
    const qint64 days = hours / hoursPerDay;
    if (days == 0) {
        return minutes % minutesPerHour == 0
                   //: a duration
                   ? ExplanationStrings::tr("%1 h").arg(spokenNumber(hours))
                   //: a duration
                   : ExplanationStrings::tr("%1 h %2 min")
                         .arg(spokenNumber(hours), spokenNumber(minutes % minutesPerHour));
    }
    //: a duration in days and hours
    return ExplanationStrings::tr("%1 d %2 h").arg(spokenNumber(days), spokenNumber(hours % hoursPerDay));
}

} // namespace

QString spokenNumber(qint64 number)
{
    return QLocale().toString(number);
}

QString spokenDuration(nanoseconds duration)
{
    const double inSeconds = toSeconds(duration);
    constexpr double lastWithFraction = 9.95;
    constexpr double lastInSeconds = 120.5;
    constexpr double lastInMilliseconds = 0.9995;
    if (inSeconds < lastInMilliseconds) {
        //: a duration
        return ExplanationStrings::tr("%1 ms").arg(spokenNumber(std::llround(toMilliseconds(duration))));
    }
    if (inSeconds < lastInSeconds) {
        const bool whole =
            inSeconds >= lastWithFraction || std::fabs(inSeconds - std::round(inSeconds)) < 0.05;
        //: a duration
        return ExplanationStrings::tr("%1 s").arg(QLocale().toString(inSeconds, 'f', whole ? 0 : 1));
    }
    const auto whole = static_cast<qint64>(std::llround(inSeconds));
    constexpr qint64 lastWithSeconds = 10 * secondsPerMinute;
    if (whole < lastWithSeconds && whole % secondsPerMinute != 0) {
        //: a duration
        return ExplanationStrings::tr("%1 min %2 s")
            .arg(spokenNumber(whole / secondsPerMinute), spokenNumber(whole % secondsPerMinute));
    }
    return spokenMinutes((whole + secondsPerMinute / 2) / secondsPerMinute);
}

QString harmless(QStringView foreign)
{
    return harmlessText(foreign.trimmed(), maxQuotedLength);
}

QString quoted(QStringView foreign, qsizetype limit)
{
    //: quotation marks around what a peer or the system said
    return ExplanationStrings::tr("“%1”").arg(harmlessText(foreign.trimmed(), limit));
}

} // namespace Pongwatch
