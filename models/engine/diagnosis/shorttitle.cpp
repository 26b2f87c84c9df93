// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/shorttitle.h"

#include "engine/diagnosis/closecodes.h"
#include "engine/diagnosis/pathfinding.h"
#include "engine/diagnosis/phrases.h"
#include "engine/diagnosis/tlsfault.h"
#include "engine/values/connectionevent.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct ShortTitleStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ShortTitle)
};

QString tlsTitle(const Verdict &verdict)
{
    switch (tlsFailureOf(verdict).fault) {
    case TlsFault::Expired:
        return ShortTitleStrings::tr("TLS: certificate expired");
    case TlsFault::NotYetValid:
        return ShortTitleStrings::tr("TLS: certificate not valid yet");
    case TlsFault::WrongHost:
        return ShortTitleStrings::tr("TLS: certificate for another host");
    case TlsFault::SelfSigned:
        return ShortTitleStrings::tr("TLS: certificate self-signed");
    case TlsFault::UnknownIssuer:
        return ShortTitleStrings::tr("TLS: issuer not trusted");
    case TlsFault::Revoked:
        return ShortTitleStrings::tr("TLS: certificate revoked");
    case TlsFault::ProtocolVersion:
        return ShortTitleStrings::tr("TLS: no common protocol version");
    case TlsFault::ClientCertificate:
        return ShortTitleStrings::tr("TLS: client certificate refused");
    case TlsFault::NotTls:
        return ShortTitleStrings::tr("TLS: the server does not speak it");
    case TlsFault::NoSubjectAltName:
        return ShortTitleStrings::tr("TLS: certificate without host names");
    case TlsFault::WeakKey:
        return ShortTitleStrings::tr("TLS: certificate too weak");
    case TlsFault::BadChain:
        return ShortTitleStrings::tr("TLS: invalid certificate chain");
    case TlsFault::CertificateRequired:
        return ShortTitleStrings::tr("TLS: client certificate wanted");
    case TlsFault::CertificateRefused:
        return ShortTitleStrings::tr("TLS: client certificate refused");
    case TlsFault::UnknownName:
        return ShortTitleStrings::tr("TLS: host name unknown to the server");
    case TlsFault::NoCommonParameters:
        return ShortTitleStrings::tr("TLS: no common ciphers");
    case TlsFault::NoCommonProtocol:
        return ShortTitleStrings::tr("TLS: no common application protocol");
    case TlsFault::PeerFailed:
        return ShortTitleStrings::tr("TLS: internal error of the server");
    case TlsFault::TlsWanted:
        return ShortTitleStrings::tr("TLS: wss is wanted");
    case TlsFault::LocalFile:
        return ShortTitleStrings::tr("TLS: unreadable file in the settings");
    case TlsFault::LocalKey:
        return ShortTitleStrings::tr("TLS: key and certificate don't match");
    case TlsFault::Other:
        break;
    }
    return ShortTitleStrings::tr("TLS failed");
}

QString localTitle(const Verdict &verdict)
{
    if (verdict.phase != DialPhase::Open)
        return ShortTitleStrings::tr("Dial given up here");
    constexpr quint16 goingAway = 1001;
    constexpr quint16 normal = 1000;
    const std::optional<quint16> code = verdict.sent ? verdict.sent->code : std::nullopt;
    if (!code || *code == normal)
        return ShortTitleStrings::tr("Closed here");
    return *code == goingAway ? ShortTitleStrings::tr("Closed here: program ended")
                              : ShortTitleStrings::tr("Closed here: %1 %2")
                                    .arg(QString::number(*code), closeCodeName(*code));
}

/// What a trace has shown, in a few words; empty: nothing that says where.
QString pathTitle(const Verdict &verdict)
{
    if (!verdict.path)
        return {};
    const PathFinding finding = findOnPath(*verdict.path);
    switch (finding.kind) {
    case PathFinding::Kind::Ends:
        return ShortTitleStrings::tr("silent beyond hop %1").arg(QString::number(finding.lastAnswering));
    case PathFinding::Kind::Refused:
        return finding.lastAnswering > 0
                   ? ShortTitleStrings::tr("no route from hop %1").arg(QString::number(finding.lastAnswering))
                   : ShortTitleStrings::tr("a router has no route");
    case PathFinding::Kind::NothingAnswers:
        return ShortTitleStrings::tr("no router answers");
    case PathFinding::Kind::NoNeighbour:
        return verdict.path->trace.onLink ? ShortTitleStrings::tr("not on this network")
                                          : ShortTitleStrings::tr("own router silent");
    case PathFinding::Kind::NotSent:
        return ShortTitleStrings::tr("no route from here");
    case PathFinding::Kind::Lossy:
        return finding.from > 0 && finding.from == finding.fromAtMost
                   ? ShortTitleStrings::tr("loss from hop %1").arg(QString::number(finding.from))
                   : ShortTitleStrings::tr("loss on the path");
    case PathFinding::Kind::Whole:
    case PathFinding::Kind::Slower:
    case PathFinding::Kind::Nothing:
        break;
    }
    return {};
}

QString keepaliveTitle(const Verdict &verdict)
{
    const QString time = spokenDuration(verdict.waited.value_or(nanoseconds(0)));
    if (verdict.foreignPongs > verdict.unsolicitedPongs && verdict.evidence != Evidence::PathSilent)
        return ShortTitleStrings::tr("No right pong for %1").arg(time);
    if (const QString where = pathTitle(verdict); !where.isEmpty())
        //: %1 a duration, %2 "silent beyond hop 3"
        return ShortTitleStrings::tr("No pong for %1: %2").arg(time, where);
    switch (verdict.evidence) {
    case Evidence::PathSilent:
        return ShortTitleStrings::tr("No pong for %1: path silent").arg(time);
    case Evidence::PeerSilent:
        return ShortTitleStrings::tr("No pong for %1: peer silent").arg(time);
    case Evidence::Unknown:
        break;
    }
    return ShortTitleStrings::tr("No pong for %1").arg(time);
}

QString openTimeoutTitle(const Verdict &verdict)
{
    const QString time = spokenDuration(verdict.waited.value_or(nanoseconds(0)));
    switch (verdict.phase) {
    case DialPhase::Dns:
        return ShortTitleStrings::tr("Not open after %1: name lookup").arg(time);
    case DialPhase::Tcp:
        if (const QString where = pathTitle(verdict); !where.isEmpty())
            //: %1 a duration, %2 "silent beyond hop 3"
            return ShortTitleStrings::tr("Not open after %1: %2").arg(time, where);
        return ShortTitleStrings::tr("Not open after %1: TCP").arg(time);
    case DialPhase::Proxy:
        return ShortTitleStrings::tr("Not open after %1: proxy").arg(time);
    case DialPhase::Tls:
        return ShortTitleStrings::tr("Not open after %1: TLS").arg(time);
    case DialPhase::Upgrade:
    case DialPhase::Open:
        break;
    }
    return ShortTitleStrings::tr("Not open after %1: upgrade").arg(time);
}

QString dialogueTitle(const DialogueEnd &end)
{
    switch (end.kind) {
    case DialogueEnd::Kind::Refused:
        return ShortTitleStrings::tr("Refused in step %1 of the dialogue").arg(QString::number(end.step));
    case DialogueEnd::Kind::Storm:
        return ShortTitleStrings::tr("Too many messages to answer");
    case DialogueEnd::Kind::Unsendable:
        return ShortTitleStrings::tr("Message of the dialogue can't be sent");
    case DialogueEnd::Kind::Costly:
        return ShortTitleStrings::tr("Expression of the dialogue is too costly");
    case DialogueEnd::Kind::CutShort:
    case DialogueEnd::Kind::Silent:
    case DialogueEnd::Kind::Stale:
        break;
    }
    return ShortTitleStrings::tr("No answer to step %1 of the dialogue").arg(QString::number(end.step));
}

QString feedTitle(nanoseconds silent)
{
    return ShortTitleStrings::tr("Feed silent for %1").arg(spokenDuration(silent));
}

QString peerTitle(const Verdict &verdict)
{
    if (!verdict.received || !verdict.received->code)
        return ShortTitleStrings::tr("Peer closed without a code");
    const quint16 code = *verdict.received->code;
    return ShortTitleStrings::tr("Peer closed: %1 %2").arg(QString::number(code), closeCodeName(code));
}

} // namespace

QString shortTitle(const Verdict &verdict)
{
    const bool opened = verdict.phase == DialPhase::Open;
    switch (verdict.cause) {
    case Cause::LocalClose:
        return localTitle(verdict);
    case Cause::PeerClose:
        return peerTitle(verdict);
    case Cause::KeepaliveTimeout:
        return keepaliveTitle(verdict);
    case Cause::Eof:
        return opened ? ShortTitleStrings::tr("Ended without Close after %1").arg(spokenDuration(verdict.age))
                      : ShortTitleStrings::tr("Ended before it was open");
    case Cause::Reset:
        return opened ? ShortTitleStrings::tr("Reset after %1").arg(spokenDuration(verdict.age))
                      : ShortTitleStrings::tr("Reset before it was open");
    case Cause::Dns:
        return ShortTitleStrings::tr("Host name not resolved");
    case Cause::Refused:
        return ShortTitleStrings::tr("Connection refused");
    case Cause::Unreachable:
        if (const QString where = pathTitle(verdict); !where.isEmpty())
            //: %1 "no route from hop 3"
            return ShortTitleStrings::tr("Unreachable: %1").arg(where);
        return ShortTitleStrings::tr("Unreachable");
    case Cause::Tls:
        return tlsTitle(verdict);
    case Cause::HandshakeRejected:
        return verdict.httpStatus ? ShortTitleStrings::tr("Handshake rejected: HTTP %1")
                                        .arg(QString::number(*verdict.httpStatus))
                                  : ShortTitleStrings::tr("Handshake rejected");
    case Cause::HandshakeInvalid:
        if (verdict.tls)
            return tlsTitle(verdict);
        return ShortTitleStrings::tr("Invalid answer to the handshake");
    case Cause::OpenTimeout:
        return openTimeoutTitle(verdict);
    case Cause::ProtocolError:
        return ShortTitleStrings::tr("Protocol error of the peer");
    case Cause::MessageTooBig:
        return ShortTitleStrings::tr("Message too big");
    case Cause::Proxy:
        return ShortTitleStrings::tr("Proxy failed");
    case Cause::OwnLimit:
        return ShortTitleStrings::tr("Limit of this machine");
    case Cause::Dialogue:
        return dialogueTitle(verdict.dialogue.value_or(DialogueEnd()));
    case Cause::Stale:
        return feedTitle(verdict.dialogue.value_or(DialogueEnd()).waited);
    case Cause::NetworkError:
        break;
    }
    return ShortTitleStrings::tr("Network error");
}

QString staleTitle(const FeedStale &feed)
{
    return feedTitle(feed.waited);
}

} // namespace Pongwatch
