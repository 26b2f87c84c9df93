// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/suspicion.h"

#include "engine/diagnosis/connectionlimit.h"
#include "engine/diagnosis/dialway.h"
#include "engine/diagnosis/explaindialogue.h"
#include "engine/diagnosis/httprejection.h"
#include "engine/diagnosis/pathfinding.h"
#include "engine/diagnosis/tlsfault.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace Pongwatch
{

namespace
{

struct SuspicionStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Suspicion)
};

constexpr Suspicion us{Suspect::ThisSide, {}};
constexpr Suspicion peer{Suspect::Peer, {}};
constexpr Suspicion peerPerhapsProxy{Suspect::Peer, Suspect::Proxy};

Suspicion afterLimit(const ConnectionLimit &limit)
{
    if (limit.examined) // what answers need not be what cuts, but it is the likeliest
        return limit.front.isEmpty() ? Suspicion{Suspects(Suspect::Proxy) | Suspect::Peer, {}}
                                     : Suspicion{Suspect::Proxy, Suspect::Peer};
    // A server that waits for a login in vain, or crashes each time, also ends connections early.
    const bool early = limit.kind != LimitKind::Idle && !limit.common && limit.length < seconds(60);
    return early ? Suspicion{Suspects(Suspect::Proxy) | Suspect::Peer, {}}
                 : Suspicion{Suspect::Proxy, Suspect::Peer};
}

Suspicion afterPeerClose(const Verdict &verdict)
{
    if (verdict.limit && verdict.limit->examined)
        return afterLimit(*verdict.limit);
    if (verdict.limit) // gateways may close cleanly, too
        return {Suspects(Suspect::Proxy) | Suspect::Peer, {}};
    const std::optional<quint16> code = verdict.received ? verdict.received->code : std::nullopt;
    switch (code.value_or(1005)) {
    case 1002: // it saw broken frames, but this side doesn't send any
        return {Suspect::Proxy, Suspects(Suspect::ThisSide) | Suspect::Peer};
    case 1003:
    case 1007:
    case 1009:
    case 1010: // it refused what this side sent
    case 1008:
    case 3000:
    case 3003: // and here who this side is, or how often it comes
        return us;
    case 1011: // the peer missed a pong of this side, or had an error
        if (verdict.received->reason.contains(QLatin1String("keepalive"), Qt::CaseInsensitive))
            return {Suspects(Suspect::ThisSide) | Suspect::Network, {}};
        return peer;
    case 3008:
        return {Suspects(Suspect::ThisSide) | Suspect::Network, {}};
    default:
        return peer;
    }
}

Suspicion afterOpenTimeout(const Verdict &verdict)
{
    const auto refused = [](const AddressAttempt &attempt) {
        return attempt.outcome == AddressOutcome::Refused;
    };
    switch (verdict.phase) {
    case DialPhase::Dns:
        return {Suspects(Suspect::ThisSide) | Suspect::Network, {}};
    case DialPhase::Tcp: // packets are dropped silently, or nobody is there
        if (std::any_of(verdict.attempts.begin(), verdict.attempts.end(), refused))
            return {Suspects(Suspect::Network) | Suspect::Peer, Suspect::ThisSide};
        return verdict.clientNote.kind ==
                       ClientNote::Kind::AddressesLeft // another client would try these next
                   ? Suspicion{Suspect::Network, Suspects(Suspect::Peer) | Suspect::ThisSide}
                   : Suspicion{Suspect::Network, Suspect::Peer};
    case DialPhase::Proxy:
        return {Suspect::Proxy, Suspect::Peer};
    case DialPhase::Tls: // or the URL has wss for a port without TLS
        return {Suspect::Peer, Suspects(Suspect::ThisSide) | Suspect::Proxy};
    case DialPhase::Upgrade:
    case DialPhase::Open:
        break;
    }
    if (verdict.answerBegan)
        return {Suspect::Peer, Suspects(Suspect::Proxy) | Suspect::Network};
    return peerPerhapsProxy;
}

/// With a forward proxy, TCP ends there, so its figures are about the way to the proxy.
Suspicion silentBehindProxy(Evidence evidence)
{
    switch (evidence) {
    case Evidence::PathSilent:
        return {Suspect::Network, Suspect::Proxy};
    case Evidence::PeerSilent:
        return {Suspects(Suspect::Proxy) | Suspect::Peer, Suspect::Network};
    case Evidence::Unknown:
        break;
    }
    return {Suspects(Suspect::Network) | Suspect::Proxy | Suspect::Peer, {}};
}

Suspicion afterCut(const Verdict &verdict)
{
    if (const std::optional<ConnectionLimit> limit = limitOf(verdict))
        return afterLimit(*limit);
    if (verdict.phase == DialPhase::Proxy)
        return {Suspect::Proxy, {}};
    if (verdict.phase == DialPhase::Tls) // or the URL has wss for a port without TLS
        return {Suspect::Peer, Suspects(Suspect::ThisSide) | Suspect::Proxy};
    if (verdict.proxy && verdict.phase == DialPhase::Open) // it was the connection to the proxy that ended
        return {Suspects(Suspect::Proxy) | Suspect::Peer, Suspect::Network};
    if (verdict.phase == DialPhase::Upgrade &&
        !verdict.answerBegan) // or a wrong path or subprotocol, or ws for a wss port
        return {Suspect::Peer, Suspects(Suspect::ThisSide) | Suspect::Proxy};
    return verdict.cause == Cause::Reset
               ? Suspicion{Suspect::Peer, Suspects(Suspect::Proxy) | Suspect::Network}
               : peerPerhapsProxy;
}

/// In the order from here to the peer.
QStringList namesOf(Suspects suspects)
{
    QStringList names;
    for (const Suspect one : allSuspects) {
        if (!suspects.testFlag(one))
            continue;
        switch (one) {
        case Suspect::ThisSide:
            names.append(SuspicionStrings::tr("this side", "in a sentence"));
            break;
        case Suspect::Network:
            names.append(SuspicionStrings::tr("the network", "in a sentence"));
            break;
        case Suspect::Proxy:
            names.append(SuspicionStrings::tr("a proxy", "in a sentence"));
            break;
        case Suspect::Peer:
            names.append(SuspicionStrings::tr("the peer", "in a sentence"));
            break;
        }
    }
    return names;
}

} // namespace

Suspicion suspicionOf(Evidence evidence)
{
    switch (evidence) {
    case Evidence::PathSilent: // no acknowledgement: a cut path, or a machine that is off
        return {Suspect::Network, Suspect::Peer};
    case Evidence::PeerSilent: // a proxy's TCP acknowledges as well as the server's
        return peerPerhapsProxy;
    case Evidence::Unknown:
        break;
    }
    return {Suspects(Suspect::Network) | Suspect::Peer, Suspect::Proxy};
}

Suspicion suspicionOf(const Verdict &verdict)
{
    if (verdict.cause == Cause::LocalClose)
        return {};
    if (verdict.cause != Cause::PeerClose && followsSuspend(verdict))
        return us;
    if (verdict.path)
        if (const PathFinding finding = findOnPath(*verdict.path); finding.side != PathFinding::Side::Unknown)
            return {suspectsOf(finding, verdict.path->trace), {}};
    switch (verdict.cause) {
    case Cause::LocalClose:
        break;
    case Cause::PeerClose:
        return afterPeerClose(verdict);
    case Cause::KeepaliveTimeout:
        if (verdict.proxy && verdict.foreignPongs == 0)
            return silentBehindProxy(verdict.evidence);
        return verdict.foreignPongs > 0 && verdict.evidence != Evidence::PathSilent
                   ? peerPerhapsProxy
                   : suspicionOf(verdict.evidence);
    case Cause::Eof:
    case Cause::Reset:
        return afterCut(verdict);
    case Cause::Dns: // a wrong name, or name servers that this machine can't reach or that don't know it
    case Cause::Unreachable:
        return {Suspects(Suspect::ThisSide) | Suspect::Network, {}};
    case Cause::Refused:
        return {Suspect::Peer,
                Suspects(Suspect::ThisSide) | Suspect::Proxy}; // or a wrong port, or a firewall
    case Cause::Tls:
        return suspicionOfTls(tlsFailureOf(verdict));
    case Cause::HandshakeRejected:
        return suspicionOfRejection(verdict);
    case Cause::HandshakeInvalid:
        if (verdict.tls)
            return suspicionOfTls(*verdict.tls);
        if (verdict.clientNote.kind == ClientNote::Kind::AnswerRefused)
            return us;
        return {Suspects(Suspect::Proxy) | Suspect::Peer, Suspect::ThisSide};
    case Cause::OpenTimeout:
        return afterOpenTimeout(verdict);
    case Cause::ProtocolError:
        return peerPerhapsProxy;
    case Cause::MessageTooBig:
        return {Suspects(Suspect::ThisSide) | Suspect::Peer, {}};
    case Cause::Proxy:
        return suspicionOfProxy(verdict);
    case Cause::NetworkError:
        return {Suspect::Network, Suspect::ThisSide};
    case Cause::OwnLimit:
        return us;
    case Cause::Dialogue:
    case Cause::Stale:
        return suspicionOfDialogue(verdict);
    }
    return {};
}

QString suspectName(Suspect suspect)
{
    switch (suspect) {
    case Suspect::ThisSide:
        return SuspicionStrings::tr("This side");
    case Suspect::Network:
        return SuspicionStrings::tr("Network");
    case Suspect::Proxy:
        return SuspicionStrings::tr("Proxy");
    case Suspect::Peer:
        break;
    }
    return SuspicionStrings::tr("Peer");
}

QString suspectsPhrase(Suspects suspects)
{
    const QStringList names = namesOf(suspects);
    switch (names.size()) {
    case 0:
        return {};
    case 1:
        return names.first();
    case 2:
        return SuspicionStrings::tr("%1 or %2").arg(names[0], names[1]);
    case 3:
        return SuspicionStrings::tr("%1, %2 or %3").arg(names[0], names[1], names[2]);
    default:
        return SuspicionStrings::tr("%1, %2, %3 or %4").arg(names[0], names[1], names[2], names[3]);
    }
}

QString suspicionSentence(const Suspicion &suspicion)
{
    if (!suspicion.likely)
        return {};
    const QString likely = suspectsPhrase(suspicion.likely);
    return suspicion.possible ? SuspicionStrings::tr("Points to %1, perhaps to %2.")
                                    .arg(likely, suspectsPhrase(suspicion.possible))
                              : SuspicionStrings::tr("Points to %1.").arg(likely);
}

} // namespace Pongwatch
