// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/phrases.h"

#include "engine/values/foreigntext.h"
#include "text/formatter.h"

#include <QCoreApplication>
#include <QLocale>

namespace Pongwatch
{

QString spokenNumber(qint64 number)
{
    return QLocale().toString(number);
}

QString spokenDuration(nanoseconds duration)
{
    return Formatter(QLocale(), {}, FormatPreferences::plain()).duration(duration);
}

QString spokenLatency(nanoseconds rtt)
{
    return Formatter(QLocale(), {}, FormatPreferences::plain()).latency(rtt);
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
