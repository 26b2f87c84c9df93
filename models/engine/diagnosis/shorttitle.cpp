// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/closecodes.h"
#include "engine/diagnosis/explanation.h"
#include "engine/diagnosis/phrases.h"
#include "engine/diagnosis/tlsfault.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ShortTitle)
};

QString tlsTitle(const QString &detail)
{
    switch (classifyTlsFault(detail)) {
    case TlsFault::Expired:
        return Text::tr("TLS: certificate expired");
    case TlsFault::NotYetValid:
        return Text::tr("TLS: certificate not valid yet");
    case TlsFault::WrongHost:
        return Text::tr("TLS: certificate for another host");
    case TlsFault::SelfSigned:
        return Text::tr("TLS: certificate self-signed");
    case TlsFault::UnknownIssuer:
        return Text::tr("TLS: issuer not trusted");
    case TlsFault::Revoked:
        return Text::tr("TLS: certificate revoked");
    case TlsFault::ProtocolVersion:
        return Text::tr("TLS: no common protocol version");
    case TlsFault::ClientCertificate:
        return Text::tr("TLS: client certificate refused");
    case TlsFault::NotTls:
        return Text::tr("TLS: the server does not speak it");
    case TlsFault::Other:
        break;
    }
    return Text::tr("TLS failed");
}

QString localTitle(const Verdict &verdict)
{
    if (verdict.phase != DialPhase::Open) {
        return Text::tr("Dial given up here");
    }
    constexpr quint16 goingAway = 1001;
    constexpr quint16 normal = 1000;
    const std::optional<quint16> code = verdict.sent ? verdict.sent->code : std::nullopt;
    if (!code || *code == normal) {
        return Text::tr("Closed here");
    }
    return *code == goingAway
               ? Text::tr("Closed here: program ended")
               : Text::tr("Closed here: %1 %2").arg(QString::number(*code), closeCodeName(*code));
}

QString keepaliveTitle(const Verdict &verdict)
{
    const QString time = spokenDuration(verdict.waited.value_or(nanoseconds(0)));
    switch (verdict.evidence) {
    case Evidence::PathSilent:
        return Text::tr("No pong for %1: path silent").arg(time);
    case Evidence::PeerSilent:
        return Text::tr("No pong for %1: peer silent").arg(time);
    case Evidence::Unknown:
        break;
    }
    return Text::tr("No pong for %1").arg(time);
}

QString openTimeoutTitle(const Verdict &verdict)
{
    const QString time = spokenDuration(verdict.waited.value_or(nanoseconds(0)));
    switch (verdict.phase) {
    case DialPhase::Dns:
        return Text::tr("Not open after %1: name lookup").arg(time);
    case DialPhase::Tcp:
        return Text::tr("Not open after %1: TCP").arg(time);
    case DialPhase::Proxy:
        return Text::tr("Not open after %1: proxy").arg(time);
    case DialPhase::Tls:
        return Text::tr("Not open after %1: TLS").arg(time);
    case DialPhase::Upgrade:
    case DialPhase::Open:
        break;
    }
    return Text::tr("Not open after %1: upgrade").arg(time);
}

QString peerTitle(const Verdict &verdict)
{
    if (!verdict.received || !verdict.received->code) {
        return Text::tr("Peer closed without a code");
    }
    const quint16 code = *verdict.received->code;
    return Text::tr("Peer closed: %1 %2").arg(QString::number(code), closeCodeName(code));
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
        return opened ? Text::tr("Ended without Close after %1").arg(spokenDuration(verdict.age))
                      : Text::tr("Ended before it was open");
    case Cause::Reset:
        return opened ? Text::tr("Reset after %1").arg(spokenDuration(verdict.age))
                      : Text::tr("Reset before it was open");
    case Cause::Dns:
        return Text::tr("Host name not resolved");
    case Cause::Refused:
        return Text::tr("Connection refused");
    case Cause::Unreachable:
        return Text::tr("Unreachable");
    case Cause::Tls:
        return tlsTitle(verdict.detail);
    case Cause::HandshakeRejected:
        return verdict.httpStatus
                   ? Text::tr("Handshake rejected: HTTP %1").arg(QString::number(*verdict.httpStatus))
                   : Text::tr("Handshake rejected");
    case Cause::HandshakeInvalid:
        return Text::tr("Invalid answer to the handshake");
    case Cause::OpenTimeout:
        return openTimeoutTitle(verdict);
    case Cause::ProtocolError:
        return Text::tr("Protocol error of the peer");
    case Cause::MessageTooBig:
        return Text::tr("Message too big");
    case Cause::Proxy:
        return Text::tr("Proxy failed");
    case Cause::NetworkError:
        break;
    }
    return Text::tr("Network error");
}

} // namespace Pongwatch
