// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace Pongwatch
{

namespace
{

struct OptionTexts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::CommandLine)
};

constexpr double mostSeconds = 100.0 * 365 * 24 * 3600;

Error optionError(const QString &option, const QString &why)
{
    return Error{OptionTexts::tr("reading the option"), option, why};
}

QString quotedShort(const QString &text)
{
    constexpr qsizetype most = 60;
    return u'“' + (text.size() > most ? text.left(most) + u'…' : text) + u'”';
}

} // namespace

Result<nanoseconds> parseDuration(const QString &option, const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return optionError(option, OptionTexts::tr("%1 is not a number of seconds").arg(quotedShort(text)));
    if (value < 0)
        return optionError(option,
                           OptionTexts::tr("%1 is negative; it must be more than 0").arg(quotedShort(text)));
    if (value > mostSeconds)
        return optionError(option,
                           OptionTexts::tr("%1 s is more than a hundred years").arg(quotedShort(text)));
    const nanoseconds duration = fromSeconds(value);
    if (duration.count() == 0)
        return optionError(option,
                           OptionTexts::tr("%1 is too short; it must be more than 0").arg(quotedShort(text)));
    return duration;
}

Result<std::optional<nanoseconds>> parseDurationOrOff(const QString &option, const QString &text)
{
    if (text == QStringLiteral("off"))
        return std::optional<nanoseconds>();
    const Result<nanoseconds> duration = parseDuration(option, text);
    if (duration)
        return std::optional(duration.value());
    Error error = duration.error();
    error.answer += OptionTexts::tr(" (or “off”)");
    return error;
}

Result<SlowLimit> parseSlowLimit(const QString &option, const QString &text)
{
    if (text == QStringLiteral("auto"))
        return SlowLimit::byItself();
    const Result<std::optional<nanoseconds>> limit = parseDurationOrOff(option, text);
    if (limit)
        return SlowLimit(limit.value());
    Error error = limit.error();
    error.answer += OptionTexts::tr(" (or “auto”)");
    return error;
}

Result<bool> parseSwitch(const QString &option, const QString &text)
{
    if (text == QStringLiteral("on"))
        return true;
    if (text == QStringLiteral("off"))
        return false;
    return optionError(option, OptionTexts::tr("%1 is neither “on” nor “off”").arg(quotedShort(text)));
}

Result<qint64> parseWholeNumber(const QString &option, const QString &text, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (!isNumber)
        return optionError(option, OptionTexts::tr("%1 is not a whole number").arg(quotedShort(text)));
    if (value < least || value > most)
        return optionError(option,
                           OptionTexts::tr("%1 is not between %2 and %3").arg(value).arg(least).arg(most));
    return value;
}

Result<int> parseWord(const QString &option, const QString &text, std::span<const char *const> words)
{
    QStringList all;
    for (const char *word : words) {
        if (!word)
            break;
        if (text == QLatin1String(word))
            return static_cast<int>(all.size());
        all.append(QString::fromLatin1(word));
    }
    if (all.size() == 2)
        return optionError(
            option, OptionTexts::tr("“%1” is neither “%2” nor “%3”").arg(text.left(60), all[0], all[1]));
    return optionError(
        option, OptionTexts::tr("“%1” is none of: %2").arg(text.left(60), all.join(QStringLiteral(", "))));
}

Result<ProxySettings> parseProxyOption(const QString &option, const QString &text)
{
    Result<ProxySettings> proxy = parseProxy(text);
    if (!proxy)
        return optionError(option, proxy.error().answer);
    return proxy;
}

QString plainSeconds(nanoseconds duration)
{
    return QString::number(toSeconds(duration), 'f', QLocale::FloatingPointShortest);
}

} // namespace Pongwatch
