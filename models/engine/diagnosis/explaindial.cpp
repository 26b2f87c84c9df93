// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/explaindial.h"

#include "engine/diagnosis/dialway.h"
#include "engine/diagnosis/httprejection.h"
#include "engine/diagnosis/pathfinding.h"
#include "engine/diagnosis/phrases.h"
#include "engine/diagnosis/tlsfault.h"
#include "engine/values/foreigntext.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

/// The sentence, followed by the system's own words, if any.
QString withDetail(const QString &sentence, const QString &detail)
{
    if (detail.trimmed().isEmpty())
        return sentence;
    //: a sentence, and after it what the system answered, between quotation marks
    return ExplanationStrings::tr("%1 The system says: %2.").arg(sentence, quoted(detail));
}

/// The sentence, followed by what each of several addresses did; for a single one, the system's words say it.
QString withAttempts(const QString &sentence, const Verdict &verdict)
{
    if (verdict.attempts.size() < 2)
        return withDetail(sentence, verdict.detail);
    //: two sentences, one after the other
    return ExplanationStrings::tr("%1 %2").arg(sentence, explainAttempts(verdict.attempts));
}

QString explainTcpTimeout(const Verdict &verdict, const QString &time)
{
    const bool someLeft = verdict.clientNote.kind == ClientNote::Kind::AddressesLeft;
    if (!someLeft && verdict.attempts.size() < 2 && tellsWhere(verdict))
        return ExplanationStrings::tr("Not open after %1: nothing answered the TCP connection.").arg(time);
    if (!someLeft && verdict.attempts.size() < 2) {
        return ExplanationStrings::tr(
                   "Not open after %1: nothing answered the TCP connection. A firewall drops "
                   "it, or the machine is down.")
            .arg(time);
    }
    const QString what =
        someLeft ? ExplanationStrings::tr(
                       "Not open after %1: no address of the server that was tried could be connected to.")
                       .arg(time)
                 : ExplanationStrings::tr(
                       "Not open after %1: none of the server's addresses could be connected to.")
                       .arg(time);
    return verdict.attempts.isEmpty()
               ? what
               : ExplanationStrings::tr("%1 %2").arg(what, explainAttempts(verdict.attempts));
}

QString explainOpenTimeout(const Verdict &verdict)
{
    const QString time = spokenDuration(verdict.waited.value_or(nanoseconds(0)));
    switch (verdict.phase) {
    case DialPhase::Dns:
        return ExplanationStrings::tr(
                   "Not open after %1: the host name was still being looked up. Check the name servers.")
            .arg(time);
    case DialPhase::Tcp:
        return explainTcpTimeout(verdict, time);
    case DialPhase::Proxy:
        return verdict.proxy ? ExplanationStrings::tr(
                                   "Not open after %1: %2 had not connected this side to the server.")
                                   .arg(time, proxyWithSource(*verdict.proxy))
                             : ExplanationStrings::tr(
                                   "Not open after %1: the proxy had not connected this side to the server.")
                                   .arg(time);
    case DialPhase::Tls:
        return ExplanationStrings::tr(
                   "Not open after %1: TCP was connected, but the TLS handshake was not finished. The server "
                   "hangs, or does not speak TLS on this port.")
            .arg(time);
    case DialPhase::Upgrade:
    case DialPhase::Open:
        break;
    }
    if (verdict.answerBegan) {
        return ExplanationStrings::
            tr("Not open after %1: the server began to answer the WebSocket upgrade, and did not come to an "
               "end. It or a proxy before it is overloaded, or the network is very slow.")
                .arg(time);
    }
    return ExplanationStrings::
        tr("Not open after %1: connected, but the server never answered the WebSocket upgrade. Its process "
           "hangs or is overloaded, or this port serves something else.")
            .arg(time);
}

/// The other side ended the TCP connection during the dial.
QString explainCutDial(const Verdict &verdict)
{
    const bool reset = verdict.cause == Cause::Reset;
    if (verdict.phase == DialPhase::Tls) {
        return reset ? ExplanationStrings::tr(
                           "The connection was reset within the TLS handshake: the server does not "
                           "speak TLS on "
                           "this port, or a firewall cut it.")
                     : ExplanationStrings::tr(
                           "The connection was ended within the TLS handshake: the server does not "
                           "speak TLS on "
                           "this port, or refuses this client.");
    }
    if (verdict.phase == DialPhase::Proxy)
        return ExplanationStrings::tr("The proxy ended the connection before it had reached the server.");
    if (verdict.answerBegan) {
        return reset ? ExplanationStrings::tr(
                           "The connection was reset in the middle of the server's answer to the WebSocket "
                           "upgrade: its process crashed, or a proxy or firewall cut it.")
                     : ExplanationStrings::tr(
                           "The connection was ended in the middle of the server's answer to the WebSocket "
                           "upgrade: its process failed, or a proxy broke off.");
    }
    // Socket.IO hangs up on paths that it does not serve, libwebsockets on unknown subprotocols, and TLS
    // ports on plain text.
    if (reset) {
        return verdict.secure
                   ? ExplanationStrings::tr("The connection was reset before the server answered the "
                                            "WebSocket upgrade: its process "
                                            "crashed, it serves nothing under this path, or a firewall or "
                                            "load balancer has no server "
                                            "behind it.")
                   : ExplanationStrings::tr(
                         "The connection was reset before the server answered the WebSocket upgrade: wrong "
                         "port, "
                         "wss is wanted instead of ws, the server's process crashed, or a firewall or load "
                         "balancer has no server behind it.");
    }
    return verdict.secure
               ? ExplanationStrings::tr(
                     "The connection was ended after the TLS handshake and before the server answered the "
                     "WebSocket upgrade: it refuses this client, its path or subprotocol, its process "
                     "failed, or a "
                     "load balancer has no server behind it.")
               : ExplanationStrings::tr(
                     "The connection was ended before the server answered the WebSocket upgrade: wrong port, "
                     "path or subprotocol, wss is wanted instead of ws, or a load balancer has no server "
                     "behind "
                     "it.");
}

} // namespace

QString explainDial(const Verdict &verdict)
{
    switch (verdict.cause) {
    case Cause::Dns:
        return withDetail(
            ExplanationStrings::tr(
                "The host name could not be resolved: check its spelling and the name servers."),
            verdict.detail);
    case Cause::Refused:
        return withAttempts(
            ExplanationStrings::tr(
                "The connection was refused: nothing listens on this port, or a firewall rejects "
                "it. Is the server running?"),
            verdict);
    case Cause::Unreachable:
        return withAttempts(
            tellsWhere(verdict)
                ? ExplanationStrings::tr("The server's address can't be reached.")
                : ExplanationStrings::tr(
                      "The server's address can't be reached: no route, or this machine is offline."),
            verdict);
    case Cause::Tls:
        return withDetail(explainTlsFailure(tlsFailureOf(verdict)), verdict.detail);
    case Cause::HandshakeRejected:
        return explainRejection(verdict);
    case Cause::HandshakeInvalid:
        if (verdict.tls)
            return explainTlsFailure(*verdict.tls);
        return withDetail(
            ExplanationStrings::tr("The answer to the handshake is not that of a WebSocket server: a proxy "
                                   "in between changes it, or something else serves this URL."),
            verdict.detail);
    case Cause::OpenTimeout:
        return explainOpenTimeout(verdict);
    case Cause::Proxy:
        return verdict.proxy ? explainProxy(verdict) : withDetail(explainProxy(verdict), verdict.detail);
    case Cause::Eof:
    case Cause::Reset:
        return explainCutDial(verdict);
    case Cause::OwnLimit: {
        const QString sentence =
            ExplanationStrings::tr("This side could not dial: a limit of this machine is reached.");
        // This is our own text, which ends with what to set, so it is not cut as short as foreign text.
        constexpr qsizetype mostOfIt = 300;
        return verdict.detail.isEmpty() ? sentence
                                        : sentence + u' ' + harmlessText(verdict.detail, mostOfIt) + u'.';
    }
    default:
        break;
    }
    return withDetail(ExplanationStrings::tr("The connection could not be made."), verdict.detail);
}

} // namespace Pongwatch
