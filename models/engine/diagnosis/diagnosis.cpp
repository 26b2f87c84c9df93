// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/diagnosis.h"

#include "engine/diagnosis/connectionlimit.h"
#include "engine/diagnosis/examinedlimit.h"
#include "engine/diagnosis/tlsfault.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// As an API would report it (RFC 6455 7.1.5 and 7.4.1).
quint16 apiCloseCode(Cause cause, const std::optional<CloseFrame> &received)
{
    constexpr quint16 noCode = 1005;
    constexpr quint16 noCloseFrame = 1006;
    constexpr quint16 tlsFailed = 1015;
    if (received)
        return received->code.value_or(noCode);
    return cause == Cause::Tls ? tlsFailed : noCloseFrame;
}

Cause causeOf(const CloseFacts &facts)
{
    if (facts.received && facts.receivedFirst)
        return Cause::PeerClose;
    switch (facts.localAct) {
    case LocalAct::User:
    case LocalAct::ProgramEnd:
        return Cause::LocalClose;
    case LocalAct::KeepaliveTimeout:
        return Cause::KeepaliveTimeout;
    case LocalAct::OpenTimeout:
        return Cause::OpenTimeout;
    case LocalAct::Dialogue:
        return Cause::Dialogue;
    case LocalAct::Stale:
        return Cause::Stale;
    case LocalAct::None:
        break;
    }
    // The transport closes by itself if it can't accept something; a later Close frame is only the answer.
    if (facts.end && (facts.end->cause == Cause::ProtocolError || facts.end->cause == Cause::MessageTooBig))
        return facts.end->cause;
    if (facts.received)
        return Cause::PeerClose;
    return facts.end ? facts.end->cause : Cause::LocalClose;
}

Initiator initiatorOf(Cause cause, const Verdict &verdict)
{
    switch (cause) {
    case Cause::LocalClose:
    case Cause::KeepaliveTimeout:
    case Cause::OpenTimeout:
    case Cause::MessageTooBig:
    case Cause::HandshakeInvalid:
    case Cause::OwnLimit:
    case Cause::Dialogue:
    case Cause::Stale:
        return Initiator::Local;
    case Cause::ProtocolError: // if the Close frame itself is wrong, it is the peer that closes
        return verdict.brokenClose ? Initiator::Peer : Initiator::Local;
    case Cause::PeerClose:
    case Cause::Eof:
    case Cause::Refused:
    case Cause::HandshakeRejected:
        return Initiator::Peer;
    case Cause::Tls:
        return tlsFailureOf(verdict).byPeer ? Initiator::Peer : Initiator::Local;
    case Cause::Dns:
    case Cause::Unreachable:
    case Cause::Proxy:
    case Cause::NetworkError:
        return Initiator::Network;
    case Cause::Reset: // the peer's kernel, a firewall and a load balancer all send the same RST
        break;
    }
    return Initiator::Unknown;
}

/// The Close frames that were sent: this side's, the transport's own after an error, or its echo.
std::optional<CloseFrame> sentFrame(const CloseFacts &facts, Cause cause)
{
    if (facts.sent)
        return facts.sent;
    if (facts.end && facts.end->sent)
        return facts.end->sent;
    if (cause == Cause::PeerClose)
        return CloseFrame{facts.received->code, {}};
    return std::nullopt;
}

} // namespace

Evidence weighEvidence(const TcpSnapshot &tcp, nanoseconds sincePing)
{
    const bool acknowledgedSincePing = tcp.sinceLastAck < sincePing;
    if (tcp.unacked > 0 && tcp.retransmits == 0) {
        // A newer ping is in flight. Acknowledgements are cumulative: one that came more than a round trip
        // after the missed ping was sent covers that ping.
        const nanoseconds roundTrip = std::max<nanoseconds>(2 * tcp.rtt, milliseconds(5));
        return tcp.sinceLastAck + roundTrip < sincePing ? Evidence::PeerSilent : Evidence::Unknown;
    }
    if (tcp.unacked > 0)
        return tcp.retransmits > 0 && !acknowledgedSincePing ? Evidence::PathSilent : Evidence::Unknown;
    if (tcp.unsentBytes <= 0)
        return Evidence::PeerSilent;
    // Bytes are waiting though none are in flight: the peer's window is closed, and the kernel probes it.
    if (acknowledgedSincePing)
        return Evidence::PeerSilent;
    constexpr quint32 probesThatProve = 2; // one may only just have been sent
    return tcp.probes >= probesThatProve ? Evidence::PathSilent : Evidence::Unknown;
}

Verdict diagnose(const CloseFacts &facts)
{
    Verdict verdict;
    verdict.cause = causeOf(facts);
    verdict.detail = facts.end ? facts.end->detail : QString();
    verdict.closeCode = apiCloseCode(verdict.cause, facts.received);
    verdict.sent = sentFrame(facts, verdict.cause);
    verdict.received = facts.received;
    if (!verdict.received && facts.end) {
        verdict.received = facts.end->received;
        verdict.brokenClose = verdict.cause == Cause::ProtocolError && facts.end->received.has_value();
    }
    if (facts.open) {
        verdict.age = facts.open->age;
        verdict.sinceLastReceived = facts.open->sinceLastReceived;
        verdict.sinceLastPong = facts.open->sinceLastPong;
        verdict.sinceLastData = facts.open->sinceLastData;
    }
    verdict.phase = facts.end ? facts.end->phase : facts.phase;
    verdict.httpStatus = facts.end ? facts.end->httpStatus : std::nullopt;
    verdict.tcp = facts.tcp;
    verdict.clientNote = facts.clientNote;
    if (verdict.cause != Cause::LocalClose)
        verdict.dialogue = facts.dialogue;
    verdict.sinceResume = facts.sinceResume;
    verdict.programStood = facts.programStood;
    verdict.secure = facts.secure;
    verdict.redirectedTo = facts.redirectedTo;
    verdict.answerBegan = facts.answerBegan && verdict.phase == DialPhase::Upgrade;
    verdict.redirectRefusal = facts.redirectRefusal;
    verdict.proxy = facts.story.proxy;
    verdict.attempts = facts.story.attempts;
    if (facts.end) {
        verdict.answer = facts.end->answer;
        verdict.tls = facts.end->tls;
    }
    verdict.initiator = initiatorOf(verdict.cause, verdict);
    verdict.final = facts.final;
    verdict.lasting = facts.lasting;

    if (verdict.cause == Cause::KeepaliveTimeout) {
        verdict.waited = facts.waited;
        verdict.pingsUnanswered = facts.pingsUnanswered;
        verdict.foreignPongs = facts.foreignPongs;
        verdict.unsolicitedPongs = facts.unsolicitedPongs;
        verdict.lateAnswer = facts.lateAnswer;
        const std::optional<nanoseconds> sincePing = facts.sincePing ? facts.sincePing : facts.waited;
        if (facts.tcp && sincePing)
            verdict.evidence = weighEvidence(*facts.tcp, *sincePing);
    } else if (verdict.cause == Cause::OpenTimeout) {
        verdict.waited = facts.waited;
    }

    const EndPattern pattern = patternOf(verdict);
    if (facts.examined) {
        const ExaminedWay way{facts.open ? facts.open->sinceLastPing : std::nullopt, facts.server,
                              facts.story.proxy ? facts.story.proxy->address : QString()};
        verdict.limit = examinedLimitOf(pattern, way, *facts.examined);
    }
    if (!verdict.limit)
        verdict.limit = limitOf(pattern, facts.earlier);
    verdict.similarEnds = similarEnds(pattern, facts.earlier);
    verdict.endsCompared = static_cast<quint32>(facts.earlier.size()) + 1;
    return verdict;
}

} // namespace Pongwatch
