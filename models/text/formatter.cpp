// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/formatter.h"

#include "text/zonemark.h"

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

std::array<Formatter, 3> Formatter::forEachTaste()
{
    return {Formatter(QLocale(), {}, {LatencyUnit::Milliseconds, ClockFormat::System}),
            Formatter(QLocale(), {}, {LatencyUnit::BySize, ClockFormat::TwentyFourHours}),
            Formatter(QLocale(), {}, {LatencyUnit::BySize, ClockFormat::Iso})};
}

Formatter::Formatter(const QLocale &locale, const std::optional<QTimeZone> &timeZone,
                     const FormatPreferences &preferences)
    : m_locale(locale)
    , m_zone(timeZone && !timeZone->isValid() ? QTimeZone::utc() : timeZone)
    , m_preferences(preferences)
{
}

QString Formatter::withUnit(const QString &number, const QString &unit) const
{
    return number + m_preferences.unitSpace + unit;
}

/// With at most this many decimals, and no trailing zeros.
QString Formatter::shortest(double number, int decimals) const
{
    const double factor = std::pow(10, decimals);
    double scaled = std::round(number * factor);
    while (decimals > 0 && std::fmod(scaled, 10) == 0) {
        scaled /= 10;
        --decimals;
    }
    return m_locale.toString(number, 'f', decimals);
}

QString Formatter::latency(nanoseconds rtt) const
{
    const double ms = toMilliseconds(rtt);
    const bool bySize = m_preferences.latencyUnit == LatencyUnit::BySize;
    if (bySize && ms < 1)
        return withUnit(m_locale.toString(ms * 1000, 'f', ms < 0.01 ? 1 : 0), tr("µs"));
    if (ms >= 10'000 || (bySize && ms >= 1000))
        return withUnit(m_locale.toString(ms / 1000, 'f',
                                          ms < 10'000    ? 2
                                          : ms < 100'000 ? 1
                                                         : 0),
                        tr("s", "seconds"));
    const int decimals = ms < 1 ? 3 : ms < 10 ? 2 : ms < 100 ? 1 : 0;
    return withUnit(m_locale.toString(ms, 'f', decimals), tr("ms"));
}

QString Formatter::latencyOrDash(const std::optional<nanoseconds> &rtt) const
{
    return rtt ? latency(*rtt) : QString(dash);
}

QString Formatter::moments(nanoseconds sinceBegin) const
{
    return m_locale.toString(toMilliseconds(sinceBegin), 'f', 3);
}

QString Formatter::estimatedLatency(nanoseconds rtt) const
{
    const double ms = toMilliseconds(rtt);
    QString unit = tr("ms");
    double number = ms;
    if (ms >= 1000) {
        unit = tr("s", "seconds");
        number = ms / 1000;
    } else if (ms < 1 && m_preferences.latencyUnit == LatencyUnit::BySize) {
        unit = tr("µs");
        number = ms * 1000;
    }
    const int magnitude = number > 0 ? static_cast<int>(std::floor(std::log10(number))) : 0;
    const double step = std::pow(10, magnitude - 1);
    const QString rounded = shortest(std::round(number / step) * step, std::max(0, 1 - magnitude));
    return QStringLiteral("≈") + m_preferences.unitSpace + withUnit(rounded, unit);
}

QString Formatter::latencyOrEstimate(const std::optional<nanoseconds> &rtt,
                                     const std::optional<nanoseconds> &estimate) const
{
    return !rtt && estimate ? estimatedLatency(*estimate) : latencyOrDash(rtt);
}

QString Formatter::axisLatency(double ms) const
{
    constexpr int decimals = 4;
    const double inSeconds = m_preferences.latencyUnit == LatencyUnit::BySize ? 1000 : 10'000;
    return ms >= inSeconds ? withUnit(shortest(ms / 1000, decimals), tr("s", "seconds"))
                           : withUnit(shortest(ms, decimals), tr("ms"));
}

QString Formatter::duration(nanoseconds duration) const
{
    constexpr nanoseconds roundsToASecond = microseconds(999'500);
    const nanoseconds length = std::max(duration, nanoseconds(0));
    if (length > nanoseconds(0) && length < roundsToASecond) {
        const double ms = toMilliseconds(length);
        return withUnit(shortest(ms, ms < 1 ? 3 : ms < 10 ? 2 : ms < 100 ? 1 : 0), tr("ms"));
    }
    const qint64 whole = std::chrono::floor<seconds>(length).count();
    if (whole < 60)
        return withUnit(shortest(toSeconds(length), length < seconds(10) ? 2 : 1), tr("s", "seconds"));
    const auto two = [this](qint64 large, const QString &largeUnit, qint64 small, const QString &smallUnit) {
        const QString first = withUnit(m_locale.toString(large), largeUnit);
        return small == 0 ? first : QString(first + u' ' + withUnit(m_locale.toString(small), smallUnit));
    };
    if (whole <= 120)
        return withUnit(m_locale.toString(whole), tr("s", "seconds"));
    if (whole < 3600)
        return two(whole / 60, tr("min", "minutes"), whole % 60, tr("s", "seconds"));
    if (whole < 86400)
        return two(whole / 3600, tr("h", "hours"), whole / 60 % 60, tr("min", "minutes"));
    return two(whole / 86400, tr("d", "days"), whole / 3600 % 24, tr("h", "hours"));
}

QString Formatter::age(nanoseconds age) const
{
    return duration(std::chrono::floor<seconds>(age));
}

QString Formatter::briefDuration(nanoseconds duration) const
{
    const auto whole =
        static_cast<double>(std::chrono::floor<seconds>(std::max(duration, nanoseconds(0))).count());
    const auto in = [&](double unit, const QString &name) {
        const double number = whole / unit;
        // Rounded down: 59.9 minutes are not an hour.
        return number < 10 ? withUnit(m_locale.toString(std::floor(number * 10) / 10, 'f', 1), name)
                           : withUnit(m_locale.toString(std::floor(number), 'f', 0), name);
    };
    if (whole < 60)
        return withUnit(m_locale.toString(whole, 'f', 0), tr("s", "seconds"));
    if (whole < 3600)
        return in(60, tr("min", "minutes"));
    return whole < 86400 ? in(3600, tr("h", "hours")) : in(86400, tr("d", "days"));
}

QString Formatter::roundDuration(nanoseconds duration) const
{
    const qint64 whole = std::chrono::round<seconds>(duration).count();
    const auto in = [&](qint64 unit, const QString &name) {
        return withUnit(m_locale.toString(whole / unit), name);
    };
    if (whole >= 86400 && whole % 86400 == 0)
        return in(86400, tr("d", "days"));
    if (whole >= 3600 && whole % 3600 == 0)
        return in(3600, tr("h", "hours"));
    if (whole >= 60 && whole % 60 == 0)
        return in(60, tr("min", "minutes"));
    return Formatter::duration(seconds(whole));
}

QString Formatter::percentage(double ratio) const
{
    constexpr double tiny = 1e-9; // 0.07 is slightly less than 7 hundredths
    const double percent = ratio * 100;
    if (percent <= 0 || percent >= 100)
        return withUnit(m_locale.toString(percent <= 0 ? 0 : 100), m_locale.percent());
    const int decimals = percent < 1 || percent >= 99 ? 2 : 1;
    const double factor = std::pow(10, decimals);
    const double shown =
        percent >= 99 ? std::floor(percent * factor + tiny) / factor : std::round(percent * factor) / factor;
    if (shown <= 0)
        return tr("< %1", "less than").arg(withUnit(m_locale.toString(0.01, 'f', 2), m_locale.percent()));
    return withUnit(m_locale.toString(shown, 'f', decimals), m_locale.percent());
}

QString Formatter::rate(double perSecond) const
{
    const int decimals = perSecond >= 100 ? 0 : perSecond >= 10 ? 1 : 2;
    if (perSecond > 0 && perSecond < 0.01)
        return tr("< %1", "less than").arg(m_locale.toString(0.01, 'f', 2) + QStringLiteral("/s"));
    return shortest(std::max(0.0, perSecond), decimals) + QStringLiteral("/s");
}

QDateTime Formatter::local(WallTime time) const
{
    const auto ms = std::chrono::floor<milliseconds>(time).time_since_epoch().count();
    return m_zone ? QDateTime::fromMSecsSinceEpoch(ms, *m_zone) : QDateTime::fromMSecsSinceEpoch(ms);
}

QString Formatter::clockPattern(ClockPrecision precision) const
{
    // Whether to use twelve or twenty-four hours is set on the desktop, whatever the language.
    const bool twelve =
        m_preferences.clockFormat == ClockFormat::System &&
        QLocale::system().timeFormat(QLocale::ShortFormat).contains(QLatin1String("ap"), Qt::CaseInsensitive);
    QString pattern = twelve ? QStringLiteral("h:mm") : QStringLiteral("HH:mm");
    if (precision != ClockPrecision::Minutes)
        pattern += QStringLiteral(":ss");
    if (precision == ClockPrecision::Milliseconds)
        pattern += QStringLiteral(".zzz");
    return twelve ? pattern + QStringLiteral(" AP") : pattern;
}

QString Formatter::clock(QTime time, ClockPrecision precision) const
{
    return m_locale.toString(time, clockPattern(precision));
}

QString Formatter::date(QDate date) const
{
    return m_preferences.clockFormat == ClockFormat::Iso ? date.toString(Qt::ISODate)
                                                         : m_locale.toString(date, QLocale::ShortFormat);
}

QString Formatter::dateTimePattern(ClockPrecision precision) const
{
    const QString date = m_preferences.clockFormat == ClockFormat::Iso
                             ? QStringLiteral("yyyy-MM-dd")
                             : m_locale.dateFormat(QLocale::ShortFormat);
    return date + QLatin1Char(' ') + clockPattern(precision);
}

QString Formatter::widestClock() const
{
    return clock(QTime(22, 58, 58), ClockPrecision::Seconds);
}

QString Formatter::moment(WallTime time, WallTime now) const
{
    const QDateTime its = local(time);
    QString clock = Formatter::clock(its.time(), ClockPrecision::Seconds);
    const QString mark = zoneMark(time, timeZone());
    if (!mark.isEmpty())
        clock += QLatin1Char(' ') + mark;
    if (its.date() == local(now).date())
        return clock;
    return tr("%1 %2", "date, time of the day").arg(date(its.date()), clock);
}

QString Formatter::moment(WallTime time, ClockPrecision precision) const
{
    const QDateTime its = local(time);
    return tr("%1 %2", "date, time of the day").arg(date(its.date()), clock(its.time(), precision));
}

QString Formatter::expiry(const QDateTime &expires, WallTime now) const
{
    const seconds left(expires.toSecsSinceEpoch() -
                       std::chrono::floor<seconds>(now).time_since_epoch().count());
    if (left <= seconds(0))
        return tr("expired", "a certificate");
    if (left > std::chrono::hours(92 * 24))
        return date(expires.toTimeZone(timeZone()).date());
    return tr("in %1", "a stretch of time").arg(duration(left));
}

} // namespace Pongwatch
