// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/verdict.h"

namespace Pongwatch
{

bool isNetworkSilent(const Verdict &verdict)
{
    if (verdict.cause == Cause::KeepaliveTimeout)
        return verdict.evidence == Evidence::PathSilent;
    return (verdict.cause == Cause::OpenTimeout || verdict.cause == Cause::Unreachable) &&
           verdict.phase == DialPhase::Tcp;
}

bool isAbout(const PathTrace &trace, const Verdict &verdict, WallTime endedAt)
{
    constexpr auto most = std::chrono::minutes(5);
    // One that nobody made because of a trouble shows how the path was before it, if it began before.
    const bool isOfTrouble = trace.reason != TraceReason::Schedule &&
                             (trace.reason != TraceReason::ByHand || trace.begun >= endedAt);
    return isOfTrouble && isNetworkSilent(verdict) && trace.begun < endedAt + most &&
           endedAt < trace.begun + most;
}

QLatin1String toWord(Cause cause)
{
    switch (cause) {
    case Cause::LocalClose:
        return QLatin1String("local-close");
    case Cause::PeerClose:
        return QLatin1String("peer-close");
    case Cause::KeepaliveTimeout:
        return QLatin1String("keepalive-timeout");
    case Cause::Eof:
        return QLatin1String("eof");
    case Cause::Reset:
        return QLatin1String("reset");
    case Cause::Dns:
        return QLatin1String("dns");
    case Cause::Refused:
        return QLatin1String("refused");
    case Cause::Unreachable:
        return QLatin1String("unreachable");
    case Cause::Tls:
        return QLatin1String("tls");
    case Cause::HandshakeRejected:
        return QLatin1String("handshake-rejected");
    case Cause::HandshakeInvalid:
        return QLatin1String("handshake-invalid");
    case Cause::OpenTimeout:
        return QLatin1String("open-timeout");
    case Cause::ProtocolError:
        return QLatin1String("protocol-error");
    case Cause::MessageTooBig:
        return QLatin1String("message-too-big");
    case Cause::Proxy:
        return QLatin1String("proxy");
    case Cause::NetworkError:
        return QLatin1String("network-error");
    case Cause::OwnLimit:
        return QLatin1String("own-limit");
    case Cause::Dialogue:
        return QLatin1String("dialogue");
    case Cause::Stale:
        return QLatin1String("stale");
    }
    return QLatin1String("network-error");
}

QLatin1String toWord(Initiator initiator)
{
    switch (initiator) {
    case Initiator::Local:
        return QLatin1String("local");
    case Initiator::Peer:
        return QLatin1String("peer");
    case Initiator::Network:
        return QLatin1String("network");
    case Initiator::Unknown:
        break;
    }
    return QLatin1String("unknown");
}

QLatin1String toWord(Evidence evidence)
{
    switch (evidence) {
    case Evidence::PathSilent:
        return QLatin1String("path-silent");
    case Evidence::PeerSilent:
        return QLatin1String("peer-silent");
    case Evidence::Unknown:
        break;
    }
    return QLatin1String("unknown");
}

QLatin1String toWord(DialPhase phase)
{
    switch (phase) {
    case DialPhase::Dns:
        return QLatin1String("dns");
    case DialPhase::Tcp:
        return QLatin1String("tcp");
    case DialPhase::Proxy:
        return QLatin1String("proxy");
    case DialPhase::Tls:
        return QLatin1String("tls");
    case DialPhase::Upgrade:
        return QLatin1String("upgrade");
    case DialPhase::Open:
        break;
    }
    return QLatin1String("open");
}

QLatin1String toWord(LimitKind kind)
{
    switch (kind) {
    case LimitKind::Idle:
        break;
    case LimitKind::DataIdle:
        return QLatin1String("data-idle");
    case LimitKind::Age:
        return QLatin1String("age");
    case LimitKind::AgeOrDataIdle:
        return QLatin1String("age-or-data-idle");
    }
    return QLatin1String("idle");
}

QLatin1String toWord(DialogueEnd::Kind kind)
{
    switch (kind) {
    case DialogueEnd::Kind::CutShort:
        break;
    case DialogueEnd::Kind::Silent:
        return QLatin1String("silent");
    case DialogueEnd::Kind::Refused:
        return QLatin1String("refused");
    case DialogueEnd::Kind::Storm:
        return QLatin1String("storm");
    case DialogueEnd::Kind::Unsendable:
        return QLatin1String("unsendable");
    case DialogueEnd::Kind::Stale:
        return QLatin1String("stale");
    case DialogueEnd::Kind::Costly:
        return QLatin1String("costly");
    }
    return QLatin1String("cut-short");
}

QLatin1String toWord(ClientNote::Kind kind)
{
    switch (kind) {
    case ClientNote::Kind::None:
        return QLatin1String("none");
    case ClientNote::Kind::CloseCodeUnknown:
        return QLatin1String("close-code-unknown");
    case ClientNote::Kind::EmptyCloseAnswered:
        return QLatin1String("empty-close-answered");
    case ClientNote::Kind::CloseAnswerUnread:
        return QLatin1String("close-answer-unread");
    case ClientNote::Kind::AnswerRefused:
        return QLatin1String("answer-refused");
    case ClientNote::Kind::PongsPiledUp:
        return QLatin1String("pongs-piled-up");
    case ClientNote::Kind::AddressesLeft:
        return QLatin1String("addresses-left");
    }
    return QLatin1String("none");
}

} // namespace Pongwatch
