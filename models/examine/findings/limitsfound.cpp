// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/limitsfound.h"

#include "engine/diagnosis/phrases.h"
#include "examine/findings/recommendation.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Pongwatch
{

namespace
{

struct LimitsFoundTexts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::LimitsFound)
};

ExaminedCut cutIn(const QJsonObject &facts)
{
    const QString by = facts.value(QLatin1String("cut_by")).toString();
    if (by == QLatin1String("close"))
        return {ExaminedCut::By::Close, quint16(facts.value(QLatin1String("close_code")).toInt(1005))};
    return {by == QLatin1String("reset") ? ExaminedCut::By::Reset : ExaminedCut::By::Fin};
}

bool isResetBy(const QJsonObject &facts, const char *traffic)
{
    return facts.value(QLatin1String("reset_by")).toArray().contains(QLatin1String(traffic));
}

/// Whether messages passed as well as pings, and did not help.
bool isWhateverPasses(const QJsonObject &facts)
{
    return facts.value(QLatin1String("data_passed")).toBool() ||
           facts.value(QLatin1String("not_reset_by")).toArray().contains(QLatin1String("data"));
}

std::optional<nanoseconds> limitIn(const Finding *finding, const char *key)
{
    if (!finding || finding->result != FindingResult::Limit)
        return std::nullopt;
    const auto limit = secondsIn(finding->facts, QLatin1String(key));
    return limit && *limit > nanoseconds(0) ? limit : std::nullopt;
}

} // namespace

std::optional<ExaminedLimits> limitsFound(const QList<Finding> &findings)
{
    ExaminedLimits limits;
    const Finding *idle = findFinding(findings, FindingKind::IdleLimit);
    if (const auto length = limitIn(idle, "idle_limit_s")) {
        limits.silence = ExaminedLimits::Silence{*length,
                                                 cutIn(idle->facts),
                                                 isResetBy(idle->facts, "ping"),
                                                 isResetBy(idle->facts, "pong"),
                                                 isResetBy(idle->facts, "data"),
                                                 recommendedPingInterval(*idle)};
    }
    const Finding *age = findFinding(findings, FindingKind::MaxAge);
    if (const auto length = limitIn(age, "age_limit_s"))
        limits.age = ExaminedLimits::Age{*length, cutIn(age->facts), isWhateverPasses(age->facts)};
    if (!limits.silence && !limits.age)
        return std::nullopt;
    if (const Finding *connect = findFinding(findings, FindingKind::Connect)) {
        limits.front = connect->facts.value(QLatin1String("front")).toString();
        limits.server = connect->facts.value(QLatin1String("server")).toString();
        limits.proxy = connect->facts.value(QLatin1String("proxy")).toString();
    }
    return limits;
}

std::optional<IntervalAdvice> intervalAdvice(const ConnectionSettings &settings, const ExaminedLimits &limits)
{
    if (!limits.silence || (settings.dialogue && !settings.dialogue->isSilent()))
        return std::nullopt;
    const ExaminedLimits::Silence &silence = *limits.silence;
    const std::optional<nanoseconds> &interval = settings.keepalive.interval;
    const bool sendsMessages = settings.keepalive.heartbeat.has_value();
    const bool resets = sendsMessages ? silence.dataResets : silence.pingsReset;
    if (resets && interval && *interval * 11 / 10 < silence.length)
        return std::nullopt;
    const QString length = spokenDuration(silence.length);
    if (!sendsMessages && !silence.pingsReset)
        return silence.dataResets
                   ? std::optional(IntervalAdvice{
                         LimitsFoundTexts::tr("An examination found that connections are cut after %1 "
                                              "without a message, and that "
                                              "pings don't count: set a heartbeat of messages.")
                             .arg(length)})
                   : std::nullopt;
    // Where messages are sent in place of pings, they are what has to come more often.
    if (!resets || !silence.recommended)
        return std::nullopt;
    const QString often = spokenDuration(*silence.recommended);
    return IntervalAdvice{
        interval ? LimitsFoundTexts::tr("An examination found that connections are cut after %1 of silence, "
                                        "but this peer is pinged only every %2. Ping it every %3, unless "
                                        "messages pass more often than that.")
                       .arg(length, spokenDuration(*interval), often)
                 : LimitsFoundTexts::tr("An examination found that connections are cut after %1 of silence, "
                                        "but this peer is not pinged. Ping it every %2, unless messages pass "
                                        "more often than that.")
                       .arg(length, often),
        silence.recommended};
}

} // namespace Pongwatch
