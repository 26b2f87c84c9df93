// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames/framefile.h"

#include "engine/diagnosis/explanation.h"
#include "engine/values/foreigntext.h"
#include "engine/values/verdict.h"
#include "frames/frametext.h"
#include "workspace/secretsintext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Pongwatch
{

namespace
{

constexpr int framesSchema = 1;

QByteArray asLine(const QJsonObject &object)
{
    return escapedJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QJsonObject placeInFile(const FramePlace &place)
{
    QJsonObject object;
    if (place.role != FramePlace::Role::None)
        object.insert(key("role"), toWord(place.role));
    if (place.number > 0)
        object.insert(key("number"), static_cast<qint64>(place.number));
    if (place.of > 0)
        object.insert(key("of"), static_cast<qint64>(place.of));
    if (place.isFeed)
        object.insert(key("feed"), true);
    if (place.rtt)
        object.insert(key("rtt_ms"), toMilliseconds(*place.rtt));
    if (place.outcome)
        object.insert(key("outcome"), toWord(*place.outcome));
    return object;
}

void putPayload(QJsonObject &object, const SeenFrame &frame)
{
    if (frame.kind == FrameKind::Close) {
        const std::optional<CloseFrame> close = FrameText::closeOf(frame);
        if (close->code) {
            object.insert(key("close_code"), *close->code);
            object.insert(key("reason"), close->reason);
        }
    } else if (FrameText::isText(frame)) {
        object.insert(key("text"), withMaskedSecrets(QString::fromUtf8(frame.payload)));
    } else {
        object.insert(key("base64"), QString::fromLatin1(frame.payload.toBase64()));
    }
}

} // namespace

QByteArray frameAsJson(const SeenFrame &frame)
{
    QJsonObject object{{key("time"), toRfc3339(frame.wall)},
                       {key("connection"), static_cast<qint64>(frame.connection)}};
    if (frame.sinceOpen)
        object.insert(key("since_open_ms"), toMilliseconds(*frame.sinceOpen));
    if (frame.direction != FrameDirection::None)
        object.insert(key("direction"), toWord(frame.direction));
    switch (frame.kind) {
    case FrameKind::Opened:
        object.insert(key("event"), key("open"));
        return asLine(object);
    case FrameKind::Ended:
        object.insert(key("event"), key("closed"));
        if (frame.verdict) {
            object.insert(key("cause"), toWord(frame.verdict->cause));
            object.insert(key("initiator"), toWord(frame.verdict->initiator));
            object.insert(key("explanation"), explain(*frame.verdict));
        }
        return asLine(object);
    case FrameKind::Missed:
        object.insert(key("event"), key("missed"));
        object.insert(key("frames"), static_cast<qint64>(frame.missed));
        object.insert(key("bytes"), frame.missedBytes);
        return asLine(object);
    case FrameKind::Request:
    case FrameKind::Answer:
        object.insert(key("event"), key("handshake"));
        putPayload(object, frame);
        return asLine(object);
    default:
        break;
    }
    object.insert(key("event"), key("frame"));
    object.insert(key("kind"), toWord(frame.kind));
    if (frame.kind == FrameKind::Reserved)
        object.insert(key("opcode"), frame.opcode);
    if (frame.size >= 0)
        object.insert(key("size"), frame.size);
    if (frame.isCut())
        object.insert(key("kept"), frame.payload.size());
    if (!frame.isFinal)
        object.insert(key("final"), false);
    if (frame.reservedBits != 0)
        object.insert(key("rsv"), frame.reservedBits);
    if (!frame.fault.isEmpty())
        object.insert(key("fault"), frame.fault);
    if (const QJsonObject place = placeInFile(frame.place); !place.isEmpty())
        object.insert(key("place"), place);
    putPayload(object, frame);
    return asLine(object);
}

QByteArray framesAsJsonLines(const FrameFileHead &head, const std::deque<SeenFrame> &frames)
{
    QByteArray lines = asLine({{key("event"), key("frames")},
                               {key("schema_version"), framesSchema},
                               {key("version"), head.version},
                               {key("time"), toRfc3339(head.time)},
                               {key("peer"), head.peer},
                               {key("url"), head.url}}) +
                       '\n';
    for (const SeenFrame &frame : frames)
        lines += frameAsJson(frame) + '\n';
    return lines;
}

} // namespace Pongwatch
