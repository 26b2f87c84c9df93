// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/eventcodec.h"

#include "engine/values/dialoguesettings.h"
#include "history/store/pathcodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace Pongwatch
{

namespace
{

// Keys are numbers, to stay small; like the kinds, they are never reused.
void put(QCborMap &map, qint64 key, const std::optional<nanoseconds> &value)
{
    if (value)
        map[key] = static_cast<qint64>(value->count());
}

void put(QCborMap &map, qint64 key, const QString &value)
{
    if (!value.isEmpty())
        map[key] = value;
}

/// The value of the bytes; undefined if they are cut off or damaged: a map that Qt reads from such bytes may
/// have a key without a value, and is not safe to access.
QCborValue wholeValue(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    return error.error == QCborError::NoError ? value : QCborValue();
}

std::optional<nanoseconds> duration(const QCborMap &map, qint64 key)
{
    const QCborValue value = map[key];
    if (!value.isInteger())
        return std::nullopt;
    return nanoseconds(value.toInteger());
}

template <typename Enum>
Enum choice(const QCborMap &map, qint64 key, Enum last)
{
    const qint64 number = std::clamp<qint64>(map[key].toInteger(), 0, static_cast<qint64>(last));
    return static_cast<Enum>(number);
}

template <typename Number>
Number number(const QCborMap &map, qint64 key)
{
    return static_cast<Number>(map[key].toInteger());
}

QCborMap toMap(const StateChanged &change)
{
    QCborMap map;
    map[0] = static_cast<qint64>(change.state);
    map[1] = static_cast<qint64>(change.attempt);
    put(map, 2, change.retryIn);
    put(map, 3, change.triedEvery);
    return map;
}

StateChanged toState(const QCborMap &map)
{
    return {choice(map, 0, ConnectionState::Paused), number<quint32>(map, 1), duration(map, 2),
            duration(map, 3)};
}

QCborMap toMap(const HttpAnswer &answer)
{
    QCborMap map;
    map[0] = static_cast<qint64>(answer.status);
    put(map, 1, answer.reason);
    QCborArray headers;
    for (const auto &[name, value] : answer.headers)
        headers << name << value;
    if (!headers.isEmpty())
        map[2] = headers;
    put(map, 3, answer.body);
    return map;
}

std::optional<HttpAnswer> toAnswer(const QCborValue &value)
{
    if (!value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    HttpAnswer answer;
    answer.status = number<int>(map, 0);
    answer.reason = map[1].toString();
    const QCborArray headers = map[2].toArray();
    for (qsizetype i = 0; i + 1 < headers.size(); i += 2)
        answer.headers.append({headers[i].toString(), headers[i + 1].toString()});
    answer.body = map[3].toString();
    return answer;
}

QCborMap toMap(const TlsFailure &failure)
{
    QCborMap map;
    map[0] = static_cast<qint64>(failure.fault);
    map[1] = failure.byPeer;
    if (failure.alert)
        map[2] = static_cast<qint64>(*failure.alert);
    map[3] = failure.certificateRequested;
    map[4] = failure.certificateConfigured;
    if (failure.hungUp)
        map[5] = true;
    return map;
}

std::optional<TlsFailure> toTlsFailure(const QCborValue &value)
{
    if (!value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    TlsFailure failure;
    failure.fault = choice(map, 0, TlsFault::TlsWanted);
    failure.byPeer = map[1].toBool();
    if (map[2].isInteger())
        failure.alert = number<quint8>(map, 2);
    failure.certificateRequested = map[3].toBool();
    failure.certificateConfigured = map[4].toBool();
    failure.hungUp = map[5].toBool();
    return failure;
}

QCborMap toMap(const ProxyUse &proxy)
{
    QCborMap map;
    put(map, 0, proxy.address);
    map[1] = static_cast<qint64>(proxy.source);
    put(map, 2, proxy.variable);
    map[3] = static_cast<qint64>(proxy.fault);
    if (proxy.answer)
        map[4] = toMap(*proxy.answer);
    if (proxy.socksReply)
        map[5] = static_cast<qint64>(*proxy.socksReply);
    return map;
}

std::optional<ProxyUse> toProxy(const QCborValue &value)
{
    if (!value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    ProxyUse proxy;
    proxy.address = map[0].toString();
    proxy.source = choice(map, 1, ProxySource::System);
    proxy.variable = map[2].toString();
    proxy.fault = choice(map, 3, ProxyFault::NotSupported);
    proxy.answer = toAnswer(map[4]);
    if (map[5].isInteger())
        proxy.socksReply = number<quint8>(map, 5);
    return proxy;
}

QCborArray toArray(const QList<AddressAttempt> &attempts)
{
    QCborArray array;
    for (const AddressAttempt &attempt : attempts)
        array << attempt.address << static_cast<qint64>(attempt.outcome)
              << static_cast<qint64>(attempt.took.count()) << static_cast<qint64>(attempt.error);
    return array;
}

QList<AddressAttempt> toAttempts(const QCborValue &value)
{
    constexpr qsizetype parts = 4;
    QList<AddressAttempt> attempts;
    const QCborArray array = value.toArray();
    for (qsizetype i = 0; i + parts <= array.size(); i += parts) {
        AddressAttempt attempt;
        attempt.address = array[i].toString();
        attempt.outcome = static_cast<AddressOutcome>(
            std::clamp<qint64>(array[i + 1].toInteger(), 0, static_cast<qint64>(AddressOutcome::Failed)));
        attempt.took = nanoseconds(array[i + 2].toInteger());
        attempt.error = static_cast<int>(array[i + 3].toInteger());
        attempts.append(attempt);
    }
    return attempts;
}

QCborArray toArray(const QList<nanoseconds> &steps)
{
    QCborArray array;
    for (const nanoseconds step : steps)
        array << static_cast<qint64>(step.count());
    return array;
}

QList<nanoseconds> toDurations(const QCborValue &value)
{
    QList<nanoseconds> steps;
    const QCborArray array = value.toArray();
    for (qsizetype i = 0; i < std::min(array.size(), DialogueLimits::rules); ++i)
        steps.append(nanoseconds(array[i].toInteger()));
    return steps;
}

QCborMap toMap(const DialogueEnd &end)
{
    QCborMap map;
    map[0] = static_cast<qint64>(end.kind);
    map[1] = static_cast<qint64>(end.step);
    map[2] = static_cast<qint64>(end.steps);
    put(map, 3, end.waited);
    put(map, 4, end.expected);
    put(map, 5, end.came);
    map[6] = static_cast<qint64>(end.messages);
    return map;
}

std::optional<DialogueEnd> toDialogueEnd(const QCborValue &value)
{
    if (!value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    return DialogueEnd{choice(map, 0, DialogueEnd::Kind::Costly),
                       number<quint32>(map, 1),
                       number<quint32>(map, 2),
                       duration(map, 3).value_or(nanoseconds(0)),
                       map[4].toString(),
                       map[5].toString(),
                       number<quint64>(map, 6)};
}

QCborMap toMap(const Opened &opened)
{
    QCborMap map;
    put(map, 0, opened.phases.dns);
    put(map, 1, opened.phases.tcp);
    put(map, 2, opened.phases.proxy);
    put(map, 3, opened.phases.tls);
    put(map, 4, opened.phases.upgrade);
    put(map, 5, opened.address);
    put(map, 6, opened.subprotocol);
    put(map, 7, opened.server);
    if (opened.tls) {
        QCborMap tls;
        put(tls, 0, opened.tls->protocol);
        put(tls, 1, opened.tls->cipher);
        if (opened.tls->certificateExpires.isValid())
            tls[2] = opened.tls->certificateExpires.toSecsSinceEpoch();
        put(tls, 3, opened.tls->certificateSubject);
        put(tls, 4, opened.tls->certificateIssuer);
        tls[5] = opened.tls->verified;
        map[8] = tls;
    }
    if (opened.proxy)
        map[9] = toMap(*opened.proxy);
    if (!opened.attempts.isEmpty())
        map[10] = toArray(opened.attempts);
    put(map, 11, opened.redirectedTo);
    if (!opened.phases.dialogue.isEmpty())
        map[12] = toArray(opened.phases.dialogue);
    map[20] = static_cast<qint64>(opened.client);
    if (opened.wireReason != WireReason::None)
        map[21] = static_cast<qint64>(opened.wireReason);
    return map;
}

Opened toOpened(const QCborMap &map)
{
    Opened opened;
    opened.phases = {duration(map, 0), duration(map, 1), duration(map, 2),
                     duration(map, 3), duration(map, 4), toDurations(map[12])};
    opened.address = map[5].toString();
    opened.subprotocol = map[6].toString();
    opened.server = map[7].toString();
    if (map[8].isMap()) {
        const QCborMap tls = map[8].toMap();
        TlsFacts facts;
        facts.protocol = tls[0].toString();
        facts.cipher = tls[1].toString();
        if (tls[2].isInteger())
            facts.certificateExpires = QDateTime::fromSecsSinceEpoch(tls[2].toInteger(), Qt::UTC);
        facts.certificateSubject = tls[3].toString();
        facts.certificateIssuer = tls[4].toString();
        facts.verified = tls[5].toBool(true);
        opened.tls = facts;
    }
    opened.proxy = toProxy(map[9]);
    opened.attempts = toAttempts(map[10]);
    opened.redirectedTo = map[11].toString();
    // Records from before there was a choice are from the program's own client.
    opened.client = map[20].isInteger() ? choice(map, 20, Client::Wire) : Client::Wire;
    opened.wireReason = choice(map, 21, WireReason::AnswerRefused);
    return opened;
}

QCborMap toMap(const TcpSnapshot &tcp)
{
    QCborMap map;
    map[0] = static_cast<qint64>(tcp.unacked);
    map[1] = static_cast<qint64>(tcp.retransmits);
    map[2] = static_cast<qint64>(tcp.totalRetransmits);
    map[3] = static_cast<qint64>(tcp.probes);
    map[4] = tcp.unsentBytes;
    put(map, 5, tcp.rtt);
    put(map, 6, tcp.sinceLastAck);
    put(map, 7, tcp.sinceLastData);
    map[8] = tcp.peerClosed;
    return map;
}

std::optional<TcpSnapshot> toTcp(const QCborValue &value)
{
    if (!value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    TcpSnapshot tcp;
    tcp.unacked = number<quint32>(map, 0);
    tcp.retransmits = number<quint32>(map, 1);
    tcp.totalRetransmits = number<quint32>(map, 2);
    tcp.probes = number<quint32>(map, 3);
    tcp.unsentBytes = map[4].toInteger();
    tcp.rtt = duration(map, 5).value_or(nanoseconds(0));
    tcp.sinceLastAck = duration(map, 6).value_or(nanoseconds(0));
    tcp.sinceLastData = duration(map, 7).value_or(nanoseconds(0));
    tcp.peerClosed = map[8].toBool();
    return tcp;
}

QCborMap toMap(const PingTimedOut &timeout)
{
    QCborMap map;
    map[0] = static_cast<qint64>(timeout.seq);
    put(map, 1, timeout.waited);
    map[2] = static_cast<qint64>(timeout.evidence);
    if (timeout.tcp)
        map[3] = toMap(*timeout.tcp);
    put(map, 4, timeout.sinceLastReceived);
    if (timeout.foreignPongs > 0)
        map[5] = static_cast<qint64>(timeout.foreignPongs);
    if (timeout.unsolicitedPongs > 0)
        map[6] = static_cast<qint64>(timeout.unsolicitedPongs);
    return map;
}

PingTimedOut toTimeout(const QCborMap &map)
{
    return {number<quint32>(map, 0),
            duration(map, 1).value_or(nanoseconds(0)),
            choice(map, 2, Evidence::PeerSilent),
            toTcp(map[3]),
            duration(map, 4),
            number<quint64>(map, 5),
            number<quint64>(map, 6)};
}

QCborMap toMap(const CloseFrame &frame)
{
    QCborMap map;
    if (frame.code)
        map[0] = static_cast<qint64>(*frame.code);
    put(map, 1, frame.reason);
    return map;
}

std::optional<CloseFrame> toFrame(const QCborValue &value)
{
    if (!value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    CloseFrame frame;
    if (map[0].isInteger())
        frame.code = number<quint16>(map, 0);
    frame.reason = map[1].toString();
    return frame;
}

QCborMap toMap(const ConnectionLimit &limit)
{
    QCborMap map;
    map[0] = static_cast<qint64>(limit.kind);
    put(map, 1, limit.length);
    map[2] = limit.common;
    map[3] = limit.pingsReset;
    if (limit.examined)
        map[4] = true;
    put(map, 5, limit.front);
    return map;
}

std::optional<ConnectionLimit> toLimit(const QCborValue &value)
{
    if (!value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    return ConnectionLimit{choice(map, 0, LimitKind::AgeOrDataIdle),
                           duration(map, 1).value_or(nanoseconds(0)),
                           map[2].toBool(),
                           map[3].toBool(),
                           map[4].toBool(),
                           map[5].toString()};
}

QCborMap toMap(const Verdict &verdict)
{
    QCborMap map;
    map[0] = static_cast<qint64>(verdict.cause);
    map[1] = static_cast<qint64>(verdict.initiator);
    map[2] = static_cast<qint64>(verdict.evidence);
    map[3] = static_cast<qint64>(verdict.closeCode);
    if (verdict.sent)
        map[4] = toMap(*verdict.sent);
    if (verdict.received)
        map[5] = toMap(*verdict.received);
    put(map, 6, verdict.age);
    put(map, 7, verdict.sinceLastReceived);
    map[8] = static_cast<qint64>(verdict.phase);
    if (verdict.httpStatus)
        map[9] = static_cast<qint64>(*verdict.httpStatus);
    put(map, 10, verdict.detail);
    if (verdict.tcp)
        map[11] = toMap(*verdict.tcp);
    put(map, 12, verdict.waited);
    map[13] = static_cast<qint64>(verdict.pingsUnanswered);
    put(map, 14, verdict.sinceResume);
    map[15] = static_cast<qint64>(verdict.similarEnds);
    map[16] = static_cast<qint64>(verdict.endsCompared);
    map[17] = verdict.final;
    if (verdict.foreignPongs > 0)
        map[18] = static_cast<qint64>(verdict.foreignPongs);
    if (verdict.answer)
        map[19] = toMap(*verdict.answer);
    if (verdict.tls)
        map[20] = toMap(*verdict.tls);
    if (verdict.proxy)
        map[21] = toMap(*verdict.proxy);
    if (!verdict.attempts.isEmpty())
        map[22] = toArray(verdict.attempts);
    put(map, 23, verdict.redirectedTo);
    if (verdict.lasting)
        map[24] = true;
    if (verdict.secure)
        map[25] = true;
    if (verdict.brokenClose)
        map[26] = true;
    put(map, 27, verdict.redirectRefusal);
    if (verdict.answerBegan)
        map[28] = true;
    if (verdict.unsolicitedPongs > 0)
        map[30] = static_cast<qint64>(verdict.unsolicitedPongs);
    put(map, 31, verdict.lateAnswer);
    if (verdict.clientNote != ClientNote()) {
        map[40] = static_cast<qint64>(verdict.clientNote.kind);
        map[41] = static_cast<qint64>(verdict.clientNote.count);
    }
    put(map, 32, verdict.sinceLastPong);
    put(map, 33, verdict.sinceLastData);
    if (verdict.limit)
        map[34] = toMap(*verdict.limit);
    if (verdict.dialogue)
        map[35] = toMap(*verdict.dialogue);
    put(map, 36, verdict.presetToTry);
    if (verdict.programStood)
        map[37] = true;
    if (verdict.path)
        map[38] = packedPath(*verdict.path);
    return map;
}

Verdict toVerdict(const QCborMap &map)
{
    Verdict verdict;
    verdict.cause = choice(map, 0, Cause::Stale);
    verdict.initiator = choice(map, 1, Initiator::Unknown);
    verdict.evidence = choice(map, 2, Evidence::PeerSilent);
    verdict.closeCode = number<quint16>(map, 3);
    verdict.sent = toFrame(map[4]);
    verdict.received = toFrame(map[5]);
    verdict.age = duration(map, 6).value_or(nanoseconds(0));
    verdict.sinceLastReceived = duration(map, 7);
    verdict.phase = choice(map, 8, DialPhase::Open);
    if (map[9].isInteger())
        verdict.httpStatus = number<int>(map, 9);
    verdict.detail = map[10].toString();
    verdict.tcp = toTcp(map[11]);
    verdict.waited = duration(map, 12);
    verdict.pingsUnanswered = number<quint32>(map, 13);
    verdict.sinceResume = duration(map, 14);
    verdict.foreignPongs = number<quint64>(map, 18);
    verdict.unsolicitedPongs = number<quint64>(map, 30);
    verdict.lateAnswer = duration(map, 31);
    verdict.sinceLastPong = duration(map, 32);
    verdict.sinceLastData = duration(map, 33);
    verdict.limit = toLimit(map[34]);
    verdict.dialogue = toDialogueEnd(map[35]);
    verdict.presetToTry = map[36].toString();
    verdict.programStood = map[37].toBool();
    verdict.path = unpackedPath(map[38].toByteArray());
    verdict.similarEnds = number<quint32>(map, 15);
    verdict.endsCompared = number<quint32>(map, 16);
    verdict.final = map[17].toBool();
    verdict.answer = toAnswer(map[19]);
    verdict.tls = toTlsFailure(map[20]);
    verdict.proxy = toProxy(map[21]);
    verdict.attempts = toAttempts(map[22]);
    verdict.redirectedTo = map[23].toString();
    verdict.clientNote = {choice(map, 40, ClientNote::Kind::AddressesLeft), number<quint32>(map, 41)};
    verdict.lasting = map[24].toBool();
    verdict.secure = map[25].toBool();
    verdict.brokenClose = map[26].toBool();
    verdict.redirectRefusal = map[27].toString();
    verdict.answerBegan = map[28].toBool();
    return verdict;
}

QCborMap toMap(const StrayPongs &stray)
{
    return {{0, static_cast<qint64>(stray.unsolicited)},
            {1, static_cast<qint64>(stray.duplicate)},
            {2, static_cast<qint64>(stray.foreign)}};
}

QCborMap toMap(const Suspended &standstill)
{
    QCborMap map;
    put(map, 0, standstill.duration);
    if (standstill.programOnly)
        map[1] = true;
    return map;
}

QCborMap toMap(const FeedStale &feed)
{
    QCborMap map;
    put(map, 0, feed.waited);
    map[1] = static_cast<qint64>(feed.messages);
    if (feed.goesOn)
        map[2] = true;
    put(map, 3, feed.expected);
    put(map, 4, feed.sinceLastPong);
    return map;
}

FeedStale toFeed(const QCborMap &map)
{
    return {duration(map, 0).value_or(nanoseconds(0)), number<quint64>(map, 1), map[2].toBool(),
            map[3].toString(), duration(map, 4)};
}

} // namespace

std::optional<EventCodec::Kind> EventCodec::kindOf(const ConnectionEvent &event)
{
    // In the same order as in ConnectionEvent::what.
    static constexpr std::optional<Kind> kinds[] = {
        Kind::State,  Kind::Opened, Kind::TimedOut, Kind::Closed, Kind::Stray,  Kind::Suspended,
        std::nullopt, std::nullopt, Kind::Feed,     std::nullopt, std::nullopt, Kind::Path};
    static_assert(std::size(kinds) == std::variant_size_v<decltype(ConnectionEvent::what)>);
    const auto *traced = std::get_if<PathTraced>(&event.what);
    return traced && traced->isRoutine ? Kind::RoutinePath : kinds[event.what.index()];
}

QByteArray EventCodec::encode(const ConnectionEvent &event)
{
    QCborMap map;
    if (const auto *change = std::get_if<StateChanged>(&event.what))
        map = toMap(*change);
    else if (const auto *opened = std::get_if<Opened>(&event.what))
        map = toMap(*opened);
    else if (const auto *timeout = std::get_if<PingTimedOut>(&event.what))
        map = toMap(*timeout);
    else if (const auto *closed = std::get_if<Closed>(&event.what))
        map = toMap(closed->verdict);
    else if (const auto *stray = std::get_if<StrayPongs>(&event.what))
        map = toMap(*stray);
    else if (const auto *standstill = std::get_if<Suspended>(&event.what))
        map = toMap(*standstill);
    else if (const auto *feed = std::get_if<FeedStale>(&event.what))
        map = toMap(*feed);
    else if (const auto *traced = std::get_if<PathTraced>(&event.what))
        map[0] = packedPath(*traced->path);
    return QCborValue(map).toCbor();
}

QByteArray EventCodec::encodeMinutes(std::span<const quint64> messages)
{
    QCborArray array;
    for (const quint64 count : messages)
        array.append(static_cast<qint64>(count));
    return QCborValue(array).toCbor();
}

std::vector<quint64> EventCodec::decodeMinutes(const QByteArray &bytes)
{
    constexpr qsizetype most = 60;
    const QCborArray array = wholeValue(bytes).toArray();
    std::vector<quint64> messages;
    for (qsizetype i = 0; i < std::min(most, array.size()); ++i)
        messages.push_back(static_cast<quint64>(std::max<qint64>(0, array[i].toInteger())));
    return messages;
}

bool EventCodec::decode(int kind, const QByteArray &bytes, ConnectionEvent &event)
{
    const QCborValue value = wholeValue(bytes);
    if (!value.isMap())
        return false;
    const QCborMap map = value.toMap();
    switch (static_cast<Kind>(kind)) {
    case Kind::State:
        event.what = toState(map);
        return true;
    case Kind::Opened:
        event.what = toOpened(map);
        return true;
    case Kind::TimedOut:
        event.what = toTimeout(map);
        return true;
    case Kind::Closed:
        event.what = Closed{toVerdict(map)};
        return true;
    case Kind::Stray:
        event.what = StrayPongs{number<quint64>(map, 0), number<quint64>(map, 1), number<quint64>(map, 2)};
        return true;
    case Kind::Suspended:
        event.what = Suspended{duration(map, 0).value_or(nanoseconds(0)), map[1].toBool()};
        return true;
    case Kind::Feed:
        event.what = toFeed(map);
        return true;
    case Kind::Path:
    case Kind::RoutinePath: {
        const SharedPath path = unpackedPath(map[0].toByteArray());
        event.what = PathTraced{path, static_cast<Kind>(kind) == Kind::RoutinePath};
        return bool(path);
    }
    case Kind::FeedMinutes:
        break;
    }
    return false;
}

} // namespace Pongwatch
