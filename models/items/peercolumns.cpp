// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/peercolumns.h"

#include "text/formatter.h"

namespace Pongwatch
{

PeerColumns peerColumns(std::initializer_list<PeerColumn> list)
{
    PeerColumns columns;
    for (const PeerColumn c : list)
        columns.set(static_cast<size_t>(c));
    return columns;
}

QString PeerColumnText::title(PeerColumn column, nanoseconds trendWindow)
{
    switch (column) {
    case PeerColumn::LastRtt:
        return tr("Last", "the newest round trip");
    case PeerColumn::Timeline:
        return tr("Last %1", "a stretch of time").arg(Formatter().roundDuration(trendWindow));
    case PeerColumn::Median:
        return tr("p50");
    case PeerColumn::P95:
        return tr("p95");
    case PeerColumn::Availability:
        return tr("Up", "a share of time");
    case PeerColumn::OpenTime:
        return tr("Connected for");
    case PeerColumn::NextRetry:
        return tr("Retry in");
    case PeerColumn::Connections:
        return tr("Connects", "how many connections");
    case PeerColumn::State:
    case PeerColumn::Name:
    case PeerColumn::Jitter:
    case PeerColumn::Loss:
    case PeerColumn::Certificate:
    case PeerColumn::LastEnd:
    case PeerColumn::Tags:
        break;
    case PeerColumn::Budget:
        return tr("Budget", "what is left of an error budget");
    case PeerColumn::Vantages:
        return tr("Vantages");
    }
    return name(column);
}

QString PeerColumnText::name(PeerColumn column)
{
    switch (column) {
    case PeerColumn::State:
        return tr("State");
    case PeerColumn::Name:
        return tr("Peer");
    case PeerColumn::LastRtt:
        return tr("Last Round Trip");
    case PeerColumn::Timeline:
        return tr("Timeline");
    case PeerColumn::Median:
        return tr("p50 (Median)");
    case PeerColumn::P95:
        return tr("p95");
    case PeerColumn::Jitter:
        return tr("Jitter");
    case PeerColumn::Loss:
        return tr("Loss");
    case PeerColumn::Availability:
        return tr("Availability");
    case PeerColumn::OpenTime:
        return tr("Time Connected");
    case PeerColumn::Connections:
        return tr("Connections Opened");
    case PeerColumn::NextRetry:
        return tr("Next Retry");
    case PeerColumn::Certificate:
        return tr("Certificate");
    case PeerColumn::LastEnd:
        return tr("Why");
    case PeerColumn::Tags:
        break;
    case PeerColumn::Budget:
        return tr("Error Budget Left");
    case PeerColumn::Vantages:
        return tr("Vantages");
    }
    return tr("Tags");
}

QString PeerColumnText::explanation(PeerColumn column)
{
    switch (column) {
    case PeerColumn::State:
        return tr("The peer's state, and since when");
    case PeerColumn::Name:
        return tr("The peer's name");
    case PeerColumn::LastRtt:
        return tr("Round-trip time of the newest ping");
    case PeerColumn::Timeline:
        return tr("States and round-trip times over the time that the chart shows; timeouts are red lines");
    case PeerColumn::Median:
        return tr("Half of the round trips in sight were faster");
    case PeerColumn::P95:
        return tr("95% of the round trips in sight were faster; for a group: the worst");
    case PeerColumn::Jitter:
        return tr("Average difference between one round trip in sight and the next; for a group: the worst");
    case PeerColumn::Loss:
        return tr("Share of the pings in sight that were not answered");
    case PeerColumn::Availability:
        return tr(
            "Share of the watched time in sight in which the connection was open; for a group: the lowest");
    case PeerColumn::OpenTime:
        return tr("How long the connection has been open");
    case PeerColumn::Connections:
        return tr("Connections opened in the time in sight");
    case PeerColumn::NextRetry:
        return tr("Time until the peer is dialled again");
    case PeerColumn::Certificate:
        return tr("When the peer's certificate expires; for a group: the earliest");
    case PeerColumn::LastEnd:
        return tr(
            "What is wrong with the peer, or how its last connection ended; for a group: its peers by state");
    case PeerColumn::Tags:
        break;
    case PeerColumn::Budget:
        return tr("What is left of the error budget of the objective that is nearest to being missed");
    case PeerColumn::Vantages:
        return tr("What each vantage of the open fleet sees of the peer");
    }
    return tr("The peer's tags");
}

Qt::Alignment PeerColumnText::alignment(PeerColumn column)
{
    switch (column) {
    case PeerColumn::LastRtt:
    case PeerColumn::Median:
    case PeerColumn::P95:
    case PeerColumn::Jitter:
    case PeerColumn::Loss:
    case PeerColumn::Availability:
    case PeerColumn::OpenTime:
    case PeerColumn::Connections:
    case PeerColumn::NextRetry:
    case PeerColumn::Certificate:
    case PeerColumn::Budget:
        return Qt::AlignRight | Qt::AlignVCenter;
    case PeerColumn::State:
    case PeerColumn::Name:
    case PeerColumn::Timeline:
    case PeerColumn::LastEnd:
    case PeerColumn::Tags:
    case PeerColumn::Vantages:
        break;
    }
    return Qt::AlignLeft | Qt::AlignVCenter;
}

PeerColumns PeerColumnText::shownAtFirst()
{
    return peerColumns({PeerColumn::State, PeerColumn::Name, PeerColumn::Median, PeerColumn::P95,
                        PeerColumn::Availability, PeerColumn::Timeline, PeerColumn::LastEnd,
                        PeerColumn::Vantages});
}

PeerColumns PeerColumnText::changedBySamples()
{
    return peerColumns({PeerColumn::LastRtt, PeerColumn::Timeline, PeerColumn::Median, PeerColumn::P95,
                        PeerColumn::Jitter, PeerColumn::Loss, PeerColumn::Availability, PeerColumn::Budget});
}

PeerColumns PeerColumnText::changedByEvents()
{
    return peerColumns({PeerColumn::State, PeerColumn::Availability, PeerColumn::OpenTime,
                        PeerColumn::Connections, PeerColumn::NextRetry, PeerColumn::Certificate,
                        PeerColumn::LastEnd, PeerColumn::Vantages});
}

PeerColumns PeerColumnText::fromStatistics()
{
    return peerColumns({PeerColumn::LastRtt, PeerColumn::Median, PeerColumn::P95, PeerColumn::Jitter,
                        PeerColumn::Loss, PeerColumn::Availability, PeerColumn::Connections});
}

} // namespace Pongwatch
