// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertpast.h"

#include "engine/values/settings.h"
#include "history/timegrid.h"
#include "history/watchedstates.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr std::chrono::hours aDay{24};
constexpr std::chrono::hours anHour{1};
constexpr int pastHours = 31 * 24 + 1;

bool isAboutPast(const AlertPeer &what)
{
    return std::any_of(what.rules.begin(), what.rules.end(), [](const AlertRule &rule) {
        return rule.enabled && std::holds_alternative<FigureAbovePast>(rule.condition);
    });
}

/// Of the pings of a column, how many were answered within a limit.
quint64 answeredWithin(const LatencyHistogram &latencies, nanoseconds within)
{
    quint64 count = 0;
    for (const LatencyHistogram::Cell &cell : latencies.cells())
        if (LatencyHistogram::lowerBound(cell.bucket) <= within)
            count += cell.count();
    return count;
}

} // namespace

AlertPast::AlertPast(HistoryReader *reader, AlertBook *book, AlertKeeper::Now now, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_book(book)
    , m_now(std::move(now))
    , m_began(m_now())
{
    connect(reader, &HistoryReader::peersReady, this,
            [this](HistoryRequest request, const std::vector<HistoryPeer> &peers) {
                if (request == m_rows)
                    takePeers(peers);
            });
    connect(reader, &HistoryReader::seriesReady, this,
            [this](HistoryRequest request, const HistorySeries &series) { takeStates(series, request); });
    connect(reader, &HistoryReader::heatReady, this,
            [this](HistoryRequest request, const std::vector<HeatColumn> &columns) {
                takePings(columns, request);
            });
    connect(reader, &HistoryReader::figuresReady, this,
            [this](HistoryRequest request, const RangeFigures &figures) { takeFigures(figures, request); });
    m_again.setInterval(std::chrono::minutes(30));
    connect(&m_again, &QTimer::timeout, this, &AlertPast::askAll);
}

void AlertPast::lookUp(PeerId peer, const QString &name, const QUrl &url, const AlertPeer &what)
{
    const bool wantsObjectives = !what.objectives.isEmpty();
    const bool wantsPast = isAboutPast(what);
    if (!wantsObjectives && !wantsPast) {
        m_peers.remove(peer);
        return;
    }
    Peer &its = m_peers[peer];
    const bool isNews = (wantsPast && !its.wantsPast) || (wantsObjectives && !its.wantsObjectives) ||
                        its.name != name || its.url != displayUrl(url);
    its.name = name;
    its.url = displayUrl(url);
    its.wantsObjectives = wantsObjectives;
    its.wantsPast = wantsPast;
    if (!isNews)
        return;
    m_again.start();
    if (m_rows == 0)
        m_rows = m_reader->requestPeers();
}

void AlertPast::forget(PeerId peer)
{
    m_peers.remove(peer);
    if (m_peers.isEmpty())
        m_again.stop();
}

void AlertPast::takePeers(const std::vector<HistoryPeer> &peers)
{
    m_rows = 0;
    for (Peer &its : m_peers) {
        const auto known = std::find_if(peers.begin(), peers.end(), [&its](const HistoryPeer &peer) {
            return peer.name == its.name && displayUrl(peer.url) == its.url;
        });
        its.row = known == peers.end() ? 0 : known->row;
        ask(its);
    }
}

void AlertPast::ask(Peer &peer)
{
    if (peer.row == 0)
        return;
    if (peer.wantsObjectives && !peer.askedObjectives) {
        peer.askedObjectives = true;
        const WallTime from = TimeGrid::alignedDown(m_began - 31 * aDay, anHour);
        HistorySeriesWish wish;
        wish.peer = peer.row;
        wish.from = from;
        wish.to = m_began;
        peer.states = m_reader->requestSeries(wish);
        peer.pings =
            m_reader->requestHeat(peer.row, HeatGrid{from, from + pastHours * anHour, pastHours}, m_began);
    }
    if (!peer.wantsPast)
        return;
    for (auto day = peer.days.cbegin(); day != peer.days.cend(); ++day)
        m_reader->cancel(day.key());
    peer.days.clear();
    peer.past.clear();
    const WallTime now = m_now();
    for (int day = 1; day <= FigureAbovePast::days; ++day) {
        const WallTime then = now - day * aDay;
        peer.days.insert(m_reader->requestFigures(peer.row, then - FigureAbovePast::around,
                                                  then + FigureAbovePast::around),
                         day);
    }
}

void AlertPast::askAll()
{
    if (m_rows == 0 && !m_peers.isEmpty())
        m_rows = m_reader->requestPeers(); // one may have got its first row meanwhile
}

void AlertPast::takeStates(const HistorySeries &series, HistoryRequest request)
{
    // The coarse picture comes first, and has the states, too; the ends are in the fine one.
    if (series.detail != SeriesDetail::Fine)
        return;
    for (auto its = m_peers.begin(); its != m_peers.end(); ++its) {
        if (its->states != request)
            continue;
        its->states = 0;
        std::vector<OwnEnd> ends;
        for (const ConnectionEvent &event : series.ends)
            if (const auto *closed = std::get_if<Closed>(&event.what))
                if (const auto end = ownEnd(event.time, closed->verdict))
                    ends.push_back(*end);
        m_book->addPast(its.key(), watchedStates(series.states, series.gaps, ends));
    }
}

void AlertPast::takePings(const std::vector<HeatColumn> &columns, HistoryRequest request)
{
    for (auto its = m_peers.begin(); its != m_peers.end(); ++its) {
        if (its->pings != request)
            continue;
        its->pings = 0;
        for (const HeatColumn &column : columns)
            m_book->addPast(
                its.key(), column.from, column.latencies.count() + column.timeouts,
                [&column](nanoseconds within) { return answeredWithin(column.latencies, within); });
    }
}

void AlertPast::takeFigures(const RangeFigures &figures, HistoryRequest request)
{
    for (auto its = m_peers.begin(); its != m_peers.end(); ++its) {
        if (its->days.remove(request) == 0)
            continue;
        its->past.push_back(PastDay::of(figures.summary()));
        if (its->days.isEmpty())
            m_book->setPast(its.key(), its->past);
    }
}

} // namespace Pongwatch
