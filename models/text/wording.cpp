// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/wording.h"

#include "engine/diagnosis.h"
#include "engine/diagnosis/closecodes.h"
#include "engine/values/foreigntext.h"

#include <algorithm>

namespace Pongwatch
{

seconds Wording::timeUntil(const QDateTime &moment, WallTime now)
{
    return seconds(moment.toSecsSinceEpoch() - std::chrono::floor<seconds>(now).time_since_epoch().count());
}

QString Wording::health(Health health)
{
    switch (health) {
    case Health::Failed:
        return tr("Failed");
    case Health::TimedOut:
        return tr("Timed out");
    case Health::Closed:
        return tr("Closed");
    case Health::Waiting:
        return tr("Down");
    case Health::Connecting:
        return tr("Connecting");
    case Health::Slow:
        return tr("Slow");
    case Health::Ok:
        return tr("OK");
    case Health::Flapping:
        return tr("Flapping", "connected and lost again and again");
    case Health::Stale:
        return tr("Stale", "its feed has stopped");
    case Health::Partly:
        return tr("Partly up", "up from some places, down from others");
    case Health::Unknown:
        return tr("Unknown", "a peer's state");
    case Health::Paused:
        break;
    }
    return tr("Paused");
}

QString Wording::healthCounts(const QMap<Health, int> &counts, const QLocale &locale)
{
    QList<Health> states = counts.keys();
    std::stable_sort(states.begin(), states.end(), isWorse);
    QStringList parts;
    for (const Health state : std::as_const(states))
        parts.append(tr("%1 %2", "count, state").arg(locale.toString(counts.value(state)), health(state)));
    return list(parts);
}

QString Wording::list(const QStringList &items)
{
    return items.join(tr(", ", "between the items of a list"));
}

QString Wording::marks(SampleMarks marks)
{
    QStringList parts;
    if (marks & SampleMark::ObserverLag)
        parts.append(tr("this program was late"));
    if (marks & SampleMark::BehindTraffic)
        parts.append(tr("behind other traffic"));
    if (marks & SampleMark::Manual)
        parts.append(tr("by hand"));
    if (marks & SampleMark::Heartbeat)
        parts.append(tr("heartbeat"));
    return list(parts);
}

QString Wording::outcome(PingOutcome outcome)
{
    switch (outcome) {
    case PingOutcome::Answered:
        return tr("answered");
    case PingOutcome::Slow:
        return tr("slow");
    case PingOutcome::Late:
        return tr("late");
    case PingOutcome::Superseded:
        return tr("superseded");
    case PingOutcome::TimedOut:
        return tr("timed out");
    case PingOutcome::Lost:
        break;
    }
    return tr("lost");
}

QString Wording::initiator(Initiator initiator)
{
    switch (initiator) {
    case Initiator::Local:
        return tr("this side");
    case Initiator::Peer:
        return tr("the peer");
    case Initiator::Network:
        return tr("the network");
    case Initiator::Unknown:
        break;
    }
    return tr("unknown");
}

QString Wording::evidence(Evidence evidence)
{
    switch (evidence) {
    case Evidence::PathSilent:
        return tr("Our bytes were not acknowledged: the path is silent");
    case Evidence::PeerSilent:
        return tr("Our bytes were acknowledged: the peer is silent");
    case Evidence::Unknown:
        break;
    }
    return tr("Unknown");
}

QString Wording::eventKind(EventKind kind)
{
    switch (kind) {
    case EventKind::Opened:
        return tr("Connected");
    case EventKind::TimedOut:
        return tr("Timed out");
    case EventKind::Recovered:
        return tr("Late pong");
    case EventKind::Ended:
        return tr("Ended");
    case EventKind::Failed:
        return tr("Failed");
    case EventKind::Closed:
        return tr("Closed");
    case EventKind::Paused:
        return tr("Paused");
    case EventKind::Suspended:
        return tr("Suspended");
    case EventKind::Path:
        return tr("Path");
    case EventKind::Message:
        break;
    }
    return tr("Message");
}

QString Wording::closeFrame(const std::optional<CloseFrame> &frame)
{
    if (!frame)
        return tr("none", "no Close frame");
    if (!frame->code)
        return tr("without a code");
    const QString code = QString::number(*frame->code);
    return frame->reason.isEmpty() ? code : QString(code + QLatin1Char(' ') + harmless(frame->reason, 123));
}

QString Wording::closeCode(quint16 code)
{
    return tr("%1 %2", "a close code, and what it is called").arg(code).arg(closeCodeName(code));
}

QString Wording::holdInShort(const PeerHold &hold)
{
    if (hold.kind == PeerHold::Kind::PresetUnusable)
        return tr("preset can't be used");
    if (hold.kind == PeerHold::Kind::AwaitingTrust)
        return tr("not trusted yet", "a peer: its file wants what the user has to allow first");
    return hold.kind == PeerHold::Kind::AwaitingSecret ? tr("waiting for the keychain")
                                                       : tr("secret is missing");
}

QString Wording::holdSentence(const PeerHold &hold)
{
    if (hold.kind == PeerHold::Kind::AwaitingSecret) {
        return tr("It will be dialled as soon as the keychain provides its secret. You may need to unlock "
                  "the keychain.");
    }
    if (hold.kind == PeerHold::Kind::AwaitingTrust)
        return tr("It is not dialled before you trust what came with it: it wants more than a connection.");
    if (hold.kind == PeerHold::Kind::PresetUnusable)
        return tr("It is not dialled because its preset can't be used: %1.").arg(harmless(hold.why));
    return tr("It is not dialled because its secret is missing: %1.").arg(harmless(hold.why));
}

QString Wording::flappingInShort(size_t lost, const Verdict &newest)
{
    //: %1 a duration, %2 how the newest connection ended
    return tr("Lost %Ln times in %1: %2", nullptr, static_cast<int>(lost))
        .arg(Formatter().roundDuration(FlapRule::window), endInShort(newest));
}

QString Wording::flappingSentence(size_t lost, const Verdict &newest)
{
    //: %1 a duration, %2 a sentence about how the newest connection ended
    return tr("Connections come about and are lost again: %Ln times in the last %1. The newest: %2", nullptr,
              static_cast<int>(lost))
        .arg(Formatter().roundDuration(FlapRule::window), endSentence(newest));
}

QString Wording::endInShort(const Verdict &verdict)
{
    return harmless(shortTitle(verdict), 60);
}

QString Wording::staleInShort(const FeedStale &feed)
{
    return harmless(staleTitle(feed), 60);
}

QString Wording::staleSentence(const FeedStale &feed)
{
    return harmless(explainStale(feed), 600);
}

QString Wording::endSentence(const Verdict &verdict)
{
    return harmless(explain(verdict), 1000);
}

QString Wording::suspect(Suspect suspect)
{
    return suspectName(suspect);
}

QString Wording::suspicion(const Suspicion &suspicion)
{
    return suspicionSentence(suspicion);
}

QString Wording::harmless(const QString &text, qsizetype limit)
{
    return harmlessText(text, limit);
}

} // namespace Pongwatch
