// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/historysettings.h"

#include "app/window/windowsettings.h"

namespace Pongwatch
{

namespace
{

constexpr auto day = std::chrono::hours(24);
constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 mostDays = 36'500;
constexpr qint64 mostMebibytes = 1'000'000;

/// A number of at least `least`; nullopt if there is none.
std::optional<qint64> number(const WindowSettings &settings, const char *key, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 value = settings.value(QLatin1String(key), QVariant()).toLongLong(&isNumber);
    return isNumber && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

} // namespace

HistoryOptions keptHistoryOptions(const WindowSettings &settings)
{
    HistoryOptions options;
    if (const auto days = number(settings, "history/sample_days", 1, mostDays))
        options.keepSamples = nanoseconds(day) * *days;
    if (const auto days = number(settings, "history/minute_days", 1, mostDays))
        options.keepMinutes = nanoseconds(day) * *days;
    if (const auto days = number(settings, "history/hour_days", 1, mostDays))
        options.keepHours = nanoseconds(day) * *days;
    if (const auto size = number(settings, "history/size_limit_mib", 1, mostMebibytes))
        options.sizeLimit = *size * mebibyte;
    return options;
}

void keepHistoryOptions(WindowSettings &settings, const HistoryOptions &options)
{
    const auto keep = [&settings](const char *key, qint64 value) {
        settings.setValue(QLatin1String(key), value);
    };
    keep("history/sample_days", options.keepSamples / day);
    keep("history/minute_days", options.keepMinutes / day);
    keep("history/hour_days", options.keepHours ? *options.keepHours / day : 0); // 0: forever
    keep("history/size_limit_mib", options.sizeLimit / mebibyte);                // 0: no limit
}

} // namespace Pongwatch
