// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/fleetreader.h"

#include <QMap>
#include <QSet>

#include <array>
#include <tuple>

namespace Pongwatch
{

namespace
{

/// A peer of a vantage: group, name, vantage.
using SightKey = std::tuple<QString, QString, QString>;

QString vantageOf(const QueriedSeries &series)
{
    const QString vantage = series.labels.value(QStringLiteral("vantage"));
    return vantage.isEmpty() ? series.labels.value(QStringLiteral("instance")) : vantage;
}

SightKey keyOf(const QueriedSeries &series)
{
    return {series.labels.value(QStringLiteral("group")), series.labels.value(QStringLiteral("peer")),
            vantageOf(series)};
}

double valueOf(const QueriedSeries &series)
{
    return series.points.isEmpty() ? 0 : series.points.last().value;
}

} // namespace

const std::array<FleetAnswers::Question, 8> &FleetAnswers::questions()
{
    static constexpr std::array<Question, 8> all{{
        {"max by (peer, group, vantage, instance) (pongwatch_peer_up)", &FleetAnswers::up},
        {"max by (peer, group, vantage, instance) (max_over_time(pongwatch_peer_up[1h])) unless "
         "max by (peer, group, vantage, instance) (pongwatch_peer_up)",
         &FleetAnswers::before},
        {"max by (vantage, instance) (pongwatch_build_info)", &FleetAnswers::agents},
        {"max by (vantage, provider) (max_over_time(pongwatch_vantage_info[1h]))", &FleetAnswers::places},
        {"max by (peer, group, vantage, instance, state) (pongwatch_peer_state == 1)", &FleetAnswers::states},
        {"min by (peer, group, vantage, instance) (pongwatch_trouble_since_timestamp_seconds)",
         &FleetAnswers::troubles},
        {"max by (peer, group, url) (pongwatch_peer_info)", &FleetAnswers::urls},
        {"max by (peer, group, vantage, instance, cause, suspect) (pongwatch_last_end_info) and on (peer, "
         "group, "
         "vantage, instance) (max by (peer, group, vantage, instance) (pongwatch_peer_up) == 0)",
         &FleetAnswers::ends},
    }};
    return all;
}

FleetView fleetOf(const FleetAnswers &answers, WallTime at)
{
    QHash<QString, QString> providers;
    for (const QueriedSeries &place : answers.places)
        providers.insert(vantageOf(place), place.labels.value(QStringLiteral("provider")));
    QSet<QString> heard;
    for (const QueriedSeries &agent : answers.agents)
        heard.insert(vantageOf(agent));

    QMap<SightKey, VantageSight> sights;
    const auto sightOf = [&sights, &providers](const QueriedSeries &series) -> VantageSight & {
        VantageSight &sight = sights[keyOf(series)];
        sight.vantage = vantageOf(series);
        sight.provider = providers.value(sight.vantage);
        return sight;
    };
    for (const QueriedSeries &series : answers.up)
        sightOf(series).sight = valueOf(series) > 0 ? Sight::Up : Sight::Down;
    for (const QueriedSeries &series : answers.before) {
        // The vantage is heard, so it no longer watches the peer.
        if (!heard.contains(vantageOf(series)) && !sights.contains(keyOf(series)))
            sightOf(series).sight = Sight::Silent;
    }
    const auto known = [&sights](const QueriedSeries &series) -> VantageSight * {
        const auto found = sights.find(keyOf(series));
        return found == sights.end() || found->sight == Sight::Silent ? nullptr : &*found;
    };
    for (const QueriedSeries &series : answers.states)
        if (VantageSight *sight = known(series))
            sight->state = series.labels.value(QStringLiteral("state"));
    for (const QueriedSeries &series : answers.troubles)
        if (VantageSight *sight = known(series); sight && sight->sight == Sight::Down)
            sight->since = WallTime(std::chrono::round<microseconds>(fromSeconds(valueOf(series))));
    for (const QueriedSeries &series : answers.ends) {
        if (VantageSight *sight = known(series); sight && sight->sight == Sight::Down) {
            sight->cause = series.labels.value(QStringLiteral("cause"));
            sight->suspect = series.labels.value(QStringLiteral("suspect"));
        }
    }

    QHash<std::pair<QString, QString>, QString> urls; // by group and name
    for (const QueriedSeries &series : answers.urls)
        urls.insert(
            {series.labels.value(QStringLiteral("group")), series.labels.value(QStringLiteral("peer"))},
            series.labels.value(QStringLiteral("url")));

    FleetView fleet;
    fleet.at = at;
    QSet<QString> vantages = heard;
    for (auto sight = sights.cbegin(); sight != sights.cend(); ++sight) {
        const auto &[group, name, vantage] = sight.key();
        if (fleet.peers.isEmpty() || fleet.peers.last().name != name || fleet.peers.last().group != group)
            fleet.peers.append({name, group, urls.value({group, name})});
        fleet.peers.last().sights.append(*sight);
        vantages.insert(vantage);
    }
    fleet.vantages = vantages.values();
    fleet.vantages.sort();
    return fleet;
}

void readFleet(QueryClient &client, const std::function<void(const Result<FleetView> &)> &receiver)
{
    struct Reading {
        FleetAnswers answers;
        size_t missing = FleetAnswers::questions().size();
        bool failed = false;
    };
    const auto reading = std::make_shared<Reading>();
    for (const FleetAnswers::Question &question : FleetAnswers::questions()) {
        client.query(QString::fromLatin1(question.expression),
                     [reading, receiver, question](const Result<QList<QueriedSeries>> &answer) {
                         if (reading->failed)
                             return;
                         if (!answer) {
                             reading->failed = true;
                             receiver(answer.error());
                             return;
                         }
                         reading->answers.*question.answer = answer.value();
                         if (--reading->missing == 0)
                             receiver(fleetOf(reading->answers, currentWallTime()));
                     });
    }
}

} // namespace Pongwatch
