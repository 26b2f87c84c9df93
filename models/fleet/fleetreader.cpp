// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/fleetreader.h"

#include "fleet/labelmatcher.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <memory>
#include <tuple>

namespace Pongwatch
{

namespace
{

QString vantageOf(const QueriedSeries &series)
{
    const QString vantage = series.labels.value(u"vantage");
    return vantage.isEmpty() ? series.labels.value(u"instance") : vantage;
}

double valueOf(const QueriedSeries &series)
{
    return series.points.isEmpty() ? 0 : series.points.last().value;
}

QStringList sortedNames(const QSet<QString> &names)
{
    QStringList sorted = names.values();
    sorted.sort();
    return sorted;
}

bool isUp(const QueriedSeries &series)
{
    return valueOf(series) > 0;
}

QSet<QString> vantagesIn(const QList<QueriedSeries> &answer)
{
    QSet<QString> vantages;
    for (const QueriedSeries &series : answer)
        vantages.insert(vantageOf(series));
    return vantages;
}

/// The same expression for each of these selectors (the inside of braces), with %1 in their place.
QString forEach(const QStringList &selectors, const QString &expression)
{
    QStringList parts;
    for (const QString &selector : selectors)
        parts.append(QString(expression).replace(QStringLiteral("%1"), selector));
    return parts.join(QStringLiteral(" or "));
}

/// The series of vantages that were heard in the last hour, and are not now.
QStringList silentSelectors(const FleetAnswers &answers)
{
    const QSet<QString> heard = vantagesIn(answers.agents);
    QStringList named;
    QStringList addresses; // of agents without the name of a vantage
    for (const QueriedSeries &series : answers.lately)
        if (const QString vantage = vantageOf(series); !heard.contains(vantage))
            (series.labels.value(u"vantage").isEmpty() ? addresses : named).append(vantage);
    named.removeDuplicates(); // an agent may have moved
    QStringList selectors;
    if (!named.isEmpty())
        selectors.append(matcherOf("vantage", named));
    if (!addresses.isEmpty())
        selectors.append(QStringLiteral("vantage=\"\",") + matcherOf("instance", addresses));
    return selectors;
}

/// The series of all peers that are down, and few others.
QStringList downSelectors(const FleetAnswers &answers)
{
    constexpr qsizetype mostNamed = 200; // above that, all of them are quicker
    QHash<QString, int> balance;         // by vantage: how many more are down than up
    for (const QueriedSeries &series : answers.up)
        balance[series.labels.value(u"vantage")] += isUp(series) ? -1 : 1;
    QSet<QString> vantages; // that see most peers down, such as a place whose network is cut
    QSet<QString> peers;    // down as seen from others
    for (const QueriedSeries &series : answers.up) {
        if (isUp(series))
            continue;
        const QString vantage = series.labels.value(u"vantage");
        if (!vantage.isEmpty() && balance.value(vantage) > 0)
            vantages.insert(vantage);
        else
            peers.insert(series.labels.value(u"peer"));
    }
    if (peers.size() > mostNamed)
        return {QString()};
    QStringList selectors;
    if (!vantages.isEmpty())
        selectors.append(matcherOf("vantage", sortedNames(vantages)));
    if (!peers.isEmpty())
        selectors.append(matcherOf("peer", sortedNames(peers)));
    return selectors;
}

} // namespace

const QList<FleetAnswers::Question> &FleetAnswers::questions()
{
    static const QList<Question> all{
        {QStringLiteral("max by (peer, group, vantage, instance) (pongwatch_peer_up)"), &FleetAnswers::up},
        {QStringLiteral("max by (vantage, instance) (pongwatch_build_info)"), &FleetAnswers::agents},
        {QStringLiteral("max by (vantage, instance) (max_over_time(pongwatch_build_info[1h])) unless "
                        "max by (vantage, instance) (pongwatch_build_info)"),
         &FleetAnswers::lately},
        {QStringLiteral("max by (vantage, provider) (max_over_time(pongwatch_vantage_info[1h]))"),
         &FleetAnswers::places},
        {QStringLiteral("max by (peer, group, vantage, instance, state) "
                        "(pongwatch_peer_state{state=~\"slow|stale\"} == 1)"),
         &FleetAnswers::states},
        {QStringLiteral(
             "min by (peer, group, vantage, instance) (pongwatch_trouble_since_timestamp_seconds)"),
         &FleetAnswers::troubles},
        {QStringLiteral("max by (peer, group, url) (pongwatch_peer_info)"), &FleetAnswers::urls},
    };
    return all;
}

QList<FleetAnswers::Question> FleetAnswers::followUps() const
{
    QList<Question> questions;
    if (const QStringList silent = silentSelectors(*this); !silent.isEmpty())
        questions.append({forEach(silent, QStringLiteral("max by (peer, group, vantage, instance) "
                                                         "(max_over_time(pongwatch_peer_up{%1}[1h]))")),
                          &FleetAnswers::before});
    const QStringList down = downSelectors(*this);
    if (down.isEmpty())
        return questions;
    QStringList notUp; // the states of connections that are not up
    for (const QString &selector : down)
        notUp.append(QStringLiteral("state!~\"ok|slow|stale\"") +
                     (selector.isEmpty() ? selector : QString(u',' + selector)));
    questions.append({forEach(notUp, QStringLiteral("max by (peer, group, vantage, instance, state) "
                                                    "(pongwatch_peer_state{%1} == 1)")),
                      &FleetAnswers::states});
    questions.append({forEach(down, QStringLiteral("max by (peer, group, vantage, instance, cause, suspect) "
                                                   "(pongwatch_last_end_info{%1})")),
                      &FleetAnswers::ends});
    return questions;
}

namespace
{

/// The rows of a fleet while they are put together.
class FleetTable
{
public:
    VantageSight *find(const QueriedSeries &series)
    {
        FleetPeer *peer = peerOf(series);
        return peer ? sightIn(*peer, vantageOf(series)) : nullptr;
    }

    /// Makes it if it is not there.
    VantageSight &sightOf(const QueriedSeries &series)
    {
        FleetPeer *peer = peerOf(series);
        if (!peer) {
            const RowKey key = keyOf(series);
            m_rows.insert(key, m_peers.size());
            m_peers.append({key.second, key.first});
            peer = &m_peers.last();
        }
        VantageSight sight;
        sight.vantage = vantageOf(series);
        if (VantageSight *there = sightIn(*peer, sight.vantage))
            return *there;
        peer->sights.append(sight);
        return peer->sights.last();
    }

    FleetPeer *peerOf(const QueriedSeries &series)
    {
        const auto row = m_rows.constFind(keyOf(series));
        return row == m_rows.cend() ? nullptr : &m_peers[*row];
    }

    QList<FleetPeer> take()
    {
        for (FleetPeer &peer : m_peers)
            std::sort(peer.sights.begin(), peer.sights.end(),
                      [](const VantageSight &a, const VantageSight &b) { return a.vantage < b.vantage; });
        std::sort(m_peers.begin(), m_peers.end(), [](const FleetPeer &a, const FleetPeer &b) {
            return std::tie(a.group, a.name) < std::tie(b.group, b.name);
        });
        return std::move(m_peers);
    }

private:
    using RowKey = std::pair<QString, QString>; // group and name

    static RowKey keyOf(const QueriedSeries &series)
    {
        return {series.labels.value(u"group"), series.labels.value(u"peer")};
    }

    static VantageSight *sightIn(FleetPeer &peer, const QString &vantage)
    {
        const auto its = std::find_if(peer.sights.begin(), peer.sights.end(),
                                      [&vantage](const VantageSight &one) { return one.vantage == vantage; });
        return its == peer.sights.end() ? nullptr : &*its;
    }

    QHash<RowKey, qsizetype> m_rows;
    QList<FleetPeer> m_peers;
};

/// When a trouble began, as a server tells it: none if it can't be true. Clocks differ a little, so it may be
/// a while from now.
std::optional<WallTime> plausible(WallTime told, WallTime now)
{
    constexpr std::chrono::hours longestTrouble(10 * 366 * 24);
    constexpr std::chrono::hours mostAhead(24);
    return told > now - longestTrouble && told < now + mostAhead ? std::optional(told) : std::nullopt;
}

} // namespace

FleetView fleetOf(const FleetAnswers &answers, WallTime at)
{
    const QSet<QString> heard = vantagesIn(answers.agents);
    FleetTable table;
    for (const QueriedSeries &series : answers.up) {
        VantageSight &sight = table.sightOf(series);
        sight.sight = isUp(series) ? Sight::Up : Sight::Down;
        sight.state = isUp(series) ? QStringLiteral("ok") : QString(); // unless another is told
    }
    const auto downSight = [&table](const QueriedSeries &series) -> VantageSight * {
        VantageSight *sight = table.find(series);
        return sight && sight->sight == Sight::Down ? sight : nullptr;
    };
    for (const QueriedSeries &series : answers.states)
        if (VantageSight *sight = table.find(series))
            sight->state = series.labels.value(u"state");
    for (const QueriedSeries &series : answers.troubles)
        if (VantageSight *sight = downSight(series))
            sight->since =
                plausible(WallTime(std::chrono::round<microseconds>(fromSeconds(valueOf(series)))), at);
    for (const QueriedSeries &series : answers.ends) {
        if (VantageSight *sight = downSight(series)) {
            sight->cause = series.labels.value(u"cause");
            sight->suspect = series.labels.value(u"suspect");
        }
    }
    for (const QueriedSeries &series : answers.before) {
        // A vantage that is heard no longer watches the peer.
        if (!heard.contains(vantageOf(series)) && !table.find(series))
            table.sightOf(series).sight = Sight::Silent;
    }
    for (const QueriedSeries &series : answers.urls)
        if (FleetPeer *peer = table.peerOf(series))
            peer->url = series.labels.value(u"url");

    FleetView fleet;
    fleet.at = at;
    fleet.peers = table.take();
    QHash<QString, QString> providers;
    for (const QueriedSeries &place : answers.places)
        providers.insert(vantageOf(place), place.labels.value(u"provider"));
    QSet<QString> vantages = heard;
    for (FleetPeer &peer : fleet.peers) {
        for (VantageSight &sight : peer.sights) {
            sight.provider = providers.value(sight.vantage);
            vantages.insert(sight.vantage);
        }
    }
    fleet.vantages = sortedNames(vantages);
    return fleet;
}

namespace
{

struct FleetBeingRead {
    QueryClient *client = nullptr;
    std::function<void(const Result<FleetView> &)> receiver;
    FleetAnswers answers;
    qsizetype missing = 0;
    bool failed = false;
};

void askAll(const std::shared_ptr<FleetBeingRead> &reading, const QList<FleetAnswers::Question> &questions,
            const std::function<void()> &then)
{
    reading->missing = questions.size();
    for (const FleetAnswers::Question &question : questions) {
        reading->client->query(question.expression, [reading, answer = question.answer,
                                                     then](const Result<QList<QueriedSeries>> &answered) {
            if (reading->failed)
                return;
            if (!answered) {
                reading->failed = true;
                reading->receiver(answered.error());
                return;
            }
            reading->answers.*answer += answered.value();
            if (--reading->missing == 0)
                then();
        });
    }
}

} // namespace

void readFleet(QueryClient &client, const std::function<void(const Result<FleetView> &)> &receiver)
{
    const auto reading = std::make_shared<FleetBeingRead>();
    reading->client = &client;
    reading->receiver = receiver;
    const auto finish = [reading] { reading->receiver(fleetOf(reading->answers, currentWallTime())); };
    askAll(reading, FleetAnswers::questions(), [reading, finish] {
        const QList<FleetAnswers::Question> more = reading->answers.followUps();
        if (more.isEmpty())
            finish();
        else
            askAll(reading, more, finish);
    });
}

} // namespace Pongwatch
