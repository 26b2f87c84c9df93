// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/simulatedhistory.h"

#include "history/store/historystore.h"
#include "history/store/settingsrecord.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace Pongwatch
{

namespace
{

using Ends = std::vector<SimulatedEnd>;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// Days and times within the plan; days before it starts don't exist.
class Calendar
{
public:
    explicit Calendar(const SimulatedHistoryPlan &plan)
        : m_begin(plan.end - days(plan.days))
        , m_firstDay(std::chrono::floor<days>(m_begin))
        , m_count(plan.days + 1)
        , m_random(plan.seed)
    {
    }
    [[nodiscard]] WallTime begin() const { return m_begin; }
    [[nodiscard]] int dayCount() const { return m_count; }
    [[nodiscard]] WallTime at(int day, nanoseconds time) const
    {
        return m_firstDay + days(day) + std::chrono::floor<microseconds>(time);
    }
    /// Monday is 1.
    [[nodiscard]] unsigned weekday(int day) const
    {
        return std::chrono::weekday(std::chrono::floor<days>(m_firstDay) + days(day)).iso_encoding();
    }
    [[nodiscard]] double random() { return static_cast<double>(m_random() >> 11) * 0x1.0p-53; }
    [[nodiscard]] nanoseconds between(nanoseconds least, nanoseconds most)
    {
        return least +
               nanoseconds(static_cast<qint64>(static_cast<double>((most - least).count()) * random()));
    }

private:
    WallTime m_begin;
    std::chrono::sys_time<days> m_firstDay;
    int m_count;
    std::mt19937_64 m_random;
};

Verdict proxyCut(Calendar &calendar)
{
    Verdict verdict;
    verdict.cause = Cause::Eof;
    verdict.initiator = Initiator::Peer;
    verdict.closeCode = 1006;
    verdict.sinceLastReceived = seconds(60) + calendar.between(milliseconds(2), milliseconds(60));
    return verdict;
}

Verdict deploy(const QString &reason)
{
    Verdict verdict;
    verdict.cause = Cause::PeerClose;
    verdict.initiator = Initiator::Peer;
    verdict.closeCode = 1012;
    verdict.received = CloseFrame{1012, reason};
    verdict.sent = CloseFrame{1012, {}};
    verdict.sinceLastReceived = milliseconds(0);
    return verdict;
}

Verdict silence(Evidence evidence)
{
    Verdict verdict;
    verdict.cause = Cause::KeepaliveTimeout;
    verdict.initiator = evidence == Evidence::PathSilent ? Initiator::Network : Initiator::Peer;
    verdict.evidence = evidence;
    verdict.closeCode = 1006;
    verdict.sent = CloseFrame{1011, QStringLiteral("keepalive ping timeout")};
    verdict.waited = seconds(20);
    verdict.pingsUnanswered = 1;
    verdict.sinceLastReceived = seconds(33);
    TcpSnapshot tcp;
    if (evidence == Evidence::PathSilent) {
        tcp.unacked = 2;
        tcp.retransmits = 6;
        tcp.totalRetransmits = 6;
        tcp.unsentBytes = 22;
    }
    tcp.rtt = milliseconds(94);
    verdict.tcp = tcp;
    return verdict;
}

Verdict reset(Calendar &calendar)
{
    Verdict verdict;
    verdict.cause = Cause::Reset;
    verdict.initiator = Initiator::Network;
    verdict.sinceLastReceived = calendar.between(milliseconds(300), seconds(19));
    verdict.detail = QStringLiteral("Connection reset by peer");
    return verdict;
}

/// A feed that is silent in some nights, behind a proxy that cuts connections after a minute of silence.
Ends idleCuts(Calendar &calendar)
{
    Ends ends;
    for (int day = 0; day < calendar.dayCount(); ++day) {
        const int cuts = static_cast<int>(calendar.random() * 3.2);
        for (int i = 0; i < cuts; ++i)
            ends.push_back(
                {calendar.at(day, hours(1) + minutes(80) * i + calendar.between(minutes(0), minutes(70))),
                 proxyCut(calendar), calendar.between(milliseconds(600), seconds(5))});
    }
    return ends;
}

Ends deploys(Calendar &calendar)
{
    Ends ends;
    int number = 431;
    for (int day = 0; day < calendar.dayCount(); ++day) {
        if (calendar.weekday(day) == 2 || calendar.weekday(day) == 4)
            ends.push_back(
                {calendar.at(day, hours(10) + minutes(30) + calendar.between(seconds(0), minutes(12))),
                 deploy(QStringLiteral("deploy %1").arg(number++)),
                 calendar.between(seconds(7), seconds(41))});
    }
    return ends;
}

Ends cutLink(Calendar &calendar)
{
    const int day = std::max(1, calendar.dayCount() / 2);
    return {
        {calendar.at(day, hours(13) + minutes(12)), silence(Evidence::PathSilent), minutes(13) + seconds(48)},
        {calendar.at(day, hours(16) + minutes(47)), silence(Evidence::PathSilent), seconds(95)}};
}

Ends hungServer(Calendar &calendar)
{
    return {{calendar.at(calendar.dayCount() - 2, hours(15) + minutes(6) + seconds(20)),
             silence(Evidence::PeerSilent), seconds(41)}};
}

Ends resets(Calendar &calendar)
{
    Ends ends;
    for (int day = 1; day < calendar.dayCount(); day += 2)
        ends.push_back({calendar.at(day, hours(9) + calendar.between(minutes(0), hours(10))), reset(calendar),
                        calendar.between(seconds(2), seconds(12))});
    return ends;
}

} // namespace

std::vector<SimulatedPeer> simulatedPeers(const SimulatedHistoryPlan &plan)
{
    Calendar calendar(plan);
    std::vector<SimulatedPeer> peers;
    const auto add = [&](const SimulatedNature &nature, Ends ends) {
        const auto number = static_cast<quint32>(peers.size() + 1);
        // Counts similar ends, like the engine does.
        for (size_t i = 0; i < ends.size(); ++i) {
            ends[i].verdict.endsCompared = static_cast<quint32>(std::min<size_t>(i + 1, 10));
            ends[i].verdict.similarEnds = ends[i].verdict.endsCompared;
        }
        peers.emplace_back(PeerId{number}, nature, std::move(ends), calendar.begin(),
                           plan.seed * 1000 + number);
    };
    const auto nature = [](const QString &name, const char *url, nanoseconds interval, double ms) {
        SimulatedNature its;
        its.name = name;
        its.url = QUrl(QString::fromLatin1(url));
        its.interval = interval;
        its.medianMs = ms;
        return its;
    };
    add(nature(QStringLiteral("edge-eu"), "wss://edge-eu.example.com/live", seconds(10), 18), {});
    SimulatedNature far =
        nature(QStringLiteral("edge-us"), "wss://edge-us.example.com/live", seconds(10), 94);
    far.spread = 0.06;
    far.dayRise = 0.15;
    add(far, cutLink(calendar));
    SimulatedNature feed =
        nature(QStringLiteral("market-feed"), "wss://feed.example.net/v2/ticks", seconds(120), 23);
    feed.dayRise = 0.9;
    feed.spikes = 0.003;
    add(feed, idleCuts(calendar));
    SimulatedNature orders =
        nature(QStringLiteral("orders-api"), "wss://orders.example.com/ws", seconds(10), 7.5);
    orders.dayRise = 1.4;
    add(orders, deploys(calendar));
    SimulatedNature backup =
        nature(QStringLiteral("warehouse"), "wss://warehouse.example.com/events", seconds(20), 31);
    backup.nightBackup = true;
    add(backup, hungServer(calendar));
    SimulatedNature shanghai =
        nature(QStringLiteral("上海 行情"), "wss://sh.example.cn/quotes", seconds(20), 212);
    shanghai.spread = 0.11;
    shanghai.dayRise = 0.25;
    shanghai.spikes = 0.004;
    add(shanghai, resets(calendar));
    return peers;
}

Outcome writeSimulatedHistory(const SimulatedHistoryPlan &plan)
{
    const QString doing = DemoHistoryCommandStrings::tr("writing the history");
    if (QFileInfo::exists(plan.file))
        return Error{doing, plan.file, DemoHistoryCommandStrings::tr("it already exists; name a new file")};
    HistoryOptions options;
    options.path = plan.file;
    options.keepSamples = hours(24) * (plan.days + 365);
    options.keepMinutes = options.keepSamples;
    HistoryStore store(options);
    std::vector<SimulatedPeer> peers = simulatedPeers(plan);
    for (size_t i = 0; i < peers.size(); ++i)
        store.setPeer(PeerId{static_cast<quint32>(i + 1)}, peers[i].nature().name, peers[i].nature().url,
                      toSettingsRecord(peers[i].settings()));
    SteadyTime now{seconds(1)};
    const WallTime begin = plan.end - days(plan.days);
    for (WallTime time = begin; time < plan.end;) {
        // In the file, a peer was first seen at the end of its first batch.
        const bool isFirst = time == begin;
        time = std::min<WallTime>(time + (isFirst ? std::chrono::seconds(5) : std::chrono::seconds(hours(1))),
                                  plan.end);
        now += seconds(60);
        Batch batch;
        for (SimulatedPeer &peer : peers)
            peer.advance(time, batch);
        store.append(batch, now);
        store.tend(now, time);
        if (store.status().state != HistoryStatus::State::Writing)
            return Error{doing, plan.file, store.status().notice};
    }
    store.flush(now);
    return success();
}

} // namespace Pongwatch
