// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/eventcodec.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace Pongwatch
{

namespace
{

// Keys are numbers to stay small; like the kinds they are never reused.
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
    return map;
}

StateChanged toState(const QCborMap &map)
{
    return {choice(map, 0, ConnectionState::Paused), number<quint32>(map, 1), duration(map, 2)};
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
    return map;
}

Opened toOpened(const QCborMap &map)
{
    Opened opened;
    opened.phases = {duration(map, 0), duration(map, 1), duration(map, 2), duration(map, 3),
                     duration(map, 4)};
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
    return map;
}

PingTimedOut toTimeout(const QCborMap &map)
{
    return {number<quint32>(map, 0), duration(map, 1).value_or(nanoseconds(0)),
            choice(map, 2, Evidence::PeerSilent), toTcp(map[3])};
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
    return map;
}

Verdict toVerdict(const QCborMap &map)
{
    Verdict verdict;
    verdict.cause = choice(map, 0, Cause::NetworkError);
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
    verdict.similarEnds = number<quint32>(map, 15);
    verdict.endsCompared = number<quint32>(map, 16);
    verdict.final = map[17].toBool();
    return verdict;
}

QCborMap toMap(const StrayPongs &stray)
{
    return {{0, static_cast<qint64>(stray.unsolicited)},
            {1, static_cast<qint64>(stray.duplicate)},
            {2, static_cast<qint64>(stray.foreign)}};
}

} // namespace

std::optional<EventCodec::Kind> EventCodec::kindOf(const ConnectionEvent &event)
{
    // In the order of ConnectionEvent::what.
    static constexpr std::optional<Kind> kinds[] = {
        Kind::State, Kind::Opened, Kind::TimedOut, Kind::Closed, Kind::Stray, Kind::Suspended, std::nullopt};
    static_assert(std::size(kinds) == std::variant_size_v<decltype(ConnectionEvent::what)>);
    return kinds[event.what.index()];
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
    else if (const auto *sleep = std::get_if<Suspended>(&event.what))
        put(map, 0, sleep->duration);
    return QCborValue(map).toCbor();
}

bool EventCodec::decode(int kind, const QByteArray &bytes, ConnectionEvent &event)
{
    const QCborValue value = QCborValue::fromCbor(bytes);
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
        event.what = Suspended{duration(map, 0).value_or(nanoseconds(0))};
        return true;
    }
    return false;
}

} // namespace Pongwatch
