// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/eventsentence.h"

#include "engine/diagnosis/explainpath.h"
#include "text/wording.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

/// Writes the sentences, with one overload for each kind of event.
class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::EventLog)

public:
    const Formatter &format;

    using Part = std::optional<std::pair<EventKind, QString>>;

    Part operator()(const StateChanged &change) const
    {
        if (change.state == ConnectionState::Paused)
            return {{EventKind::Paused, tr("Paused by the user.")}};
        return {};
    }

    Part operator()(const Opened &opened) const
    {
        nanoseconds total{0};
        for (const auto &phase : {opened.phases.dns, opened.phases.tcp, opened.phases.proxy,
                                  opened.phases.tls, opened.phases.upgrade})
            total += phase.value_or(nanoseconds(0));
        const QString address = Wording::harmless(opened.address, 80);
        if (total == nanoseconds(0))
            return {{EventKind::Opened, tr("Connected to %1.").arg(address)}};
        return {{EventKind::Opened, tr("Connected to %1 in %2.").arg(address, format.latency(total))}};
    }

    Part operator()(const PingTimedOut &timeout) const
    {
        const QString waited = Formatter().duration(timeout.waited);
        if (timeout.foreignPongs > timeout.unsolicitedPongs && timeout.evidence != Evidence::PathSilent) {
            return {{EventKind::TimedOut,
                     tr("No right pong for %1: what the peer answers carries another payload, or none.")
                         .arg(waited)}};
        }
        switch (timeout.evidence) {
        case Evidence::PathSilent:
            return {
                {EventKind::TimedOut,
                 tr("No pong for %1, and our bytes are not acknowledged: the path is silent.").arg(waited)}};
        case Evidence::PeerSilent:
            return {
                {EventKind::TimedOut,
                 tr("No pong for %1, though our bytes are acknowledged: the peer is silent.").arg(waited)}};
        case Evidence::Unknown:
            break;
        }
        return {{EventKind::TimedOut, tr("No pong for %1.").arg(waited)}};
    }

    Part operator()(const Closed &closed) const
    {
        const Verdict &verdict = closed.verdict;
        const EventKind kind = verdict.cause == Cause::LocalClose ? EventKind::Closed
                               : verdict.final                    ? EventKind::Failed
                                                                  : EventKind::Ended;
        return {{kind, Wording::endSentence(verdict)}};
    }

    Part operator()(const StrayPongs & /*counts*/) const { return {}; }

    Part operator()(const Suspended &suspended) const
    {
        const QString duration = Formatter().age(suspended.duration);
        return {{EventKind::Suspended, suspended.programOnly
                                           ? tr("Pongwatch itself was stopped for %1.").arg(duration)
                                           : tr("This machine was suspended for %1.").arg(duration)}};
    }

    Part operator()(const MessageReceived &message) const
    {
        if (message.binary) {
            return {
                {EventKind::Message, tr("Binary data, %1.").arg(QLocale().formattedDataSize(message.size))}};
        }
        return {{EventKind::Message, Wording::harmless(QString::fromUtf8(message.payload))}};
    }

    Part operator()(const SlowLimitLearned & /*limit*/) const { return {}; }

    Part operator()(const FeedSeen & /*seen*/) const { return {}; }

    Part operator()(const PingSent & /*ping*/) const { return {}; }

    Part operator()(const PathTraced &traced) const
    {
        if (traced.isRoutine)
            return {};
        return {{EventKind::Path, explainPath(*traced.path)}};
    }

    Part operator()(const FeedStale &feed) const
    {
        if (feed.goesOn)
            return {{EventKind::Opened, tr("Its feed goes on.")}};
        return {{EventKind::TimedOut, Wording::staleSentence(feed)}};
    }

    [[nodiscard]] QString latePong(const PingSample &sample) const
    {
        return tr("The pong of ping %1 came after %2.")
            .arg(QLocale().toString(sample.seq), format.latency(sample.rtt));
    }
};

} // namespace

std::optional<EventEntry> eventEntry(const ConnectionEvent &event, const Formatter &format)
{
    const auto part = std::visit(Sentences{format}, event.what);
    if (!part)
        return {};
    const auto *closed = std::get_if<Closed>(&event.what);
    const bool lost = closed && closed->verdict.age > nanoseconds(0) && part->first != EventKind::Closed;
    EventEntry entry{event.time, event.peer, part->first, part->second, lost, {}, false};
    entry.hostless = closed && !lost &&
                     (closed->verdict.cause == Cause::Dns || closed->verdict.cause == Cause::Unreachable);
    if (closed && closed->verdict.similarEnds > 1) {
        // How often it happened before makes no difference.
        Verdict verdict = closed->verdict;
        verdict.similarEnds = 0;
        entry.likeness = Wording::endSentence(verdict);
    }
    if (const auto *opened = std::get_if<Opened>(&event.what))
        entry.likeness = opened->address; // how long it took makes no difference
    return entry;
}

std::optional<EventEntry> eventEntry(const PingSample &sample, const Formatter &format)
{
    if (sample.outcome != PingOutcome::Late)
        return {};
    const WallTime arrived = sample.settledAt();
    return EventEntry{arrived, sample.peer, EventKind::Recovered, Sentences{format}.latePong(sample), false,
                      {},      false};
}

} // namespace Pongwatch
