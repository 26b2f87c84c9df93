// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rulesentence.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct RuleTexts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::AlertRuleText)
};

class ConditionSentence
{
public:
    explicit ConditionSentence(const Formatter &format)
        : m_format(format)
    {
    }

    QString operator()(const StateLasts &condition) const
    {
        QStringList states;
        for (const AlertState state : allAlertStates)
            if (condition.states.testFlag(state))
                states.append(stateName(state));
        QString text = states.join(RuleTexts::tr(" or ", "between states"));
        if (condition.lasts.count() > 0)
            text = RuleTexts::tr("%1 for %2", "states; a span of time").arg(text, span(condition.lasts));
        if (condition.failedDials > 0)
            text += RuleTexts::tr(", after %n failed dials", nullptr, condition.failedDials);
        return text;
    }
    QString operator()(const PingsMissed &condition) const
    {
        return (condition.countsSlow
                    ? RuleTexts::tr("%n of the last %1 pings slow or missed", nullptr, condition.missed)
                    : RuleTexts::tr("%n of the last %1 pings missed", nullptr, condition.missed))
            .arg(m_format.number(condition.of));
    }
    QString operator()(const FigureAbove &condition) const
    {
        return RuleTexts::tr("%1 above %2 over %3", "a figure; its limit; a span of time")
            .arg(figureName(condition.figure), limit(condition.figure, condition.above),
                 span(condition.window));
    }
    QString operator()(const FigureAbovePast &condition) const
    {
        return RuleTexts::tr("%1 over %2 above %3 times the usual at this time of the day",
                             "a figure; a span of time; a number")
            .arg(figureName(condition.figure), span(condition.window),
                 m_format.locale().toString(condition.times));
    }
    QString operator()(const BudgetBurns &condition) const
    {
        return RuleTexts::tr("Error budget used %1 times as fast as it lasts, over %2 and %3",
                             "a number; two spans of time")
            .arg(m_format.locale().toString(condition.rate), span(condition.window),
                 span(condition.shortWindow));
    }
    QString operator()(const EndsRepeat &condition) const
    {
        return RuleTexts::tr("%n ends of connections or dials within %1", nullptr, condition.count)
            .arg(span(condition.within));
    }
    QString operator()(const CertificateExpires &condition) const
    {
        return RuleTexts::tr("Certificate expires within %1").arg(span(condition.within));
    }
    QString operator()(const GroupDown &condition) const
    {
        const QString text =
            RuleTexts::tr("%1 of a group down", "a percentage").arg(m_format.percentage(condition.share));
        return condition.lasts.count() > 0
                   ? RuleTexts::tr("%1 for %2", "states; a span of time").arg(text, span(condition.lasts))
                   : text;
    }
    QString operator()(const ObserverLags &condition) const
    {
        return RuleTexts::tr("This machine is late by more than %1").arg(m_format.latency(condition.above));
    }

private:
    [[nodiscard]] QString span(nanoseconds time) const { return m_format.roundDuration(time); }
    [[nodiscard]] QString limit(AlertFigure figure, double value) const
    {
        return figure == AlertFigure::Loss
                   ? m_format.percentage(value)
                   : m_format.latency(nanoseconds(static_cast<nanoseconds::rep>(value)));
    }

    const Formatter &m_format;
};

} // namespace

QString ruleSentence(const AlertCondition &condition, const Formatter &format)
{
    return std::visit(ConditionSentence(format), condition);
}

QString windowSentence(const MaintenanceWindow &window, const Formatter &format)
{
    if (const auto *once = std::get_if<OnceWindow>(&window.when))
        return RuleTexts::tr("%1 to %2", "two moments or times of the day")
            .arg(format.moment(once->from, ClockPrecision::Minutes),
                 format.moment(once->to, ClockPrecision::Minutes));
    const auto &weekly = std::get<WeeklyWindow>(window.when);
    QStringList days;
    for (const int day : weekly.days)
        days.append(format.locale().standaloneDayName(day, QLocale::ShortFormat));
    QString text = days.join(u' ') + u' ' +
                   RuleTexts::tr("%1 to %2", "two moments or times of the day")
                       .arg(format.clock(weekly.from, ClockPrecision::Minutes),
                            format.clock(weekly.to, ClockPrecision::Minutes));
    if (!weekly.zone.isEmpty())
        text += QStringLiteral(", ") + QString::fromUtf8(weekly.zone);
    return text;
}

QString standingInWords(const Objective &objective, const ObjectiveStanding &standing,
                        const Formatter &format)
{
    QStringList parts;
    if (standing.open && objective.open)
        parts.append(RuleTexts::tr("%1 open (of %2)", "a share of time; what it should be")
                         .arg(format.percentage(*standing.open), format.percentage(*objective.open)));
    if (standing.pings && objective.pings)
        parts.append(RuleTexts::tr("%1 of pings within %2 (of %3)", "a share; a latency; what it should be")
                         .arg(format.percentage(*standing.pings), format.latency(objective.within),
                              format.percentage(*objective.pings)));
    const std::optional<double> left = standing.left();
    if (!left)
        parts.append(RuleTexts::tr("nothing is known yet"));
    else if (*left > 0)
        parts.append(
            RuleTexts::tr("%1 of its error budget left", "a percentage").arg(format.percentage(*left)));
    else
        parts.append(RuleTexts::tr("missed: its error budget is used up"));
    return parts.join(QStringLiteral(", "));
}

QString standingSentence(const Objective &objective, const ObjectiveStanding &standing,
                         const Formatter &format)
{
    return RuleTexts::tr("%1: %2", "an objective; how it stands")
        .arg(objective.name, standingInWords(objective, standing, format));
}

QString stateName(AlertState state)
{
    switch (state) {
    case AlertState::Down:
        return RuleTexts::tr("Down", "a state: not connected, silent or stale");
    case AlertState::TimedOut:
        return RuleTexts::tr("Timed out", "a state");
    case AlertState::Failed:
        return RuleTexts::tr("Failed", "a state: down, and not dialled again");
    case AlertState::Slow:
        return RuleTexts::tr("Slow", "a state");
    case AlertState::Flapping:
        return RuleTexts::tr("Flapping", "a state");
    case AlertState::Stale:
        break;
    }
    return RuleTexts::tr("Stale", "a state: its feed has stopped");
}

QString figureName(AlertFigure figure)
{
    switch (figure) {
    case AlertFigure::Loss:
        return RuleTexts::tr("Loss");
    case AlertFigure::P50:
        return RuleTexts::tr("p50");
    case AlertFigure::P95:
        return RuleTexts::tr("p95");
    case AlertFigure::Jitter:
        break;
    }
    return RuleTexts::tr("Jitter");
}

} // namespace Pongwatch
