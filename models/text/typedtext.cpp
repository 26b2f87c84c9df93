// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/typedtext.h"

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr QChar unitSpace(0x00A0);

struct Unit {
    QString word;
    double factor = 1;
};

/// The number, multiplied by the factor of the unit after it; nullopt if it is invalid.
std::optional<double> numberIn(const QString &text, const QList<Unit> &units, const QLocale &locale)
{
    QString rest = text.trimmed();
    rest.replace(unitSpace, u' ');
    double factor = 1;
    for (const Unit &unit : units) {
        if (!unit.word.isEmpty() && rest.endsWith(unit.word, Qt::CaseInsensitive)) {
            factor = unit.factor;
            rest = rest.chopped(unit.word.size()).trimmed();
            break;
        }
    }
    bool ok = false;
    double number = locale.toDouble(rest, &ok);
    if (!ok)
        number = QLocale::c().toDouble(rest, &ok);
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    return number * factor;
}

QString shortestNumber(double number, const QLocale &locale)
{
    return locale.toString(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QString TypedText::off()
{
    return tr("off", "a limit that is not there");
}

QString TypedText::ofDuration(nanoseconds duration, const QLocale &locale)
{
    const auto with = [](const QString &number, const QString &unit) {
        return QString(number + unitSpace + unit);
    };
    if (duration > nanoseconds(0) && duration < seconds(1))
        return with(shortestNumber(toMilliseconds(duration), locale), tr("ms"));
    if (duration >= seconds(60) && duration % seconds(60) == nanoseconds(0))
        return with(locale.toString(qlonglong(duration / seconds(60))), tr("min", "minutes"));
    return with(shortestNumber(toSeconds(duration), locale), tr("s", "seconds"));
}

Result<nanoseconds> TypedText::toDuration(const QString &text, const QLocale &locale)
{
    // Longer units first: "ms" ends in "s".
    const std::optional<double> number = numberIn(text,
                                                  {{tr("ms"), 1e-3},
                                                   {QStringLiteral("ms"), 1e-3},
                                                   {tr("min", "minutes"), 60},
                                                   {QStringLiteral("min"), 60},
                                                   {tr("h", "hours"), 3600},
                                                   {QStringLiteral("h"), 3600},
                                                   {tr("s", "seconds"), 1},
                                                   {QStringLiteral("s"), 1}},
                                                  locale);
    if (!number || std::abs(*number) > 1e8)
        return Error{tr("reading a time"), {}, tr("must be a time such as 20 s, 500 ms or 2 min")};
    return nanoseconds(std::llround(*number * 1e9));
}

QString TypedText::ofBytes(qint64 bytes, const QLocale &locale)
{
    constexpr qint64 kibi = 1024;
    const auto with = [&](qint64 number, const char *unit) {
        return QString(locale.toString(number) + unitSpace + QLatin1String(unit));
    };
    if (bytes > 0 && bytes % (kibi * kibi) == 0)
        return with(bytes / kibi / kibi, "MiB");
    if (bytes > 0 && bytes % kibi == 0)
        return with(bytes / kibi, "KiB");
    return locale.toString(bytes);
}

Result<qint64> TypedText::toBytes(const QString &text, const QLocale &locale)
{
    const std::optional<double> number = numberIn(text,
                                                  {{QStringLiteral("GiB"), 1024.0 * 1024 * 1024},
                                                   {QStringLiteral("MiB"), 1024.0 * 1024},
                                                   {QStringLiteral("KiB"), 1024},
                                                   {QStringLiteral("MB"), 1e6},
                                                   {QStringLiteral("kB"), 1e3},
                                                   {QStringLiteral("B"), 1}},
                                                  locale);
    if (!number || std::abs(*number) > 1e15)
        return Error{tr("reading a size"), {}, tr("must be a size such as 1 MiB or 64 KiB")};
    return qint64(std::llround(*number));
}

} // namespace Pongwatch
