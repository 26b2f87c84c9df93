// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/pathcodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QtEndian>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestAddress = 64;
constexpr qsizetype longestHopName = 253;
constexpr nanoseconds longestTime = std::chrono::hours(1); // of a round trip, or of a whole trace

void putTime(QCborMap &map, qint64 key, const std::optional<nanoseconds> &time)
{
    if (time)
        map[key] = static_cast<qint64>(time->count());
}

std::optional<nanoseconds> timeFrom(const QCborMap &map, qint64 key)
{
    const QCborValue value = map[key];
    return value.isInteger()
               ? std::optional(nanoseconds(std::clamp<qint64>(value.toInteger(), 0, longestTime.count())))
               : std::nullopt;
}

qint64 within(const QCborMap &map, qint64 key, qint64 most)
{
    return std::clamp<qint64>(map[key].toInteger(), 0, most);
}

QCborMap hopToMap(const PathHop &hop)
{
    QCborMap map;
    map[0] = static_cast<qint64>(hop.sent);
    map[1] = static_cast<qint64>(hop.answered);
    QCborArray addresses;
    for (const HopAddress &one : hop.addresses)
        addresses << one.address << one.name << static_cast<qint64>(one.answers);
    if (!addresses.isEmpty())
        map[2] = addresses;
    putTime(map, 3, hop.best);
    putTime(map, 4, hop.median);
    putTime(map, 5, hop.worst);
    putTime(map, 6, hop.last);
    return map;
}

PathHop hopFromMap(int ttl, const QCborMap &map)
{
    constexpr qint64 mostProbes = 1'000'000;
    PathHop hop;
    hop.ttl = ttl;
    hop.sent = static_cast<quint32>(within(map, 0, mostProbes));
    hop.answered = static_cast<quint32>(within(map, 1, hop.sent));
    const QCborArray addresses = map[2].toArray();
    for (qsizetype i = 0; i + 2 < addresses.size() && hop.addresses.size() < PathHop::mostAddresses; i += 3)
        hop.addresses.append(
            {addresses[i].toString().left(longestAddress), addresses[i + 1].toString().left(longestHopName),
             static_cast<quint32>(std::clamp<qint64>(addresses[i + 2].toInteger(), 0, mostProbes))});
    hop.best = timeFrom(map, 3);
    hop.median = timeFrom(map, 4);
    hop.worst = timeFrom(map, 5);
    hop.last = timeFrom(map, 6);
    return hop;
}

QCborMap traceToMap(const PathTrace &trace)
{
    QCborMap map;
    map[0] = static_cast<qint64>(trace.begun.time_since_epoch().count());
    map[1] = static_cast<qint64>(trace.took.count());
    map[2] = static_cast<qint64>(trace.reason);
    map[3] = trace.target.host;
    map[4] = trace.target.address;
    map[5] = static_cast<qint64>(trace.target.port);
    map[6] = static_cast<qint64>(trace.target.protocol);
    QCborArray hops;
    for (const PathHop &hop : trace.hops)
        hops << hopToMap(hop);
    map[7] = hops;
    if (!trace.refusedBy.isEmpty())
        map[8] = trace.refusedBy;
    qint64 flags = 0;
    int bit = 0;
    for (const bool flag : {trace.target.isProxy, trace.reached, trace.refusedHere, trace.notSent,
                            trace.onLink, trace.cutShort})
        flags |= qint64(flag ? 1 : 0) << bit++;
    map[9] = flags;
    return map;
}

PathTrace traceFromMap(const QCborMap &map)
{
    PathTrace trace;
    trace.begun = WallTime(microseconds(map[0].toInteger()));
    trace.took = timeFrom(map, 1).value_or(nanoseconds(0));
    trace.reason = static_cast<TraceReason>(within(map, 2, static_cast<qint64>(TraceReason::NetworkShare)));
    trace.target.host = map[3].toString().left(longestHopName);
    trace.target.address = map[4].toString().left(longestAddress);
    trace.target.port = static_cast<quint16>(within(map, 5, 65535));
    trace.target.protocol =
        static_cast<TraceProtocol>(within(map, 6, static_cast<qint64>(TraceProtocol::Udp)));
    const QCborArray hops = map[7].toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(hops.size(), PathTrace::mostHops); ++i)
        trace.hops.append(hopFromMap(static_cast<int>(i + 1), hops[i].toMap()));
    trace.refusedBy = map[8].toString().left(longestAddress);
    const qint64 flags = map[9].toInteger();
    int bit = 0;
    for (bool *flag : {&trace.target.isProxy, &trace.reached, &trace.refusedHere, &trace.notSent,
                       &trace.onLink, &trace.cutShort})
        *flag = ((flags >> bit++) & 1) != 0;
    return trace;
}

} // namespace

QByteArray packedPath(const TracedPath &path)
{
    QCborMap map;
    map[0] = traceToMap(path.trace);
    if (path.lastGood)
        map[1] = traceToMap(*path.lastGood);
    return qCompress(QCborValue(map).toCbor(), 9);
}

SharedPath unpackedPath(const QByteArray &bytes)
{
    // Largest: 64 hops with 8 names each, twice. The header only claims the size that was compressed.
    constexpr qsizetype longestPacked = 64 * 1024;
    constexpr qsizetype longestUnpacked = 1024 * 1024;
    if (bytes.size() <= 4 || bytes.size() > longestPacked ||
        qsizetype(qFromBigEndian<quint32>(bytes.constData())) > longestUnpacked)
        return {};
    const QByteArray plain = qUncompress(bytes);
    if (plain.size() > longestUnpacked)
        return {};
    const QCborValue value = QCborValue::fromCbor(plain);
    if (!value.isMap())
        return {};
    const QCborMap map = value.toMap();
    TracedPath path{traceFromMap(map[0].toMap()), {}};
    if (map[1].isMap())
        if (PathTrace before = traceFromMap(map[1].toMap()); isGood(before))
            path.lastGood = std::move(before);
    return SharedPath(std::move(path));
}

} // namespace Pongwatch
