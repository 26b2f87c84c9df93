// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "tests/models/history/seriesmaker.h"

#include <QString>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace Pongwatch::TestSupport
{

/// What a run of the program measures, step by step, in time that doesn't pass: the same for the same seed
/// and run. The program that writes it and the test that knows what should be in the file make it each for
/// themselves.
class HistoryScript
{
public:
    struct Step {
        Batch batch;
        std::vector<std::pair<PeerId, QString>> names; ///< peers that are called so from now on
        SteadyTime now{};
        WallTime wall{};
        bool tends = false; ///< the store is tended after it
    };

    HistoryScript(unsigned seed, int run)
        : m_random(seed * 977U + static_cast<unsigned>(run))
        , m_run(run)
        , m_wall(epoch + std::chrono::hours(7 * run))
    {
        std::mt19937 world(seed); // peers are the same in every run
        const int count = 1 + static_cast<int>(world() % 7);
        for (int i = 0; i < count; ++i) {
            Peer peer;
            peer.kind = static_cast<Kind>(world() % kinds);
            // 20 ms to 20 s, as many in each power of ten.
            const double power = std::uniform_real_distribution<double>(0, 3)(world);
            peer.interval = milliseconds(static_cast<int>(20 * std::pow(10, power)));
            peer.next = m_wall + microseconds(m_random() % 1'000'000);
            m_peers.push_back(peer);
        }
    }

    static QUrl url(PeerId peer) { return QUrl(QStringLiteral("wss://p%1.example/").arg(toNumber(peer))); }
    /// Names of a peer begin with this.
    static QString prefix(PeerId peer) { return QStringLiteral("p%1-").arg(toNumber(peer)); }
    [[nodiscard]] size_t peerCount() const { return m_peers.size(); }

    Step next()
    {
        Step step;
        const unsigned dice = m_random() % 100;
        const microseconds forward = dice < 70   ? microseconds(50'000)
                                     : dice < 96 ? microseconds(1'000'000)
                                                 : microseconds(10'000'000 + m_random() % 40'000'000);
        m_wall += forward;
        m_now += forward;
        step.now = m_now;
        step.wall = m_wall;
        step.tends = m_random() % 4 == 0;
        for (size_t i = 0; i < m_peers.size(); ++i) {
            const PeerId id{static_cast<quint32>(i + 1)};
            Peer &peer = m_peers[i];
            if (m_steps == 0)
                step.names.emplace_back(id, prefix(id) + QStringLiteral("at first"));
            else if (m_random() % 1500 == 0) // by a name that no other row has
                step.names.emplace_back(id, prefix(id) + QStringLiteral("%1.%2").arg(m_run).arg(m_steps));
            if (m_random() % 300 == 0)
                peer.paused = !peer.paused;
            advance(id, peer, step.batch);
        }
        ++m_steps;
        return step;
    }

private:
    enum class Kind : quint8 { Answers, Mixed, OnlyLost, Late, Superseded, Closes, Silent };
    static constexpr unsigned kinds = 7;

    struct Peer {
        Kind kind{};
        microseconds interval{};
        WallTime next{};
        quint32 seq = 0;
        quint32 connection = 1;
        bool paused = false;
        std::vector<std::pair<WallTime, PingSample>> underWay; // when they are told, and what
    };

    void send(PeerId id, Peer &peer)
    {
        PingSample sample;
        sample.peer = id;
        sample.connection = peer.connection;
        sample.seq = ++peer.seq;
        sample.sentAt = peer.next;
        sample.rtt = nanoseconds(1'000'000 + m_random() % 400'000'000);
        if (m_random() % 2 == 0)
            sample.tcpRtt = microseconds(900 + m_random() % 100'000);
        sample.marks.setFlag(SampleMark::ObserverLag, m_random() % 50 == 0);
        const unsigned dice = m_random() % 100;
        const bool tricky = peer.kind == Kind::Mixed && dice < 30;
        if (peer.kind == Kind::OnlyLost || (tricky && dice < 6))
            sample.outcome = PingOutcome::Lost;
        else if (peer.kind == Kind::Superseded ? dice < 50 : tricky && dice < 12)
            sample.outcome = PingOutcome::Superseded;
        else if (peer.kind == Kind::Silent || (tricky && dice < 18))
            sample.outcome = PingOutcome::TimedOut;
        else if (peer.kind == Kind::Late ? dice < 40 : tricky && dice < 24)
            sample.outcome = PingOutcome::Late;
        else if (dice < 35)
            sample.outcome = PingOutcome::Slow;
        if (sample.outcome == PingOutcome::TimedOut || sample.outcome == PingOutcome::Late) {
            PingSample timeout = sample;
            timeout.outcome = PingOutcome::TimedOut;
            timeout.rtt = seconds(2);
            timeout.tcpRtt.reset();
            tell(peer, timeout);
            if (sample.outcome == PingOutcome::TimedOut)
                return;
            // Long after it, when its timeout may be anywhere in the file.
            sample.rtt = seconds(2) + milliseconds(m_random() % 90'000);
        }
        tell(peer, sample);
    }

    static void tell(Peer &peer, const PingSample &sample)
    {
        peer.underWay.emplace_back(sample.sentAt + std::chrono::ceil<microseconds>(sample.rtt), sample);
    }

    void advance(PeerId id, Peer &peer, Batch &batch)
    {
        while (peer.next <= m_wall) {
            if (!peer.paused)
                send(id, peer);
            peer.next += peer.interval;
        }
        std::stable_sort(peer.underWay.begin(), peer.underWay.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        auto told = peer.underWay.begin();
        for (; told != peer.underWay.end() && told->first <= m_wall; ++told)
            batch.items.emplace_back(told->second);
        peer.underWay.erase(peer.underWay.begin(), told);
        const bool closes = m_random() % (peer.kind == Kind::Closes ? 20 : 500) == 0;
        if (!closes)
            return;
        // What was under way is lost, but for timeouts that wait for a late pong: they were told.
        for (const auto &[when, sample] : peer.underWay) {
            if (sample.outcome == PingOutcome::Late)
                continue;
            PingSample lost = sample;
            lost.outcome = PingOutcome::Lost;
            lost.rtt = std::max(nanoseconds(m_wall - sample.sentAt), nanoseconds(0));
            batch.items.emplace_back(lost);
        }
        peer.underWay.clear();
        Closed closed;
        closed.verdict.cause = Cause::Eof;
        batch.items.emplace_back(ConnectionEvent{id, peer.connection, m_wall, closed});
        ++peer.connection;
        batch.items.emplace_back(ConnectionEvent{id, peer.connection, m_wall, Opened{}});
    }

    std::mt19937 m_random;
    int m_run;
    std::vector<Peer> m_peers;
    WallTime m_wall;
    SteadyTime m_now{seconds(1000)};
    int m_steps = 0;
};

} // namespace Pongwatch::TestSupport
