// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/explaindialogue.h"

#include "engine/diagnosis/phrases.h"
#include "engine/values/connectionevent.h"

#include <QCoreApplication>
#include <QStringList>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestCame = 200;

QString stepName(const DialogueEnd &end)
{
    return end.steps > 1
               ? ExplanationStrings::tr("step %1 of %2").arg(spokenNumber(end.step), spokenNumber(end.steps))
               : ExplanationStrings::tr("the first message", "a step of a dialogue");
}

QString whatCameInstead(const DialogueEnd &end)
{
    return end.came.isEmpty()
               ? ExplanationStrings::tr("Nothing came instead.")
               : ExplanationStrings::tr("What came instead: %1.").arg(quoted(end.came, longestCame));
}

QString inOrder(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

QString explainDialogue(const Verdict &verdict)
{
    const DialogueEnd end = verdict.dialogue.value_or(DialogueEnd());
    switch (end.kind) {
    case DialogueEnd::Kind::Refused:
        return ExplanationStrings::tr("The peer refused %1 of the dialogue. It said: %2.")
            .arg(stepName(end), quoted(end.came, longestCame));
    case DialogueEnd::Kind::Storm:
        return ExplanationStrings::tr(
                   "More than %1 messages a second asked for an answer of the dialogue (%2), so this side "
                   "closed. The peer floods, or a rule answers what its own answer causes.")
            .arg(spokenNumber(DialogueLimits::answersASecond), quoted(end.came, longestCame));
    case DialogueEnd::Kind::Costly:
        return ExplanationStrings::tr(
                   "The dialogue's expression %1 takes too many steps on what the peer sends, so this side "
                   "closed. Write a simpler one.")
            .arg(quoted(end.expected));
    case DialogueEnd::Kind::Unsendable:
        return ExplanationStrings::tr("A message of the dialogue could not be put together: %1.")
            .arg(harmless(end.came));
    case DialogueEnd::Kind::CutShort:
    case DialogueEnd::Kind::Silent:
    case DialogueEnd::Kind::Stale:
        break;
    }
    return inOrder(
        {ExplanationStrings::tr("The WebSocket connection was made, but for %1 the peer did not answer %2 "
                                "of the dialogue with %3.")
             .arg(spokenDuration(end.waited), stepName(end), quoted(end.expected)),
         whatCameInstead(end)});
}

QString explainStale(const Verdict &verdict)
{
    const DialogueEnd end = verdict.dialogue.value_or(DialogueEnd());
    const QString time = spokenDuration(end.waited);
    const QString what =
        end.expected.isEmpty()
            ? ExplanationStrings::tr("The connection was open, but the peer sent no message for %1.")
                  .arg(time)
            : ExplanationStrings::tr(
                  "The connection was open, but the peer sent nothing that matches %1 for %2.")
                  .arg(quoted(end.expected), time);
    const bool answers = verdict.sinceLastPong && *verdict.sinceLastPong <= end.waited;
    return inOrder({what,
                    answers ? ExplanationStrings::tr(
                                  "It answers pings (the last pong came %1 before): its feed has stopped, "
                                  "not its connection.")
                                  .arg(spokenDuration(*verdict.sinceLastPong))
                            : QString(),
                    end.messages > 0 ? ExplanationStrings::tr(
                                           "%Ln such messages had come in this connection.", nullptr,
                                           static_cast<int>(std::min<quint64>(end.messages, 1000000000)))
                                     : ExplanationStrings::tr("None had come in this connection.")});
}

QString explainStale(const FeedStale &feed)
{
    const QString time = spokenDuration(feed.waited);
    const bool answers = feed.sinceLastPong && *feed.sinceLastPong <= feed.waited;
    if (feed.expected.isEmpty())
        return answers
                   ? ExplanationStrings::tr("Connected, and it answers pings, but it sent no message for %1.")
                         .arg(time)
                   : ExplanationStrings::tr("Connected, but it sent no message for %1.").arg(time);
    return (answers ? ExplanationStrings::tr("Connected, and it answers pings, but it sent nothing that "
                                             "matches %1 for %2.")
                    : ExplanationStrings::tr("Connected, but it sent nothing that matches %1 for %2."))
        .arg(quoted(feed.expected), time);
}

Verdict verdictOfStale(const FeedStale &feed)
{
    DialogueEnd end;
    end.kind = DialogueEnd::Kind::Stale;
    end.waited = feed.waited;
    end.expected = feed.expected;
    end.messages = feed.messages;
    Verdict verdict;
    verdict.cause = Cause::Stale;
    verdict.initiator = Initiator::Local;
    verdict.phase = DialPhase::Open;
    verdict.sinceLastPong = feed.sinceLastPong;
    verdict.dialogue = end;
    return verdict;
}

QString dialogueRemark(const Verdict &verdict)
{
    if (!verdict.dialogue || verdict.cause == Cause::Dialogue || verdict.cause == Cause::Stale)
        return {};
    const DialogueEnd &end = *verdict.dialogue;
    if (end.kind == DialogueEnd::Kind::Stale)
        return ExplanationStrings::tr("Its feed had been silent for %1.").arg(spokenDuration(end.waited));
    if (end.kind != DialogueEnd::Kind::CutShort)
        return {};
    return inOrder({ExplanationStrings::tr("This was within %1 of the dialogue, while %2 was waited for.")
                        .arg(stepName(end), quoted(end.expected)),
                    end.came.isEmpty() ? QString() : whatCameInstead(end)});
}

QString presetMissedBy(const Verdict &verdict, const QList<MissedStart> &looks)
{
    if (verdict.cause != Cause::PeerClose || !verdict.received)
        return {};
    constexpr quint16 noCode = 1005;
    const quint16 code = verdict.received->code.value_or(noCode);
    for (const MissedStart &look : looks)
        if ((!look.closeCode || *look.closeCode == code) &&
            (look.reason.isEmpty() || verdict.received->reason.contains(look.reason, Qt::CaseInsensitive)))
            return look.preset;
    return {};
}

QString presetRemark(const Verdict &verdict)
{
    return verdict.presetToTry.isEmpty()
               ? QString()
               : ExplanationStrings::tr("Clients of this service speak first: try the preset %1.")
                     .arg(quoted(verdict.presetToTry));
}

Suspicion suspicionOfDialogue(const Verdict &verdict)
{
    if (verdict.cause == Cause::Stale)
        return {Suspect::Peer, Suspect::Proxy};
    const DialogueEnd end = verdict.dialogue.value_or(DialogueEnd());
    switch (end.kind) {
    case DialogueEnd::Kind::Refused: // what this side said, or who it is
        return {Suspect::ThisSide, Suspect::Peer};
    case DialogueEnd::Kind::Unsendable:
    case DialogueEnd::Kind::Costly:
        return {Suspect::ThisSide, {}};
    case DialogueEnd::Kind::CutShort:
    case DialogueEnd::Kind::Silent:
    case DialogueEnd::Kind::Storm:
    case DialogueEnd::Kind::Stale:
        break;
    }
    return {Suspect::Peer, Suspect::ThisSide};
}

} // namespace Pongwatch
