// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames/frametext.h"

#include "engine/values/foreigntext.h"
#include "engine/values/verdict.h"
#include "frames/layout.h"
#include "text/wording.h"
#include "workspace/secretsintext.h"

#include <QtEndian>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// How much of a long message is read to write its line.
constexpr qsizetype lookedAtForLine = 8 * 1024;
constexpr qsizetype bytesInLine = 48;
/// RSV1, with which RFC 7692 marks a compressed message.
constexpr quint8 compressedBit = 4;

bool isPrintable(const QByteArray &bytes)
{
    return std::all_of(bytes.cbegin(), bytes.cend(),
                       [](char c) { return static_cast<uchar>(c) >= 0x20 && static_cast<uchar>(c) < 0x7f; });
}

QString bytesInShort(const QByteArray &bytes)
{
    QString digits = QString::fromLatin1(bytes.left(bytesInLine).toHex(' '));
    return bytes.size() > bytesInLine ? digits + u'…' : digits;
}

QString textOf(const QByteArray &bytes)
{
    return withMaskedSecrets(QString::fromUtf8(bytes));
}

} // namespace

bool FrameText::isText(const SeenFrame &frame)
{
    switch (frame.kind) {
    case FrameKind::Text:
    case FrameKind::Request:
    case FrameKind::Answer:
        return true;
    case FrameKind::Continuation:
        return QString::fromUtf8(frame.payload).indexOf(QChar::ReplacementCharacter) < 0;
    case FrameKind::Ping:
    case FrameKind::Pong:
        return isPrintable(frame.payload);
    default:
        return false;
    }
}

QString FrameText::kind(const SeenFrame &frame)
{
    switch (frame.kind) {
    case FrameKind::Text:
        return tr("Text", "kind of frame");
    case FrameKind::Binary:
        return tr("Binary", "kind of frame");
    case FrameKind::Continuation:
        return tr("Continuation", "kind of frame");
    case FrameKind::Close:
        return tr("Close", "kind of frame");
    case FrameKind::Ping:
        return tr("Ping", "kind of frame");
    case FrameKind::Pong:
        return tr("Pong", "kind of frame");
    case FrameKind::Reserved:
        break;
    case FrameKind::Request:
        return tr("Request", "the handshake's");
    case FrameKind::Answer:
        return tr("Response", "the handshake's");
    case FrameKind::Opened:
        return tr("Open", "a connection was opened");
    case FrameKind::Ended:
        return tr("End", "a connection ended");
    case FrameKind::Missed:
        return tr("Gap", "frames are not shown");
    }
    return tr("Opcode %1").arg(frame.opcode);
}

QString FrameText::direction(FrameDirection direction)
{
    switch (direction) {
    case FrameDirection::Sent:
        return tr("Sent", "direction of a frame");
    case FrameDirection::Received:
        return tr("Received", "direction of a frame");
    case FrameDirection::None:
        break;
    }
    return {};
}

QString FrameText::arrow(FrameDirection direction)
{
    switch (direction) {
    case FrameDirection::Sent:
        return QStringLiteral("↑");
    case FrameDirection::Received:
        return QStringLiteral("↓");
    case FrameDirection::None:
        break;
    }
    return {};
}

QString FrameText::place(const FramePlace &place)
{
    const QString number = QLocale().toString(place.number);
    QString text;
    switch (place.role) {
    case FramePlace::Role::None:
        break;
    case FramePlace::Role::Step:
        text = tr("Step %1 of %2", "of the dialogue: what is said first")
                   .arg(number, QLocale().toString(place.of));
        break;
    case FramePlace::Role::StepDone:
        text = tr("Answers step %1").arg(number);
        break;
    case FramePlace::Role::StepRefused:
        text = tr("Refuses step %1").arg(number);
        break;
    case FramePlace::Role::Asked:
        text = tr("Matches rule %1", "a rule that answers messages").arg(number);
        break;
    case FramePlace::Role::Answer:
        text = tr("Answer by rule %1").arg(number);
        break;
    case FramePlace::Role::Heartbeat:
        text = tr("Heartbeat %1").arg(number);
        break;
    case FramePlace::Role::HeartbeatAnswer:
        text = tr("Answers heartbeat %1").arg(number);
        break;
    case FramePlace::Role::OwnPing:
        text = tr("Ping %1", "number").arg(number);
        break;
    case FramePlace::Role::PongOfOwn:
        text = tr("Answers ping %1").arg(number);
        break;
    case FramePlace::Role::StrayPong:
        text = tr("Answers no ping of ours");
        break;
    case FramePlace::Role::ReplyPong:
        text = tr("Answers its ping");
        break;
    case FramePlace::Role::User:
        text = tr("Sent by you");
        break;
    }
    if (!place.isFeed)
        return text;
    return text.isEmpty() ? tr("Feed") : Wording::list({text, tr("feed")});
}

QString FrameText::sinceOpen(const SeenFrame &frame)
{
    if (!frame.sinceOpen)
        return Formatter::dash;
    return Formatter().moments(*frame.sinceOpen);
}

QString FrameText::size(const SeenFrame &frame)
{
    if (frame.kind >= FrameKind::Opened)
        return frame.kind == FrameKind::Missed ? QLocale().formattedDataSize(frame.missedBytes) : QString();
    if (frame.size < 0)
        return Formatter::dash;
    return frame.size < 1024 ? tr("%1 B", "bytes").arg(QLocale().toString(frame.size))
                             : QLocale().formattedDataSize(frame.size);
}

std::optional<CloseFrame> FrameText::closeOf(const SeenFrame &frame)
{
    CloseFrame close;
    if (frame.payload.size() >= 2) {
        close.code = qFromBigEndian<quint16>(frame.payload.constData());
        close.reason = QString::fromUtf8(frame.payload.sliced(2));
    }
    return close;
}

QString FrameText::line(const SeenFrame &frame, qsizetype longest)
{
    QString text;
    const QByteArray head = frame.payload.left(lookedAtForLine);
    switch (frame.kind) {
    case FrameKind::Opened:
        return tr("The connection is open.");
    case FrameKind::Ended:
        return frame.verdict ? Wording::endSentence(*frame.verdict) : QString();
    case FrameKind::Missed:
        return tr("%n frames not shown", nullptr, static_cast<int>(std::min<quint64>(frame.missed, INT_MAX)));
    case FrameKind::Request:
    case FrameKind::Answer:
        text = QString::fromUtf8(head.left(head.indexOf('\r')));
        break;
    case FrameKind::Close:
        text = Wording::closeFrame(closeOf(frame));
        break;
    default:
        text = isText(frame) ? textOf(head) : bytesInShort(head);
        break;
    }
    text = harmlessText(text, longest);
    const QString remark = remarks(frame);
    if (frame.fault.isEmpty())
        return text;
    return text.isEmpty() ? remark : tr("%1 (%2)", "contents, remarks").arg(remark, text);
}

QString FrameText::remarks(const SeenFrame &frame)
{
    QStringList sentences;
    if (!frame.fault.isEmpty())
        sentences.append(tr("Refused: %1.").arg(frame.fault));
    if (frame.reservedBits & compressedBit)
        sentences.append(tr("It is marked as compressed (permessage-deflate), which was not agreed on."));
    if (frame.isCut() && frame.fault.isEmpty())
        sentences.append(tr("Only the first %1 of %2 are kept.")
                             .arg(QLocale().formattedDataSize(frame.payload.size()),
                                  QLocale().formattedDataSize(frame.size)));
    if (frame.isFrame() && !frame.isFinal)
        sentences.append(tr("The message goes on in the next frame."));
    return sentences.join(u' ');
}

QString FrameText::whole(const SeenFrame &frame, Form form)
{
    if (!frame.isFrame() && !isText(frame))
        return line(frame, 4000);
    const QByteArray head = frame.payload.left(mostShown);
    if (form == Form::Bytes || (form == Form::Best && !isText(frame) && frame.kind != FrameKind::Close)) {
        // What is masked in the text is masked here, too.
        return hexDump(isText(frame) ? textOf(head).toUtf8() : head, mostDumped);
    }
    if (frame.kind == FrameKind::Close)
        return escapedText(Wording::closeFrame(closeOf(frame)));
    const QString text = textOf(head);
    if (form == Form::Best && frame.isFrame()) {
        if (const std::optional<QString> json = laidOutJson(text.toUtf8()))
            return escapedText(*json, u"\n");
    }
    QString kept = text;
    kept.remove(u'\r');
    return escapedText(kept, u"\n\t");
}

QString FrameText::searched(const SeenFrame &frame)
{
    switch (frame.kind) {
    case FrameKind::Opened:
    case FrameKind::Ended:
    case FrameKind::Missed:
        return line(frame);
    case FrameKind::Close:
        return Wording::closeFrame(closeOf(frame));
    default:
        return isText(frame) ? QString::fromUtf8(frame.payload)
                             : QString::fromLatin1(frame.payload.left(mostDumped).toHex());
    }
}

QString FrameText::copied(const SeenFrame &frame)
{
    const QDateTime local = Formatter().local(frame.wall);
    return QStringList{local.toString(Qt::ISODateWithMs),
                       sinceOpen(frame),
                       direction(frame.direction),
                       kind(frame),
                       size(frame),
                       place(frame.place),
                       line(frame, 4000)}
        .join(u'\t');
}

} // namespace Pongwatch
