// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames/harfile.h"

#include "engine/values/foreigntext.h"
#include "frames/frametext.h"
#include "workspace/secretsintext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace Pongwatch
{

namespace
{

QString k(const char *name)
{
    return QString::fromLatin1(name);
}

/// For one connection.
struct HarConversation {
    QByteArray request;
    QByteArray answer;
    WallTime began{};
    WallTime answered{};
    WallTime ended{};
    QJsonArray messages;
    bool wasOpen = false;
    quint64 leftOut = 0; ///< frames

    /// For a message in several frames.
    QByteArray fragments;
    FrameKind fragmentsKind = FrameKind::Continuation; ///< Continuation: none has begun
    bool isPartMissing = false;
};

QJsonArray headersIn(const QByteArray &handshake)
{
    QJsonArray headers;
    const QByteArrayList lines = handshake.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append(QJsonObject{{k("name"), QString::fromLatin1(line.first(colon))},
                                       {k("value"), QString::fromUtf8(line.sliced(colon + 1)).trimmed()}});
    }
    return headers;
}

void addMessage(HarConversation &conversation, const SeenFrame &frame, FrameKind kind,
                const QByteArray &payload)
{
    const bool isText = kind == FrameKind::Text;
    const double time = static_cast<double>(frame.wall.time_since_epoch().count()) / 1e6;
    conversation.messages.append(
        QJsonObject{{k("type"), frame.direction == FrameDirection::Sent ? k("send") : k("receive")},
                    {k("time"), time},
                    {k("opcode"), isText ? 1 : 2},
                    {k("data"), isText ? withMaskedSecrets(QString::fromUtf8(payload))
                                       : QString::fromLatin1(payload.toBase64())}});
}

void takeMessage(HarConversation &conversation, const SeenFrame &frame)
{
    if (frame.kind != FrameKind::Continuation) {
        if (frame.isFinal && !frame.isCut() && frame.fault.isEmpty()) {
            addMessage(conversation, frame, frame.kind, frame.payload);
            return;
        }
        conversation.fragments.clear();
        conversation.fragmentsKind = frame.kind;
        conversation.isPartMissing = false;
    }
    conversation.fragments += frame.payload;
    conversation.isPartMissing = conversation.isPartMissing || frame.isCut() || !frame.fault.isEmpty() ||
                                 conversation.fragmentsKind == FrameKind::Continuation;
    if (!frame.isFinal && frame.fault.isEmpty())
        return;
    if (conversation.isPartMissing)
        ++conversation.leftOut;
    else
        addMessage(conversation, frame, conversation.fragmentsKind, conversation.fragments);
    conversation.fragments.clear();
    conversation.fragmentsKind = FrameKind::Continuation;
}

double millisecondsBetween(WallTime from, WallTime to)
{
    return std::max(0.0, static_cast<double>((to - from).count()) / 1e3);
}

QJsonObject requestIn(const HarConversation &conversation, const FrameFileHead &head)
{
    QJsonArray query;
    const auto items = QUrlQuery(QUrl(head.url)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        query.append(QJsonObject{{k("name"), name}, {k("value"), value}});
    return {{k("method"), k("GET")},
            {k("url"), head.url},
            {k("httpVersion"), k("HTTP/1.1")},
            {k("cookies"), QJsonArray()},
            {k("headers"), headersIn(conversation.request)},
            {k("queryString"), query},
            {k("headersSize"), -1},
            {k("bodySize"), 0}};
}

QJsonObject responseIn(const HarConversation &conversation)
{
    const QByteArray line = conversation.answer.left(conversation.answer.indexOf('\r'));
    const int status = line.isEmpty() ? (conversation.wasOpen ? 101 : 0) : line.split(' ').value(1).toInt();
    const QByteArray phrase = line.split(' ').mid(2).join(' ');
    return {{k("status"), status},
            {k("statusText"),
             QString::fromUtf8(line.isEmpty() && status == 101 ? "Switching Protocols" : phrase)},
            {k("httpVersion"), k("HTTP/1.1")},
            {k("cookies"), QJsonArray()},
            {k("headers"), headersIn(conversation.answer)},
            {k("content"), QJsonObject{{k("size"), 0}, {k("mimeType"), k("x-unknown")}}},
            {k("redirectURL"), QString()},
            {k("headersSize"), -1},
            {k("bodySize"), -1}};
}

QJsonObject entryOf(const HarConversation &conversation, const FrameFileHead &head)
{
    const QDateTime began = QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<milliseconds>(conversation.began.time_since_epoch()).count(), Qt::UTC);
    const double wait = conversation.request.isEmpty() || conversation.answer.isEmpty()
                            ? 0
                            : millisecondsBetween(conversation.began, conversation.answered);
    const double whole = millisecondsBetween(conversation.began, conversation.ended);
    QJsonObject entry{
        {k("startedDateTime"), began.toString(Qt::ISODateWithMs)},
        {k("time"), whole},
        {k("request"), requestIn(conversation, head)},
        {k("response"), responseIn(conversation)},
        {k("cache"), QJsonObject()},
        {k("timings"),
         QJsonObject{{k("send"), 0}, {k("wait"), wait}, {k("receive"), std::max(0.0, whole - wait)}}},
        {k("_resourceType"), k("websocket")},
        {k("_webSocketMessages"), conversation.messages}};
    if (conversation.leftOut > 0)
        entry.insert(k("comment"), FrameText::tr("%n frames left out: they were not kept, or not whole",
                                                 nullptr, static_cast<int>(conversation.leftOut)));
    return entry;
}

} // namespace

QByteArray framesAsHar(const FrameFileHead &head, const std::deque<SeenFrame> &frames)
{
    std::vector<std::pair<ConnectionNumber, HarConversation>> conversations;
    for (const SeenFrame &frame : frames) {
        const bool isNew = conversations.empty() || conversations.back().first != frame.connection ||
                           (frame.kind == FrameKind::Request && conversations.back().second.wasOpen);
        if (isNew) {
            conversations.emplace_back(frame.connection, HarConversation());
            conversations.back().second.began = frame.wall;
        }
        HarConversation &conversation = conversations.back().second;
        conversation.ended = std::max(conversation.ended, frame.wall);
        if (frame.kind == FrameKind::Request) {
            conversation.request = frame.payload;
        } else if (frame.kind == FrameKind::Answer) {
            conversation.answer = frame.payload;
            conversation.answered = frame.wall;
        } else if (frame.kind <= FrameKind::Continuation) {
            conversation.wasOpen = true;
            takeMessage(conversation, frame);
        } else if (frame.kind == FrameKind::Missed) {
            conversation.leftOut += frame.missed;
        } else if (frame.kind != FrameKind::Ended) {
            conversation.wasOpen = true;
        }
    }
    QJsonArray entries;
    for (const auto &conversation : conversations)
        entries.append(entryOf(conversation.second, head));
    const QJsonObject log{
        {k("version"), k("1.2")},
        {k("creator"), QJsonObject{{k("name"), k("Pongwatch")}, {k("version"), head.version}}},
        {k("pages"), QJsonArray()},
        {k("entries"), entries}};
    return escapedJson(QJsonDocument(QJsonObject{{k("log"), log}}).toJson(QJsonDocument::Indented));
}

} // namespace Pongwatch
