// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertsentence.h"

#include "engine/values/foreigntext.h"
#include "text/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr int mostNamesInAlert = 5;
constexpr qsizetype longestNameInAlert = 60;

struct AlertTexts {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::AlertText)
};

QString nameIn(const AlertMember &member)
{
    return Wording::harmless(member.name, longestNameInAlert);
}

/// "a, b and c", "a, b, c, d, e and 7 more"
QString namesOf(const std::vector<const AlertMember *> &members)
{
    QStringList names;
    for (const AlertMember *member : members)
        if (names.size() < mostNamesInAlert)
            names.append(nameIn(*member));
    const auto more = static_cast<int>(members.size()) - mostNamesInAlert;
    if (more <= 0)
        return QLocale().createSeparatedList(names);
    return AlertTexts::tr("%1 and %n more", "names", more)
        .arg(names.join(AlertTexts::tr(", ", "between names")));
}

nanoseconds asTime(double value)
{
    return nanoseconds(static_cast<nanoseconds::rep>(value));
}

/// What is wrong with one peer, in a few words.
class Trouble
{
public:
    Trouble(const AlertMember &member, const Formatter &format)
        : m_member(member)
        , m_format(format)
        , m_value(member.value.value_or(0))
    {
    }

    QString operator()(const StateLasts &) const { return Wording::health(m_member.health); }
    QString operator()(const PingsMissed &condition) const
    {
        const auto bad = static_cast<int>(m_value);
        return (condition.countsSlow ? AlertTexts::tr("%n of the last %1 pings slow or missed", nullptr, bad)
                                     : AlertTexts::tr("%n of the last %1 pings missed", nullptr, bad))
            .arg(m_format.number(condition.of));
    }
    QString operator()(const FigureAbove &condition) const
    {
        return figureOver(condition.figure, condition.window);
    }
    QString operator()(const FigureAbovePast &condition) const
    {
        const QString now = figureOver(condition.figure, condition.window);
        if (!m_member.usual)
            return now;
        const QString usual = condition.figure == AlertFigure::Loss
                                  ? m_format.percentage(*m_member.usual)
                                  : m_format.latency(asTime(*m_member.usual));
        return AlertTexts::tr("%1, usually %2 at this time of the day", "a figure over a time; a value")
            .arg(now, usual);
    }
    QString operator()(const BudgetBurns &condition) const
    {
        return AlertTexts::tr("its error budget is used %1 times as fast as it lasts, over %2",
                              "a number; a span of time")
            .arg(m_format.locale().toString(std::round(m_value * 10) / 10),
                 m_format.roundDuration(condition.window));
    }
    QString operator()(const EndsRepeat &condition) const
    {
        return AlertTexts::tr("%n ends within %1", "of connections and dials; a span of time",
                              static_cast<int>(m_value))
            .arg(m_format.roundDuration(condition.within));
    }
    QString operator()(const CertificateExpires &) const
    {
        return m_value <= 0
                   ? AlertTexts::tr("its certificate has expired")
                   : AlertTexts::tr("its certificate expires in %1").arg(m_format.duration(asTime(m_value)));
    }
    QString operator()(const GroupDown &) const { return {}; }
    QString operator()(const ObserverLags &) const { return {}; }

private:
    [[nodiscard]] QString figureOver(AlertFigure figure, nanoseconds over) const
    {
        const QString window = m_format.roundDuration(over);
        switch (figure) {
        case AlertFigure::Loss:
            return AlertTexts::tr("loss %1 over %2", "a percentage; a span of time")
                .arg(m_format.percentage(m_value), window);
        case AlertFigure::P50:
            return AlertTexts::tr("p50 %1 over %2", "a latency; a span of time")
                .arg(m_format.latency(asTime(m_value)), window);
        case AlertFigure::P95:
            return AlertTexts::tr("p95 %1 over %2", "a latency; a span of time")
                .arg(m_format.latency(asTime(m_value)), window);
        case AlertFigure::Jitter:
            break;
        }
        return AlertTexts::tr("jitter %1 over %2", "a latency; a span of time")
            .arg(m_format.latency(asTime(m_value)), window);
    }

    const AlertMember &m_member;
    const Formatter &m_format;
    double m_value;
};

/// Why, as far as that is known; may be empty.
QString whyOf(const AlertMember &member)
{
    if (member.health == Health::Flapping && member.verdict)
        return Wording::flappingSentence(member.lost, *member.verdict);
    return member.verdict ? Wording::endSentence(*member.verdict) : QString();
}

bool isAboutState(const AlertRule &rule)
{
    return std::holds_alternative<StateLasts>(rule.condition) ||
           std::holds_alternative<EndsRepeat>(rule.condition);
}

AlertWords troubleOfPeers(const AlertChange &change, const Formatter &format)
{
    const AlertCase &alert = change.about;
    std::vector<const AlertMember *> members;
    for (const AlertMember &member : alert.members)
        if (member.inTrouble)
            members.push_back(&member);
    if (members.empty())
        return {};
    const AlertMember &first = *members.front();
    QStringList body;
    QString title;
    if (members.size() == 1) {
        title = AlertTexts::tr("%1: %2", "peer: state")
                    .arg(nameIn(first), std::visit(Trouble(first, format), alert.rule.condition));
        if (isAboutState(alert.rule))
            body.append(whyOf(first));
        body.append(AlertTexts::tr("Since %1.").arg(format.moment(first.since, change.time)));
    } else {
        title = AlertTexts::tr("%n peers in trouble", nullptr, static_cast<int>(members.size()));
        body.append(AlertTexts::tr("%1.", "names").arg(namesOf(members)));
        if (isAboutState(alert.rule) && !whyOf(first).isEmpty())
            body.append(AlertTexts::tr("%1: %2", "peer: why").arg(nameIn(first), whyOf(first)));
        if (alert.isMixed)
            body.append(
                AlertTexts::tr("They are told together, since there were many alerts within an hour."));
    }
    if (const Suspicion suspicion = suspicionOf(alert); isAboutState(alert.rule))
        body.append(Wording::suspicion(suspicion));
    if (!alert.behind.isEmpty())
        body.append(AlertTexts::tr("%n peers behind it are down, too.", nullptr,
                                   static_cast<int>(alert.behind.size())));
    body.removeAll(QString());
    return {title, body.join(u' ')};
}

AlertWords troubleOfGroup(const AlertMember &group, const Formatter &format)
{
    const QString share = format.percentage(group.value.value_or(0));
    const QString title = group.name.isEmpty()
                              ? AlertTexts::tr("%1 of all peers are down", "a percentage").arg(share)
                              : AlertTexts::tr("%1: %2 of its peers are down", "a group; a percentage")
                                    .arg(nameIn(group), share);
    QStringList names;
    for (const QString &name : group.downPeers)
        names.append(Wording::harmless(name, longestNameInAlert));
    return {title, names.isEmpty()
                       ? QString()
                       : AlertTexts::tr("Among them: %1.").arg(QLocale().createSeparatedList(names))};
}

AlertWords troubleOfObserver(const AlertMember &observer, const Formatter &format)
{
    return {AlertTexts::tr("This machine is late"),
            AlertTexts::tr("The program handled events up to %1 too late. What it measured meanwhile is not "
                           "reliable, and alerts about peers are held back.")
                .arg(format.duration(asTime(observer.value.value_or(0))))};
}

AlertWords recoveryWords(const AlertChange &change, const Formatter &format)
{
    const AlertCase &alert = change.about;
    if (alert.subject == AlertSubject::Observer)
        return {AlertTexts::tr("This machine keeps up again"), {}};
    std::vector<const AlertMember *> well;
    std::vector<const AlertMember *> dropped;
    for (const AlertMember &member : alert.members)
        (member.isDropped ? dropped : well).push_back(&member);
    const auto count = [](const auto &members) { return static_cast<int>(members.size()); };
    AlertWords words;
    if (well.size() == 1) {
        const QString name =
            well.front()->name.isEmpty() ? AlertTexts::tr("All peers") : nameIn(*well.front());
        words.title = AlertTexts::tr("%1 has recovered", "a peer's name").arg(name);
        words.body = AlertTexts::tr("It had been in trouble for %1.")
                         .arg(format.age(change.time - well.front()->since));
    } else if (!well.empty()) {
        words.title = AlertTexts::tr("%n peers have recovered", nullptr, count(well));
        words.body = AlertTexts::tr("%1.", "names").arg(namesOf(well));
    }
    if (dropped.empty())
        return words;
    const QString gone =
        AlertTexts::tr("%n peers are not watched for this any more", nullptr, count(dropped));
    if (well.empty())
        return {gone, AlertTexts::tr("%1.", "names").arg(namesOf(dropped))};
    words.body += u' ' + AlertTexts::tr("%1: %2.", "what; names").arg(gone, namesOf(dropped));
    return words;
}

AlertWords troubleWords(const AlertChange &change, const Formatter &format)
{
    switch (change.about.subject) {
    case AlertSubject::Group:
        return troubleOfGroup(change.about.members.front(), format);
    case AlertSubject::Observer:
        return troubleOfObserver(change.about.members.front(), format);
    case AlertSubject::Peer:
        break;
    }
    return troubleOfPeers(change, format);
}

} // namespace

AlertWords alertWords(const AlertChange &change, const Formatter &format)
{
    if (change.about.members.empty())
        return {};
    if (change.kind == AlertChange::Kind::Resolved)
        return recoveryWords(change, format);
    AlertWords words = troubleWords(change, format);
    if (change.kind == AlertChange::Kind::Escalated)
        words.title = AlertTexts::tr("Not acknowledged for %1: %2", "a span of time; what is wrong")
                          .arg(format.age(change.about.rule.escalateAfter), words.title);
    return words;
}

Suspicion suspicionOf(const AlertCase &alert)
{
    Suspicion all;
    if (alert.subject == AlertSubject::Observer)
        return {Suspect::ThisSide, {}};
    for (const AlertMember &member : alert.members) {
        if (!member.inTrouble || (!member.verdict && !member.evidence))
            continue;
        const Suspicion one = member.verdict ? suspicionOf(*member.verdict) : suspicionOf(*member.evidence);
        all.likely |= one.likely;
        all.possible |= one.possible;
    }
    all.possible &= ~all.likely;
    return all;
}

} // namespace Pongwatch
