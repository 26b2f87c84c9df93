// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertbook.h"
#include "alerts/alertsentence.h"
#include "tests/support/synthetic.h"

#include <map>

namespace Pongwatch::TestSupport
{

/// Peers whose fate a test writes, with an alert book over them, on a clock that the test moves.
class AlertWorld
{
public:
    explicit AlertWorld(AlertLimits limits = {})
        : book(
              QStringLiteral("run"), [this](PeerId id) { return recordOf(id); }, limits)
    {
    }

    [[nodiscard]] const PeerRecord *recordOf(PeerId id) const
    {
        const auto found = m_records.find(toNumber(id));
        return found == m_records.end() ? nullptr : &found->second;
    }
    [[nodiscard]] PeerRecord &record(quint32 number) { return m_records.at(number); }
    [[nodiscard]] WallTime now() const { return m_monitor.now(); }
    /// All that were applied, while keepsSamples.
    [[nodiscard]] const std::vector<PingSample> &samples() const { return m_samples; }

    /// A peer "p7" at ws://HOST/p7.
    void add(quint32 number, const AlertPeer &what, const QString &host = QStringLiteral("localhost"))
    {
        const QString name = QStringLiteral("p%1").arg(number);
        m_records.try_emplace(number, PeerId{number}, name,
                              QUrl(QStringLiteral("ws://%1/%2").arg(host, name)));
        book.setPeer(PeerId{number}, what);
    }

    void apply(quint32 number, const ConnectionEvent &event)
    {
        m_records.at(number).apply(event);
        book.touch(PeerId{number});
    }
    void apply(quint32 number, const PingSample &sample)
    {
        m_records.at(number).apply(sample);
        book.add(sample);
        if (keepsSamples)
            m_samples.push_back(sample);
    }

    void up(quint32 number)
    {
        const PeerId id{number};
        Opened opened = std::get<Opened>(m_monitor.opened(id).what);
        opened.address = QStringLiteral("10.0.0.%1:80").arg(number); // its own
        apply(number, {id, 1, now(), opened});
        apply(number, m_monitor.state(id, ConnectionState::Open));
    }
    void answer(quint32 number, nanoseconds rtt = milliseconds(20))
    {
        apply(number, m_monitor.sample(PeerId{number}, rtt));
    }
    void answerSlowly(quint32 number)
    {
        apply(number, m_monitor.sample(PeerId{number}, milliseconds(900), PingOutcome::Slow));
    }
    /// On an open connection, which stays open.
    void miss(quint32 number)
    {
        const PeerId id{number};
        apply(number, m_monitor.sample(id, seconds(2), PingOutcome::TimedOut));
        apply(number, m_monitor.timedOut(id, seconds(2)));
    }
    void lose(quint32 number, Cause cause = Cause::Reset, nanoseconds age = seconds(60))
    {
        Verdict verdict;
        verdict.cause = cause;
        verdict.initiator = Initiator::Peer;
        verdict.age = age;
        apply(number, m_monitor.ended(PeerId{number}, verdict));
        apply(number, m_monitor.waiting(PeerId{number}, seconds(3)));
    }
    void dialInVain(quint32 number, int httpStatus = 503)
    {
        const PeerId id{number};
        apply(number, m_monitor.state(id, ConnectionState::Connecting));
        apply(number, m_monitor.rejected(id, httpStatus));
        apply(number, m_monitor.waiting(id, seconds(3)));
    }
    void pause(quint32 number) { apply(number, m_monitor.state(PeerId{number}, ConnectionState::Paused)); }

    /// Time passes, with a look each `step`. What is told is kept in `told`.
    void pass(nanoseconds duration, nanoseconds step = seconds(1))
    {
        for (nanoseconds left = duration; left.count() > 0; left -= step) {
            m_monitor.advance(std::chrono::duration_cast<microseconds>(std::min(step, left)));
            look();
        }
    }
    void advance(nanoseconds duration)
    {
        m_monitor.advance(std::chrono::duration_cast<microseconds>(duration));
    }
    std::vector<AlertChange> look()
    {
        if (now() >= m_nextRecordLook) {
            m_nextRecordLook = now() + recordLook;
            for (auto &[number, one] : m_records)
                if (one.look(now()))
                    book.touch(PeerId{number});
        }
        std::vector<AlertChange> changes = book.look(now());
        told.insert(told.end(), changes.begin(), changes.end());
        return changes;
    }

    [[nodiscard]] size_t count(AlertChange::Kind kind) const
    {
        return static_cast<size_t>(std::count_if(
            told.begin(), told.end(), [kind](const AlertChange &change) { return change.kind == kind; }));
    }
    [[nodiscard]] size_t fired() const { return count(AlertChange::Kind::Fired); }
    [[nodiscard]] size_t resolved() const { return count(AlertChange::Kind::Resolved); }

    [[nodiscard]] static AlertWords words(const AlertChange &change)
    {
        return alertWords(change, Formatter(QLocale::c(), QTimeZone::utc(), FormatPreferences::plain()));
    }

private:
    SyntheticMonitor m_monitor;
    std::map<quint32, PeerRecord> m_records;
    std::vector<PingSample> m_samples;
    WallTime m_nextRecordLook{};

public:
    bool keepsSamples = true;
    seconds recordLook{0}; ///< between two looks at what time does to the records
    AlertBook book;
    std::vector<AlertChange> told;
};

/// "down": not connected or silent for so long.
inline AlertRule downFor(nanoseconds lasts, nanoseconds recoverAfter = {})
{
    AlertRule rule;
    rule.name = QStringLiteral("down");
    rule.condition = StateLasts{AlertState::Down, lasts, 0};
    rule.recoverAfter = recoverAfter;
    return rule;
}

inline AlertRule ruleOf(const QString &name, const AlertCondition &condition, nanoseconds recoverAfter = {})
{
    AlertRule rule;
    rule.name = name;
    rule.condition = condition;
    rule.recoverAfter = recoverAfter;
    return rule;
}

inline AlertPeer watchedFor(const QList<AlertRule> &rules, const QString &group = {})
{
    AlertPeer what;
    what.rules = rules;
    what.group = group;
    return what;
}

} // namespace Pongwatch::TestSupport
