// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/recommendation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace Pongwatch
{

namespace
{

struct RecommendationTexts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Recommendation)
};

constexpr seconds longestInterval{20};
constexpr std::array<milliseconds, 10> roundIntervals{
    milliseconds(20000), milliseconds(15000), milliseconds(10000), milliseconds(5000), milliseconds(4000),
    milliseconds(3000),  milliseconds(2000),  milliseconds(1500),  milliseconds(1000), milliseconds(500)};

/// A number as it is typed into a program: "20", "1.5".
QString typed(double value)
{
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

std::optional<nanoseconds> recommendedPingInterval(const Finding &idleLimit)
{
    const auto limit = secondsIn(idleLimit.facts, QLatin1String("idle_limit_s"));
    if (!limit || idleLimit.result != FindingResult::Limit || *limit <= nanoseconds(0) ||
        !idleLimit.facts.value(QLatin1String("reset_by")).toArray().contains(QStringLiteral("ping")))
        return std::nullopt;
    // A little more than a third, so that 29.98 s count as 30.
    const nanoseconds third = std::min<nanoseconds>(*limit * 34 / 100, longestInterval);
    const auto *const found = std::find_if(roundIntervals.begin(), roundIntervals.end(),
                                           [third](milliseconds interval) { return interval <= third; });
    return found == roundIntervals.end() ? std::chrono::floor<milliseconds>(third) : nanoseconds(*found);
}

QStringList recommendationForOthers(nanoseconds interval)
{
    const QString s = typed(toSeconds(interval));
    const QString ms = typed(toMilliseconds(interval));
    return {
        QStringLiteral("python-websockets: connect(url, ping_interval=%1)").arg(s),
        QStringLiteral("ws (Node): setInterval(() => socket.ping(), %1)").arg(ms),
        QStringLiteral("Gorilla: time.NewTicker(%1 * time.Millisecond), then "
                       "conn.WriteControl(websocket.PingMessage, nil, deadline)")
            .arg(ms),
        QStringLiteral("QWebSocket: connect(&timer, &QTimer::timeout, &socket, [&] { socket.ping(); }); "
                       "timer.start(%1)")
            .arg(ms),
        RecommendationTexts::tr(
            "Browsers can't send pings: let the server ping every %1 s, or send a message "
            "of your own: setInterval(() => socket.send('…'), %2)")
            .arg(s, ms),
    };
}

} // namespace Pongwatch
