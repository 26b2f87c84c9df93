// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/explaindial.h"

#include "engine/diagnosis/explanationstrings.h"
#include "engine/diagnosis/phrases.h"
#include "engine/diagnosis/tlsfault.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

/// The sentence, and in which words the system put it when it said anything.
QString withDetail(const QString &sentence, const QString &detail)
{
    if (detail.trimmed().isEmpty()) {
        return sentence;
    }
    //: a sentence, and after it what the system answered, between quotation marks
    return ExplanationStrings::tr("%1 In the system's words: %2.").arg(sentence, quoted(detail));
}

QString adviceForStatus(int status)
{
    switch (status) {
    case 400:
        return ExplanationStrings::tr(
            "the server or a proxy before it does not take this for a WebSocket handshake");
    case 401:
        return ExplanationStrings::tr("the server wants credentials, or other ones");
    case 403:
        return ExplanationStrings::tr(
            "the server refuses this client; check credentials, origin and address lists");
    case 404:
        return ExplanationStrings::tr("nothing is served under this path; check the URL");
    case 407:
        return ExplanationStrings::tr("a proxy wants credentials");
    case 426:
        return ExplanationStrings::tr("the server wants another version of the protocol");
    case 429:
        return ExplanationStrings::tr("too many requests; dial less often");
    case 500:
        return ExplanationStrings::tr("something failed inside the server; look for an exception in its log");
    case 502:
        return ExplanationStrings::tr("the proxy can't reach the server behind it");
    case 503:
        return ExplanationStrings::tr("the server is overloaded or being deployed");
    case 504:
        return ExplanationStrings::tr("the server behind the proxy did not answer it in time");
    default:
        break;
    }
    if (status >= 200 && status < 300) {
        return ExplanationStrings::tr("a web page answers under this URL, not a WebSocket server");
    }
    if (status >= 300 && status < 400) {
        return ExplanationStrings::tr("the server sends clients elsewhere; use the new address in the URL");
    }
    if (status >= 500) {
        return ExplanationStrings::tr("the fault is on the server's side");
    }
    return ExplanationStrings::tr("the server does not want this request");
}

QString explainRejected(const Verdict &verdict)
{
    if (!verdict.httpStatus) {
        return withDetail(ExplanationStrings::tr("The server rejected the WebSocket handshake."),
                          verdict.detail);
    }
    const QString again = verdict.final ? ExplanationStrings::tr("It will not be dialled again by itself.")
                                        : ExplanationStrings::tr("Another dial may help.");
    //: %1 an HTTP status, %2 what it means, %3 whether another dial may help
    return ExplanationStrings::tr("The server rejected the handshake with HTTP status %1: %2. %3")
        .arg(QString::number(*verdict.httpStatus), adviceForStatus(*verdict.httpStatus), again);
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
        return ExplanationStrings::
            tr("Not open after %1: nothing answered the TCP connection. A firewall drops it, or the machine "
               "is down.")
                .arg(time);
    case DialPhase::Proxy:
        return ExplanationStrings::tr(
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
    return ExplanationStrings::
        tr("Not open after %1: connected, but the server never answered the WebSocket upgrade. Its process "
           "hangs or is overloaded, or this port serves something else.")
            .arg(time);
}

/// The other side ended the TCP connection while it was being dialled.
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
    if (verdict.phase == DialPhase::Proxy) {
        return ExplanationStrings::tr("The proxy ended the connection before it had reached the server.");
    }
    return reset
               ? ExplanationStrings::tr(
                     "The connection was reset before the server answered the WebSocket upgrade: its process "
                     "crashed, or a firewall or load balancer has no server behind it.")
               : ExplanationStrings::tr(
                     "The connection was ended before the server answered the WebSocket upgrade: wrong port, "
                     "wss is wanted instead of ws, or a load balancer has no server behind it.");
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
        return withDetail(
            ExplanationStrings::tr(
                "The connection was refused: nothing listens on this port, or a firewall rejects "
                "it. Is the server running?"),
            verdict.detail);
    case Cause::Unreachable:
        return withDetail(ExplanationStrings::tr(
                              "The server's address can't be reached: no route, or this machine is offline."),
                          verdict.detail);
    case Cause::Tls:
        return withDetail(explainTlsFailure(tlsFailureOf(verdict)), verdict.detail);
    case Cause::HandshakeRejected:
        return explainRejected(verdict);
    case Cause::HandshakeInvalid:
        return withDetail(
            ExplanationStrings::tr(
                "The answer to the handshake is not that of a WebSocket server: a proxy between "
                "changes it, or something else serves this URL."),
            verdict.detail);
    case Cause::OpenTimeout:
        return explainOpenTimeout(verdict);
    case Cause::Proxy:
        return withDetail(ExplanationStrings::tr(
                              "The proxy did not connect this side to the server: check the proxy's address, "
                              "credentials and rules."),
                          verdict.detail);
    case Cause::Eof:
    case Cause::Reset:
        return explainCutDial(verdict);
    default:
        break;
    }
    return withDetail(ExplanationStrings::tr("The connection could not be made."), verdict.detail);
}

} // namespace Pongwatch
