// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/framewriter.h"
#include "examine/probes.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

constexpr qint64 smallestStep = 1024; ///< bytes: a limit is looked for to this, unless it is a power of two

/// What became of one message.
struct MessageFate {
    bool taken = false;    ///< the connection was still there after it
    bool answered = false; ///< with a message
    std::optional<CloseFrame> close;
    bool known = true; ///< false: neither an end nor a pong came
};

MessageFate sendOne(const ProbeContext &context, qint64 size)
{
    ConnectionSettings settings = context.settings();
    settings.maxMessageBytes = std::max(settings.maxMessageBytes, size + 1024);
    ProbeLink link(context.room, settings);
    MessageFate fate;
    if (!link.openAndWait()) {
        fate.known = false;
        return fate;
    }
    // Spaces: as good as nothing to most that read text, and to JSON.
    link.sendText(QByteArray(size, ' '));
    link.sendPing("after it");
    fate.known = context.room.waitFor(
        [&link] { return link.hasEnded() || link.closeReceived() || !link.pongs().empty(); },
        context.plan.patience * 2);
    // What does not take it may answer the ping before it has read so far.
    context.room.waitFor(
        [&link] { return link.hasEnded() || link.closeReceived() || !link.messages().empty(); },
        milliseconds(150));
    fate.taken = fate.known && !link.hasEnded() && !link.closeReceived();
    fate.answered = !link.messages().empty();
    fate.close = link.closeReceived();
    link.closeAndWait();
    return fate;
}

/// A message that is invalid in one way, and what RFC 6455 wants it to be answered with.
struct HostileFrame {
    const char *name;
    const char *bytes; ///< hexadecimal, unmasked key 00000000 where it is masked
    quint16 wantedCode;
    int zeros = 0; ///< bytes that follow
};

// Each breaks one rule. The payloads are masked with a key of zeros, which is valid.
constexpr std::array hostileFrames{
    HostileFrame{"unmasked", "810161", 1002},                  // 5.1
    HostileFrame{"reserved-bit", "c18000000000", 1002},        // 5.2
    HostileFrame{"reserved-opcode", "838000000000", 1002},     // 5.2
    HostileFrame{"reserved-control", "8b8000000000", 1002},    // 5.2
    HostileFrame{"fragmented-ping", "098000000000", 1002},     // 5.5
    HostileFrame{"long-ping", "89fe007e00000000", 1002, 126},  // 5.5: 126 bytes
    HostileFrame{"stray-continuation", "808000000000", 1002},  // 5.4
    HostileFrame{"invalid-utf8", "818200000000c328", 1007},    // 8.1
    HostileFrame{"close-code-1005", "88820000000003ed", 1002}, // 7.4.1
    HostileFrame{"close-one-byte", "88810000000003", 1002},    // 5.5.1
};

} // namespace

void probeMessageSize(const ProbeContext &context)
{
    const MessageFate least = sendOne(context, 1);
    if (!least.known) {
        context.unknown(FindingKind::MessageSize, "not-open");
        return;
    }
    QJsonObject facts;
    if (!least.taken) {
        if (least.close)
            facts.insert(QStringLiteral("close_code"), int(least.close->code.value_or(1005)));
        context.unknown(FindingKind::MessageSize, "no-message-taken", facts);
        return;
    }
    qint64 taken = 1;
    qint64 refused = context.plan.largestMessage + 1;
    std::optional<MessageFate> refusal;
    const auto attempt = [&](qint64 size) {
        const MessageFate fate = sendOne(context, size);
        if (fate.known && fate.taken)
            taken = std::max(taken, size);
        else if (fate.known)
            refused = std::min(refused, size), refusal = fate;
        return fate.known;
    };
    bool known = attempt(context.plan.largestMessage);
    // Powers of two first: most limits are one.
    for (qint64 size = 1024; known && refusal && size < refused && !context.room.isCancelled(); size *= 2)
        known = attempt(size);
    if (known && refusal && taken > 1 && refused > taken + 1)
        known = attempt(taken + 1);
    while (known && refusal && refused - taken > smallestStep && !context.room.isCancelled())
        known = attempt((taken + refused) / 2);
    if (context.room.isCancelled())
        return;
    facts.insert(QStringLiteral("largest_bytes"), taken);
    facts.insert(QStringLiteral("answered"), least.answered);
    if (refusal) {
        facts.insert(QStringLiteral("refused_bytes"), refused);
        if (refusal->close)
            facts.insert(QStringLiteral("close_code"), int(refusal->close->code.value_or(1005)));
    }
    context.found(FindingKind::MessageSize, refusal ? FindingResult::Limit : FindingResult::Ok, facts);
}

void probeHostile(const ProbeContext &context)
{
    QJsonArray wrong;
    QJsonArray right;
    for (const HostileFrame &frame : hostileFrames) {
        ProbeLink link(context.room, context.settings());
        if (!link.openAndWait()) {
            context.unknown(FindingKind::Hostile, "not-open");
            return;
        }
        link.sendBytes(QByteArray(QByteArray::fromHex(frame.bytes) + QByteArray(frame.zeros, '\0')));
        context.room.waitFor([&link] { return link.hasEnded() || link.closeReceived(); },
                             context.plan.patience);
        if (context.room.isCancelled())
            return;
        const QString name = QString::fromLatin1(frame.name);
        // What this side refuses in the answer, such as an echo of the same, the peer has taken.
        const bool wasCut = link.hasEnded() && link.end()->cause != Cause::ProtocolError;
        if (link.closeReceived() && link.closeReceived()->code == frame.wantedCode)
            right.append(name);
        else if (link.closeReceived())
            wrong.append(QString(name + u' ' + QString::number(link.closeReceived()->code.value_or(1005))));
        else
            wrong.append(QString(name + (wasCut ? QLatin1String(" cut") : QLatin1String(" taken"))));
        link.drop();
    }
    const bool takesAny = std::any_of(wrong.begin(), wrong.end(), [](const auto &name) {
        return name.toString().endsWith(QLatin1String(" taken"));
    });
    context.found(FindingKind::Hostile, takesAny ? FindingResult::Fault : FindingResult::Ok,
                  {{QStringLiteral("as_wanted"), right}, {QStringLiteral("otherwise"), wrong}});
}

} // namespace Pongwatch
