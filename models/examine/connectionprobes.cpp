// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/framewriter.h"
#include "examine/frontproxy.h"
#include "examine/probes.h"

#include <QJsonArray>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int delayPings = 5;
constexpr quint16 ownCloseCode = 3999; ///< RFC 6455 7.4.2: registered codes, of which nobody uses this

bool hasPong(const ProbeLink &link, const QByteArray &payload)
{
    return std::any_of(link.pongs().begin(), link.pongs().end(),
                       [&payload](const ProbeFrame &pong) { return pong.payload == payload; });
}

bool pongComes(const ProbeContext &context, ProbeLink &link, const QByteArray &payload)
{
    return context.room.waitFor([&] { return hasPong(link, payload) || link.hasEnded(); },
                                context.plan.patience) &&
           hasPong(link, payload);
}

/// A message in two frames with a ping between them: RFC 6455 5.4 lets control frames come there.
void sendPingInsideMessage(ProbeLink &link, const QByteArray &payload)
{
    QByteArray first = writeDataFrame(Opcode::Text, QByteArrayView("pong"), link.mask());
    first[0] = char(first.at(0) & 0x7f); // not the last frame
    link.sendBytes(first);
    link.sendPing(payload);
    link.sendBytes(writeDataFrame(Opcode::Continuation, QByteArrayView("watch"), link.mask()));
}

std::optional<nanoseconds> medianOf(std::vector<nanoseconds> times)
{
    if (times.empty())
        return std::nullopt;
    const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

/// Who answers in the peer's place: by the answer to the upgrade, and by those to two plain requests, which
/// some proxies sign and leave the upgrade's as it is.
std::optional<FrontProxy> frontOf(const ProbeContext &context, const ProbeLink &upgraded)
{
    std::optional<FrontProxy> front;
    for (const auto asks : {ProbeManners::Asks::Resource, ProbeManners::Asks::Server}) {
        ProbeManners manners;
        manners.readsHeadOnly = true;
        manners.asks = asks;
        ProbeLink plain(context.room, context.settings(), manners);
        if (!front && !context.room.isCancelled()) {
            plain.openAndWait();
            front = identifyFront(upgraded.firstBytes(), plain.firstBytes());
        }
    }
    return front;
}

/// The round trips of some pings, one after the other.
std::vector<nanoseconds> roundTrips(const ProbeContext &context, ProbeLink &link, const QByteArray &name,
                                    const QByteArray &message)
{
    std::vector<nanoseconds> times;
    for (int i = 0; i < delayPings && link.isOpen() && !context.room.isCancelled(); ++i) {
        const QByteArray payload = name + QByteArray::number(i);
        if (!message.isEmpty())
            link.sendText(message);
        const SteadyTime sentAt = context.room.now();
        link.sendPing(payload);
        if (pongComes(context, link, payload))
            times.push_back(link.pongs().back().at - sentAt);
    }
    return times;
}

} // namespace

void probeConnect(const ProbeContext &context)
{
    ProbeLink link(context.room, context.settings());
    if (link.openAndWait()) {
        const Opened &opened = *link.opened();
        QJsonObject facts{{QStringLiteral("open"), true}, {QStringLiteral("address"), opened.address}};
        if (!opened.server.isEmpty())
            facts.insert(QStringLiteral("server"), opened.server);
        if (const auto front = frontOf(context, link)) {
            facts.insert(QStringLiteral("front"), front->name);
            facts.insert(QStringLiteral("front_evidence"), front->evidence);
        }
        if (!opened.subprotocol.isEmpty())
            facts.insert(QStringLiteral("subprotocol"), opened.subprotocol);
        if (opened.proxy)
            facts.insert(QStringLiteral("proxy"), opened.proxy->address);
        nanoseconds took{0};
        for (const auto &phase : {opened.phases.dns, opened.phases.tcp, opened.phases.proxy,
                                  opened.phases.tls, opened.phases.upgrade})
            took += phase.value_or(nanoseconds(0));
        facts.insert(QStringLiteral("took_ms"), toMilliseconds(took));
        context.found(FindingKind::Connect, FindingResult::Ok, facts);
    } else if (!context.room.isCancelled()) {
        QJsonObject facts{{QStringLiteral("open"), false},
                          {QStringLiteral("said"), link.explanation()},
                          {QStringLiteral("cause"), QString(toWord(link.verdict().cause))}};
        if (link.end() && link.end()->httpStatus)
            facts.insert(QStringLiteral("http_status"), *link.end()->httpStatus);
        context.found(FindingKind::Connect, FindingResult::Fault, facts);
    }
    link.closeAndWait();
}

void probePings(const ProbeContext &context)
{
    ProbeLink link(context.room, context.settings());
    if (!link.openAndWait()) {
        context.unknown(FindingKind::Ping, "not-open");
        return;
    }
    QJsonObject facts;
    const QByteArray payload("pongwatch");
    link.sendPing(payload);
    // Where another pong comes, the right one has a second more: it need not be waited for as for silence.
    context.room.waitFor([&link] { return !link.pongs().empty() || link.hasEnded(); }, context.plan.patience);
    if (!link.pongs().empty() && !hasPong(link, payload))
        context.room.waitFor([&] { return hasPong(link, payload) || link.hasEnded(); }, seconds(1));
    const bool kept = hasPong(link, payload);
    const bool answered = kept || !link.pongs().empty();
    facts.insert(QStringLiteral("answered"), answered);
    if (answered)
        facts.insert(QStringLiteral("payload_kept"), kept);
    bool faulty = !kept;
    if (kept) {
        const QByteArray longest(maxControlPayload, 'p');
        link.sendPing(longest);
        const bool takesLongest = pongComes(context, link, longest);
        facts.insert(QStringLiteral("payload_125"), takesLongest);
        faulty = !takesLongest;
    }
    if (kept && link.isOpen()) {
        // Five at once; RFC 6455 5.5.3 lets the peer answer only the newest.
        const std::size_t before = link.pongs().size();
        for (int i = 0; i < 5; ++i)
            link.sendPing(QByteArray("of five " + QByteArray::number(i)));
        const bool newest = pongComes(context, link, QByteArray("of five 4"));
        const std::size_t pongs = link.pongs().size() - before;
        facts.insert(QStringLiteral("each"), pongs >= 5);
        facts.insert(QStringLiteral("newest"), newest);
        facts.insert(QStringLiteral("pongs_of_5"), int(pongs));
        faulty = faulty || !newest;
    }
    if (kept && link.isOpen()) {
        sendPingInsideMessage(link, QByteArray("inside"));
        const bool inside = pongComes(context, link, QByteArray("inside"));
        if (inside || !link.hasEnded()) {
            facts.insert(QStringLiteral("inside_fragments"), inside);
        } else { // the message itself was not wanted, which says nothing of pings
            facts.insert(QStringLiteral("message_refused"), true);
            facts.insert(QStringLiteral("said"), link.explanation());
        }
    }
    if (context.room.isCancelled())
        return;
    context.found(FindingKind::Ping, faulty ? FindingResult::Fault : FindingResult::Ok, facts);
    link.closeAndWait();
}

void probePingDelay(const ProbeContext &context)
{
    ProbeLink link(context.room, context.settings());
    if (!link.openAndWait()) {
        context.unknown(FindingKind::PingDelay, "not-open");
        return;
    }
    QJsonObject facts;
    const auto idle = medianOf(roundTrips(context, link, QByteArray("idle "), {}));
    if (!idle) {
        link.closeAndWait();
        context.unknown(FindingKind::PingDelay, "no-pongs");
        return;
    }
    facts.insert(QStringLiteral("idle_ms"), toMilliseconds(*idle));
    const qint64 size = std::min<qint64>(16 * 1024, context.plan.largestMessage);
    const auto busy = medianOf(roundTrips(context, link, QByteArray("busy "), QByteArray(size, ' ')));
    if (busy && link.isOpen()) {
        facts.insert(QStringLiteral("behind_data_ms"), toMilliseconds(*busy));
        facts.insert(QStringLiteral("data_bytes"), size);
        facts.insert(QStringLiteral("data_answered"), !link.messages().empty());
    } else if (link.hasEnded()) {
        facts.insert(QStringLiteral("said"), link.explanation());
    }
    if (context.room.isCancelled())
        return;
    context.found(FindingKind::PingDelay, FindingResult::Ok, facts);
    link.closeAndWait();
}

void probeClose(const ProbeContext &context)
{
    ProbeLink link(context.room, context.settings());
    if (!link.openAndWait()) {
        context.unknown(FindingKind::Close, "not-open");
        return;
    }
    const SteadyTime sentAt = context.room.now();
    link.sendClose(CloseFrame{ownCloseCode, {}});
    context.room.waitFor([&link] { return link.hasEnded(); }, context.settings().closeTimeout);
    if (context.room.isCancelled())
        return;
    QJsonObject facts{{QStringLiteral("sent_code"), int(ownCloseCode)}};
    const bool answered = link.closeReceived().has_value();
    facts.insert(QStringLiteral("answered"), answered);
    if (answered) {
        facts.insert(QStringLiteral("close_code"), int(link.closeReceived()->code.value_or(1005)));
        facts.insert(QStringLiteral("code_echoed"), link.closeReceived()->code == ownCloseCode);
        facts.insert(QStringLiteral("answer_ms"), toMilliseconds(link.closeReceivedAt() - sentAt));
    }
    facts.insert(QStringLiteral("tcp_ended_by"),
                 link.hasEnded() ? QStringLiteral("peer") : QStringLiteral("local"));
    if (link.hasEnded()) {
        facts.insert(QStringLiteral("took_ms"), toMilliseconds(link.endedAt() - sentAt));
        facts.insert(QStringLiteral("by"),
                     link.end()->cause == Cause::Reset ? QStringLiteral("reset") : QStringLiteral("fin"));
    } else {
        facts.insert(QStringLiteral("waited_s"), toSeconds(context.settings().closeTimeout));
    }
    // RFC 6455 5.5.1: an answer is a must; 7.1.1: the server ends TCP first.
    context.found(FindingKind::Close, answered && link.hasEnded() ? FindingResult::Ok : FindingResult::Fault,
                  facts);
    link.drop();
}

} // namespace Pongwatch
