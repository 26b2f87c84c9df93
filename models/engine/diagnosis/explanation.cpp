// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/explanation.h"

#include "engine/diagnosis/clientnotes.h"
#include "engine/diagnosis/closecodes.h"
#include "engine/diagnosis/connectionlimit.h"
#include "engine/diagnosis/dialway.h"
#include "engine/diagnosis/examinedlimit.h"
#include "engine/diagnosis/explaindial.h"
#include "engine/diagnosis/explaindialogue.h"
#include "engine/diagnosis/explainpath.h"
#include "engine/diagnosis/phrases.h"

#include <QCoreApplication>
#include <QLatin1String>
#include <QStringList>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr quint16 goingAway = 1001;
constexpr quint16 internalError = 1011;

/// Joins sentences. It has its own tr(), because not every script puts a space between them.
QString sentences(const QStringList &parts)
{
    QString all;
    for (const QString &part : parts) {
        if (part.isEmpty())
            continue;
        //: two sentences, one after the other
        all = all.isEmpty() ? part : ExplanationStrings::tr("%1 %2").arg(all, part);
    }
    return all;
}

/// "The peer said: “…”.", or nothing.
QString whatWasSaid(const QString &reason)
{
    return reason.trimmed().isEmpty() ? QString()
                                      : ExplanationStrings::tr("Its reason: %1.").arg(quoted(reason));
}

/// "What the system answered: “…”.", or nothing.
QString whatTheSystemSaid(const QString &detail)
{
    return detail.trimmed().isEmpty() ? QString()
                                      : ExplanationStrings::tr("The system says: %1.").arg(quoted(detail));
}

/// 1012 and similar codes with their names: "1012 (restart)".
QString codeWithName(quint16 code)
{
    return ExplanationStrings::tr("%1 (%2)").arg(QString::number(code), closeCodeName(code));
}

QString explainIdleLimit(const ConnectionLimit &limit)
{
    const QString length = spokenDuration(limit.length);
    const QString what =
        limit.common
            ? ExplanationStrings::tr("This looks like an idle timeout of a proxy or load balancer of "
                                     "%1; ping more often than that.")
                  .arg(length)
            : ExplanationStrings::tr("The connection is cut whenever nothing comes in for %1: an idle "
                                     "timeout of the server, a proxy or a load balancer; ping more "
                                     "often than that.")
                  .arg(length);
    return sentences(
        {what, limit.pingsReset ? ExplanationStrings::tr("An answered ping resets it.") : QString()});
}

/// A limit that was known before this end, which agrees with it.
QString explainExaminedLimit(const ConnectionLimit &limit)
{
    const QString length = spokenDuration(limit.length);
    QString what;
    QString setting;
    switch (limit.kind) {
    case LimitKind::Idle:
        what = ExplanationStrings::tr("An examination had found this limit: connections are cut after %1 of "
                                      "silence. Ping more often than that, which resets it.")
                   .arg(length);
        setting = idleSettingOf(limit.front);
        break;
    case LimitKind::DataIdle:
        what = ExplanationStrings::tr("An examination had found this limit: connections are cut when no "
                                      "message has passed for %1. Pings don't reset it; send a message more "
                                      "often than that.")
                   .arg(length);
        setting = idleSettingOf(limit.front);
        break;
    case LimitKind::Age:
        what = ExplanationStrings::tr("An examination had found this limit: connections end at an age of %1, "
                                      "whatever passes. Nothing that is sent puts it off; reconnect, or have "
                                      "it raised.")
                   .arg(length);
        break;
    case LimitKind::AgeOrDataIdle:
        what = ExplanationStrings::tr("An examination had found this limit: connections end at an age of %1, "
                                      "though they are pinged. Pings don't put it off; messages may.")
                   .arg(length);
        break;
    }
    if (limit.front.isEmpty())
        return what;
    const QString front = harmless(limit.front);
    return sentences(
        {what, setting.isEmpty()
                   ? ExplanationStrings::tr("What answers there is %1.").arg(front)
                   : ExplanationStrings::tr("What answers there is %1, in which the setting is usually %2.")
                         .arg(front, setting)});
}

/// Whose limit ended the connection, if it looks like one; or nothing.
QString limitHint(const Verdict &verdict)
{
    const std::optional<ConnectionLimit> limit = limitOf(verdict);
    if (!limit)
        return {};
    if (limit->examined)
        return explainExaminedLimit(*limit);
    const QString length = spokenDuration(limit->length);
    switch (limit->kind) {
    case LimitKind::Idle:
        break;
    case LimitKind::DataIdle:
        return ExplanationStrings::tr("It ends whenever no message has passed for %1, though pings are "
                                      "answered: an idle timeout that counts messages only, of a proxy, a "
                                      "load balancer or the server; send one more often than that.")
            .arg(length);
    case LimitKind::Age:
        return ExplanationStrings::tr(
                   "It ends at the age of %1, though messages pass and pings are answered: "
                   "a limit on the age of connections, of a proxy, a load balancer or the "
                   "server. Nothing that is sent puts it off; reconnect.")
            .arg(length);
    case LimitKind::AgeOrDataIdle:
        return limit->length < seconds(60)
                   ? ExplanationStrings::tr("It ends at the age of %1, though pings are answered: a limit on "
                                            "the age of connections, or an idle timeout that counts messages "
                                            "only, of a proxy, a load balancer or the server; or the server "
                                            "waits for a message, such as a login.")
                         .arg(length)
                   : ExplanationStrings::tr(
                         "It ends at the age of %1, though pings are answered: a limit on "
                         "the age of connections, or an idle timeout that counts messages "
                         "only, of a proxy, a load balancer or the server. Pings don't put "
                         "it off; messages may.")
                         .arg(length);
    }
    return explainIdleLimit(*limit);
}

QString explainPeerClose(const Verdict &verdict)
{
    const CloseFrame received = verdict.received.value_or(CloseFrame{});
    const QString age = spokenDuration(verdict.age);
    if (!received.code) {
        return sentences(
            {ExplanationStrings::tr(
                 "The peer closed after %1 with an empty Close frame: a clean end whose reason it withheld.")
                 .arg(age),
             limitHint(verdict)});
    }
    const quint16 code = *received.code;
    if (code == internalError && received.reason.contains(QLatin1String("keepalive"), Qt::CaseInsensitive)) {
        return sentences(
            {ExplanationStrings::tr(
                 "The peer closed after %1 with 1011 because it missed this side's pong: look at "
                 "this side and at the path to the peer, not at the server.")
                 .arg(age),
             whatWasSaid(received.reason)});
    }
    const QString limit = limitHint(verdict);
    return sentences(
        {ExplanationStrings::tr("The peer closed after %1 with %2.").arg(age, codeWithName(code)),
         whatWasSaid(received.reason), limit.isEmpty() ? closeCodeAdvice(code) : limit});
}

QString explainLocalClose(const Verdict &verdict)
{
    if (verdict.phase != DialPhase::Open)
        return ExplanationStrings::tr("The dial was given up on this side before the connection was open.");
    const QString age = spokenDuration(verdict.age);
    QString what;
    if (!verdict.sent) {
        what = ExplanationStrings::tr("Dropped on this side after %1.").arg(age);
    } else if (verdict.sent->code == goingAway) {
        what = ExplanationStrings::tr("Closed on this side after %1, because the program ended.").arg(age);
    } else if (verdict.sent->code) {
        what = ExplanationStrings::tr("Closed on this side after %1 with %2.")
                   .arg(age, codeWithName(*verdict.sent->code));
    } else {
        what = ExplanationStrings::tr("Closed on this side after %1 with an empty Close frame.").arg(age);
    }
    if (const QString remark = remarkOfClient(verdict); !verdict.received && !remark.isEmpty())
        return sentences({what, remark});
    if (verdict.sent && !verdict.received) {
        return sentences(
            {what, ExplanationStrings::tr("The peer did not answer with a Close frame of its own.")});
    }
    return what;
}

/// How long no pong came, as a clause.
QString noPongFor(const Verdict &verdict)
{
    return verdict.waited ? ExplanationStrings::tr("no pong came for %1").arg(spokenDuration(*verdict.waited))
                          : ExplanationStrings::tr("no pong came in time");
}

/// With a forward proxy, TCP's figures are about the way to the proxy, and its machine.
QString explainProxySilent(const Verdict &verdict)
{
    if (verdict.tcp && verdict.tcp->unacked == 0 && verdict.tcp->unsentBytes > 0) {
        return ExplanationStrings::tr("The proxy's TCP stack answers, but %1 bytes wait in front of a closed "
                                      "receive window, and %2: "
                                      "the proxy or the server behind it hangs or can't keep up.")
            .arg(spokenNumber(verdict.tcp->unsentBytes), noPongFor(verdict));
    }
    const int pings = static_cast<int>(std::max(verdict.pingsUnanswered, 1U));
    const QString acknowledged =
        pings == 1 ? ExplanationStrings::tr("The proxy's TCP stack acknowledged the ping")
                   : ExplanationStrings::tr("The proxy's TCP stack acknowledged %Ln pings", nullptr, pings);
    return ExplanationStrings::tr(
               "%1, but %2: the proxy or the server behind it hangs, or the way between them is cut.")
        .arg(acknowledged, noPongFor(verdict));
}

QString explainPeerSilent(const Verdict &verdict)
{
    const bool goesOnSending =
        verdict.waited && verdict.sinceLastReceived && *verdict.sinceLastReceived * 2 < *verdict.waited;
    if (verdict.proxy && !goesOnSending)
        return explainProxySilent(verdict);
    if (verdict.tcp && verdict.tcp->unacked == 0 && verdict.tcp->unsentBytes > 0) {
        const qint64 bytes = verdict.tcp->unsentBytes;
        return ExplanationStrings::
            tr("The server's TCP stack answers, but its program has stopped reading (%1 bytes wait in front "
               "of a closed receive window), and %2: the process hangs or can't keep up.")
                .arg(spokenNumber(bytes), noPongFor(verdict));
    }
    if (goesOnSending) {
        return ExplanationStrings::tr(
                   "The peer goes on sending (the last byte came %1 before), but %2: it does not answer "
                   "pings, or "
                   "they wait behind other traffic.")
            .arg(spokenDuration(*verdict.sinceLastReceived), noPongFor(verdict));
    }
    const int pings = static_cast<int>(std::max(verdict.pingsUnanswered, 1U));
    const QString acknowledged =
        pings == 1 ? ExplanationStrings::tr("The server's TCP stack acknowledged the ping")
                   : ExplanationStrings::tr("The server's TCP stack acknowledged %Ln pings", nullptr, pings);
    return ExplanationStrings::tr("%1, but %2: the process or a proxy in front of it hangs.")
        .arg(acknowledged, noPongFor(verdict));
}

QString explainPathSilent(const Verdict &verdict)
{
    const TcpSnapshot tcp = verdict.tcp.value_or(TcpSnapshot{});
    const int segments = static_cast<int>(tcp.unacked);
    const int retries = static_cast<int>(tcp.retransmits);
    const QString after = retries == 1
                              ? ExplanationStrings::tr("after a retransmission")
                              : ExplanationStrings::tr("after %Ln retransmissions", nullptr, retries);
    const QString unacknowledged =
        segments == 0 ? ExplanationStrings::tr("the probes of a closed window stay unanswered")
        : segments == 1
            ? ExplanationStrings::tr("one segment is still unacknowledged %1").arg(after)
            : ExplanationStrings::tr("%Ln segments are still unacknowledged %1", nullptr, segments)
                  .arg(after);
    if (tellsWhere(verdict)) // and so what to check
        return (verdict.proxy ? ExplanationStrings::tr("The network to the proxy is silent: %1, and %2.")
                              : ExplanationStrings::tr("The network to the peer is silent: %1, and %2."))
            .arg(unacknowledged, noPongFor(verdict));
    if (verdict.proxy) {
        return ExplanationStrings::
            tr("The network to the proxy is silent: %1, and %2. Check the link and firewalls on the way to "
               "it, and whether its machine is up.")
                .arg(unacknowledged, noPongFor(verdict));
    }
    return ExplanationStrings::tr(
               "The network to the peer is silent: %1, and %2. Check the link, firewalls and NAT on the way, "
               "and whether the peer's machine is up.")
        .arg(unacknowledged, noPongFor(verdict));
}

/// Converts a count to the type that selects a plural.
int countForPlural(quint64 count)
{
    constexpr quint64 most = 1'000'000'000;
    return static_cast<int>(std::min(count, most));
}

/// The peer answers, but not what it was asked.
QString explainForeignPongs(const Verdict &verdict)
{
    const QString waited = spokenDuration(verdict.waited.value_or(nanoseconds(0)));
    if (verdict.unsolicitedPongs >= verdict.foreignPongs) { // more pongs than pings: it answers none of them
        return ExplanationStrings::tr("The peer sends pongs of its own accord, as RFC 6455 5.5.3 allows, but "
                                      "for %1 none that answers a ping of this side: its program does not "
                                      "answer pings, or a proxy in between takes them away.")
            .arg(waited);
    }
    const int pongs = countForPlural(verdict.foreignPongs);
    const QString what =
        pongs == 1
            ? ExplanationStrings::tr("a pong came with another payload than its ping had, or with none")
            : ExplanationStrings::tr("%Ln pongs came with other payloads than their pings had, or with none",
                                     nullptr, pongs);
    return ExplanationStrings::tr(
               "The peer answers pings, but wrongly: %1, and for %2 none with the right one. Its WebSocket "
               "implementation, or a proxy in between, does not conform (RFC 6455 5.5.3).")
        .arg(what, waited);
}

/// The missed pong came after all, while the connection was being closed.
QString lateAnswerRemark(const Verdict &verdict)
{
    return verdict.lateAnswer ? ExplanationStrings::tr("Its pong came after %1, when this side had closed "
                                                       "already: it is slow, not gone.")
                                    .arg(spokenDuration(*verdict.lateAnswer))
                              : QString();
}

QString explainKeepaliveTimeout(const Verdict &verdict)
{
    if (verdict.foreignPongs > 0 && verdict.evidence != Evidence::PathSilent)
        return explainForeignPongs(verdict);
    switch (verdict.evidence) {
    case Evidence::PeerSilent:
        return explainPeerSilent(verdict);
    case Evidence::PathSilent:
        return explainPathSilent(verdict);
    case Evidence::Unknown:
        break;
    }
    const int pings = static_cast<int>(verdict.pingsUnanswered);
    const QString unanswered = pings > 1 ? ExplanationStrings::tr("%Ln pings are unanswered", nullptr, pings)
                                         : ExplanationStrings::tr("the ping is unanswered");
    QString what = ExplanationStrings::tr(
                       "No answer: %1, and %2. Whether the network or the peer fell silent can't be told.")
                       .arg(unanswered, noPongFor(verdict));
    if (!verdict.sinceLastReceived)
        return what;
    return sentences({what, ExplanationStrings::tr("The last byte came %1 before.")
                                .arg(spokenDuration(*verdict.sinceLastReceived))});
}

/// "After 63 s, 2 s after the last byte": when an open connection was cut.
QString whenItWasCut(const Verdict &verdict)
{
    const QString age = spokenDuration(verdict.age);
    if (!verdict.sinceLastReceived)
        return ExplanationStrings::tr("after %1").arg(age);
    return ExplanationStrings::tr("after %1, %2 after the last byte came in")
        .arg(age, spokenDuration(*verdict.sinceLastReceived));
}

QString explainEof(const Verdict &verdict)
{
    const QString hint = limitHint(verdict);
    if (verdict.proxy && hint.isEmpty()) {
        return ExplanationStrings::tr(
                   "The proxy ended the TCP connection without a Close frame %1: by itself, or because the "
                   "server had ended its own. Check the logs of both for this time.")
            .arg(whenItWasCut(verdict));
    }
    return sentences(
        {ExplanationStrings::tr("The TCP connection was ended by the other side without a Close frame %1.")
             .arg(whenItWasCut(verdict)),
         hint.isEmpty()
             ? ExplanationStrings::tr("The server's process ended, or a proxy dropped the connection: "
                                      "look into their logs at this time.")
             : hint});
}

QString explainReset(const Verdict &verdict)
{
    const QString hint = limitHint(verdict);
    if (verdict.proxy && hint.isEmpty()) {
        return ExplanationStrings::tr("The TCP connection to the proxy was reset %1: the proxy crashed or "
                                      "was killed, or it passed on "
                                      "what the server or a firewall did.")
            .arg(whenItWasCut(verdict));
    }
    return sentences(
        {ExplanationStrings::tr("The TCP connection was reset %1.").arg(whenItWasCut(verdict)),
         hint.isEmpty()
             ? ExplanationStrings::tr("The server's process crashed or was killed, or a firewall or load "
                                      "balancer dropped the connection.")
             : hint});
}

/// What the other side did if this side closed because of what it received.
QString explainOwnRefusal(const Verdict &verdict)
{
    constexpr quint16 protocolError = 1002;
    constexpr quint16 invalidData = 1007;
    const QString age = spokenDuration(verdict.age);
    const QString wrong = verdict.detail.trimmed().isEmpty()
                              ? QString()
                              : ExplanationStrings::tr("What was wrong: %1.").arg(quoted(verdict.detail));
    if (verdict.brokenClose) {
        return sentences(
            {ExplanationStrings::tr("The peer closed after %1, but its Close frame breaks the WebSocket "
                                    "protocol: the server or a proxy in between does not conform.")
                 .arg(age),
             wrong, whatWasSaid(verdict.received ? verdict.received->reason : QString())});
    }
    const quint16 sent = verdict.sent ? verdict.sent->code.value_or(protocolError) : protocolError;
    if (verdict.cause == Cause::MessageTooBig) {
        return sentences(
            {ExplanationStrings::tr(
                 "The peer announced a message over the size limit, so this side closed with 1009 after %1: "
                 "raise the limit, or look at what the peer sends.")
                 .arg(age),
             wrong});
    }
    if (sent == invalidData) {
        return sentences(
            {ExplanationStrings::tr(
                 "The peer sent text that is not valid UTF-8, so this side closed with 1007 after "
                 "%1: it sends binary data as text, or in another encoding.")
                 .arg(age),
             wrong});
    }
    return sentences(
        {ExplanationStrings::tr(
             "The peer sent what breaks the WebSocket protocol, so this side closed with %2 after %1: "
             "the server or a proxy between does not conform.")
             .arg(age, QString::number(sent)),
         wrong});
}

QString explainNetworkError(const Verdict &verdict)
{
    return sentences({ExplanationStrings::tr("The network connection failed %1.").arg(whenItWasCut(verdict)),
                      whatTheSystemSaid(verdict.detail)});
}

/// Whether this ended an open connection. Some causes can't happen to a dial, whatever the phase says.
bool endedOpen(const Verdict &verdict)
{
    switch (verdict.cause) {
    case Cause::PeerClose:
    case Cause::KeepaliveTimeout:
    case Cause::ProtocolError:
    case Cause::MessageTooBig:
        return true;
    default:
        return verdict.phase == DialPhase::Open;
    }
}

QString explainEnd(const Verdict &verdict)
{
    if (const std::optional<QString> byClient = explainByClient(verdict))
        return *byClient;
    if (verdict.cause == Cause::Dialogue)
        return explainDialogue(verdict);
    if (verdict.cause == Cause::Stale)
        return explainStale(verdict);
    if (!endedOpen(verdict))
        return explainDial(verdict);
    switch (verdict.cause) {
    case Cause::PeerClose:
        return explainPeerClose(verdict);
    case Cause::KeepaliveTimeout:
        return sentences({explainKeepaliveTimeout(verdict), lateAnswerRemark(verdict)});
    case Cause::Eof:
        return explainEof(verdict);
    case Cause::Reset:
        return explainReset(verdict);
    case Cause::ProtocolError:
    case Cause::MessageTooBig:
        return explainOwnRefusal(verdict);
    case Cause::NetworkError:
        return explainNetworkError(verdict);
    case Cause::Unreachable: // "no route to host" can also end an open connection
        return sentences(
            {ExplanationStrings::tr("The network lost its route to the peer %1.").arg(whenItWasCut(verdict)),
             whatTheSystemSaid(verdict.detail)});
    case Cause::Tls:
        return sentences(
            {ExplanationStrings::tr("TLS failed within the open connection %1.").arg(whenItWasCut(verdict)),
             whatTheSystemSaid(verdict.detail)});
    default:
        return explainDial(verdict);
    }
}

/// If the peer ended an open connection shortly after this side stood still, that says little about the
/// peer.
QString resumeRemark(const Verdict &verdict)
{
    if (!followsSuspend(verdict))
        return {};
    const QString since = spokenDuration(*verdict.sinceResume);
    return verdict.programStood
               ? ExplanationStrings::tr("Pongwatch itself had been stopped until %1 before, and had answered "
                                        "nothing meanwhile, which explains a lost connection.")
                     .arg(since)
               : ExplanationStrings::tr(
                     "This machine had woken from suspend %1 before, which explains a lost connection.")
                     .arg(since);
}

/// What else was on the way, unless the sentence already says it: a forward proxy, a redirect.
QString wayRemark(const Verdict &verdict)
{
    QStringList parts;
    const bool proxySaid = verdict.cause == Cause::Proxy ||
                           (verdict.cause == Cause::OpenTimeout && verdict.phase == DialPhase::Proxy);
    if (verdict.proxy && !proxySaid && verdict.cause != Cause::Dns) {
        parts.append(
            ExplanationStrings::tr("The connection went through %1.").arg(proxyWithSource(*verdict.proxy)));
    }
    if (!verdict.redirectedTo.isEmpty())
        parts.append(ExplanationStrings::tr("A redirect had led to %1.").arg(quoted(verdict.redirectedTo)));
    return sentences(parts);
}

QString similarEndsRemark(const Verdict &verdict)
{
    if (verdict.similarEnds < 2)
        return {};
    return ExplanationStrings::tr("%1 of the last %Ln ends looked like this.", nullptr,
                                  static_cast<int>(verdict.endsCompared))
        .arg(spokenNumber(verdict.similarEnds));
}

} // namespace

QString explain(const Verdict &verdict)
{
    if (verdict.cause == Cause::LocalClose)
        return explainLocalClose(verdict);
    return sentences({explainEnd(verdict), verdict.path ? explainPath(*verdict.path) : QString(),
                      dialogueRemark(verdict), wayRemark(verdict), remarkOfClient(verdict),
                      resumeRemark(verdict), similarEndsRemark(verdict), presetRemark(verdict)});
}

} // namespace Pongwatch
