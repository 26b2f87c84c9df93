// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/clientnotes.h"

#include "engine/diagnosis/phrases.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct ClientNoteStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ClientNotes)
};

} // namespace

std::optional<QString> explainByClient(const Verdict &verdict)
{
    using Kind = ClientNote::Kind;
    if (verdict.clientNote.kind == Kind::AnswerRefused)
        return ClientNoteStrings::tr("The server's answer to the handshake is correct, but QWebSocket "
                                     "rejects it (%1). Set this peer's client to wire.")
            .arg(quoted(verdict.detail));
    if (verdict.clientNote.kind == Kind::PongsPiledUp)
        return ClientNoteStrings::tr("The peer sent pings without reading the pongs. When %1 bytes of them "
                                     "were waiting, this side dropped the connection after %2: the server's "
                                     "program hangs, or floods its clients.")
            .arg(spokenNumber(verdict.clientNote.count), spokenDuration(verdict.age));
    return {};
}

QString remarkOfClient(const Verdict &verdict)
{
    switch (verdict.clientNote.kind) {
    case ClientNote::Kind::CloseCodeUnknown:
        if (!verdict.received || !verdict.received->code || !verdict.sent || !verdict.sent->code)
            return {};
        //: %1 and %2 are close codes
        return ClientNoteStrings::tr("QWebSocket does not know the code %1 and answered with %2.")
            .arg(*verdict.received->code)
            .arg(*verdict.sent->code);
    case ClientNote::Kind::AddressesLeft:
        return ClientNoteStrings::tr("%Ln addresses of this name had not been tried: QWebSocket tries them "
                                     "one after the other, 30 s each; the client wire tries them side by "
                                     "side.",
                                     nullptr, static_cast<int>(verdict.clientNote.count));
    case ClientNote::Kind::CloseAnswerUnread:
        return verdict.cause == Cause::LocalClose
                   ? ClientNoteStrings::tr("QWebSocket reads nothing after its own Close frame, so the "
                                           "peer's answer is not known.")
                   : QString();
    case ClientNote::Kind::None:
    case ClientNote::Kind::EmptyCloseAnswered:
    case ClientNote::Kind::AnswerRefused:
    case ClientNote::Kind::PongsPiledUp:
        break;
    }
    return {};
}

QString textOf(WireReason reason)
{
    switch (reason) {
    case WireReason::None:
        break;
    case WireReason::AddressFamily:
        return ClientNoteStrings::tr("QWebSocket can't be restricted to IPv4 or IPv6");
    case WireReason::AddressZone:
        return ClientNoteStrings::tr("QWebSocket would send the address's zone to the server");
    case WireReason::HostName:
        return ClientNoteStrings::tr("QWebSocket would garble the host name, which is not ASCII");
    case WireReason::Path:
        return ClientNoteStrings::tr("QWebSocket refuses a path with an encoded line break");
    case WireReason::OwnHost:
        return ClientNoteStrings::tr("QWebSocket would send its own Host header as well");
    case WireReason::HeaderTwice:
        return ClientNoteStrings::tr("QWebSocket can't send a header twice");
    case WireReason::ConnectTo:
        return ClientNoteStrings::tr("QWebSocket can't connect to another address than the URL's");
    case WireReason::AnswerRefused:
        return ClientNoteStrings::tr("QWebSocket rejects this server's answer to the handshake");
    }
    return {};
}

} // namespace Pongwatch
