// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/incidentrows.h"

#include <QHash>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr seconds sameMoment(1);

bool isDial(const ReportIncident &incident)
{
    return incident.kind == ReportIncident::Kind::End && incident.verdict.phase != DialPhase::Open;
}

bool areAlike(const ReportIncident &a, const ReportIncident &b)
{
    const Verdict &x = a.verdict;
    const Verdict &y = b.verdict;
    return a.kind == b.kind && isDial(a) == isDial(b) && x.cause == y.cause && x.closeCode == y.closeCode &&
           x.evidence == y.evidence && x.httpStatus == y.httpStatus && (!isDial(a) || a.title == b.title);
}

/// Rows of several peers that are a single failure.
class SharedRows
{
public:
    /// In order of when they began.
    void add(const IncidentRow &row)
    {
        const WallTime time = row.first->time;
        std::erase_if(m_open,
                      [time](const Group &group) { return group.newest + IncidentRow::sharedWithin < time; });
        for (Group &group : m_open) {
            std::vector<IncidentRow> &rows = m_groups[group.index];
            const bool isThere = std::any_of(rows.cbegin(), rows.cend(), [&row](const IncidentRow &other) {
                return other.first->peer == row.first->peer;
            });
            if (isThere || !areAlike(*rows.front().first, *row.first))
                continue;
            rows.push_back(row);
            group.newest = time;
            return;
        }
        m_open.push_back({m_groups.size(), time});
        m_groups.push_back({row});
    }

    [[nodiscard]] std::vector<IncidentRow> take()
    {
        std::vector<IncidentRow> rows;
        for (const std::vector<IncidentRow> &group : m_groups)
            if (group.size() >= IncidentRow::fewestShared)
                rows.push_back(joined(group));
            else
                rows.insert(rows.end(), group.cbegin(), group.cend());
        return rows;
    }

private:
    struct Group {
        size_t index = 0;
        WallTime newest{};
    };

    static IncidentRow joined(const std::vector<IncidentRow> &group)
    {
        IncidentRow row = group.front();
        row.leastDown = row.down;
        row.sharedBy = {row.first->peer};
        for (size_t i = 1; i < group.size(); ++i) {
            const IncidentRow &other = group[i];
            row.sharedBy.append(other.first->peer);
            row.count += other.count;
            row.leastDown = std::min(row.leastDown, other.down);
            row.down = std::max(row.down, other.down);
            row.stillDown = row.stillDown || other.stillDown;
            if (other.last->time > row.last->time)
                row.last = other.last;
        }
        return row;
    }

    std::vector<std::vector<IncidentRow>> m_groups;
    std::vector<Group> m_open; ///< those that the next row may still join
};

/// The rows of one peer, whose incidents come in time order.
class PeerRows
{
public:
    explicit PeerRows(const ReportPeer *peer)
        : m_peer(peer)
    {
    }

    void add(const ReportIncident &incident)
    {
        const Its its = takeOutage(incident);
        if (m_run.empty() || !areAlike(*m_run.back().incident, incident) ||
            (isDial(incident) && its.outage != m_run.back().outage))
            endRun();
        m_run.push_back(its);
    }

    [[nodiscard]] std::vector<IncidentRow> take()
    {
        endRun();
        return std::move(m_rows);
    }

private:
    struct Its {
        const ReportIncident *incident = nullptr;
        const ReportOutage *outage = nullptr; ///< during which it happened
        bool began = false;                   ///< the outage began with it
    };

    /// The outage during which the incident happened; it begins with the first incident in it.
    Its takeOutage(const ReportIncident &incident)
    {
        if (m_peer == nullptr || incident.kind == ReportIncident::Kind::Silence)
            return {&incident};
        while (m_next < m_peer->outages.size() && m_peer->outages[m_next].to < incident.time) {
            ++m_next;
            m_isBegun = false;
        }
        if (m_next == m_peer->outages.size() || m_peer->outages[m_next].from > incident.time + sameMoment)
            return {&incident};
        const bool began = !m_isBegun;
        m_isBegun = true;
        return {&incident, &m_peer->outages[m_next], began};
    }

    void endRun()
    {
        const bool folds =
            !m_run.empty() && (m_run.size() >= IncidentRow::fewestFolded || isDial(*m_run.front().incident));
        for (const Its &its : m_run) {
            if (!folds || &its == &m_run.front())
                m_rows.push_back({its.incident, its.incident, 0});
            IncidentRow &row = m_rows.back();
            row.last = its.incident;
            ++row.count;
            if (its.began) {
                row.down += its.outage->to - its.outage->from;
                row.stillDown = its.outage->ongoing;
            }
        }
        m_run.clear();
    }

    const ReportPeer *m_peer;
    size_t m_next = 0;
    bool m_isBegun = false;
    std::vector<Its> m_run;
    std::vector<IncidentRow> m_rows;
};

} // namespace

std::vector<IncidentRow> incidentRows(const Report &report)
{
    QHash<QString, size_t> places;
    std::vector<PeerRows> peers;
    const auto rowsOf = [&](const QString &name) -> PeerRows & {
        const auto known = places.constFind(name);
        if (known != places.constEnd())
            return peers[*known];
        const auto peer = std::find_if(report.peers.cbegin(), report.peers.cend(),
                                       [&name](const ReportPeer &its) { return its.name == name; });
        places.insert(name, peers.size());
        return peers.emplace_back(peer == report.peers.cend() ? nullptr : &*peer);
    };
    for (const ReportIncident &incident : report.incidents)
        if (incident.verdict.cause != Cause::LocalClose)
            rowsOf(incident.peer).add(incident);
    std::vector<IncidentRow> rows;
    for (PeerRows &peer : peers) {
        const std::vector<IncidentRow> its = peer.take();
        rows.insert(rows.end(), its.cbegin(), its.cend());
    }
    const auto isEarlier = [](const IncidentRow &a, const IncidentRow &b) {
        return a.first->time < b.first->time;
    };
    std::stable_sort(rows.begin(), rows.end(), isEarlier);
    SharedRows shared;
    for (const IncidentRow &row : rows)
        shared.add(row);
    rows = shared.take();
    std::stable_sort(rows.begin(), rows.end(), isEarlier);
    return rows;
}

} // namespace Pongwatch
