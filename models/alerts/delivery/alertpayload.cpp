// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/alertpayload.h"

#include "alerts/alertsentence.h"

#include <QJsonArray>
#include <QUrlQuery>
#include <QUuid>

namespace Pongwatch
{

namespace
{

QString payloadKey(const char *key)
{
    return QString::fromLatin1(key);
}

const char *stateOf(AlertChange::Kind kind)
{
    if (kind == AlertChange::Kind::Resolved)
        return "resolved";
    return kind == AlertChange::Kind::Acknowledged ? "acknowledged" : "firing";
}

QJsonObject memberJson(const AlertMember &member)
{
    QJsonObject object{{payloadKey("name"), member.name},
                       {payloadKey("url"), member.url},
                       {payloadKey("health"), QString(toWord(member.health))},
                       {payloadKey("since"), toRfc3339(member.since)},
                       {payloadKey("in_trouble"), member.inTrouble}};
    if (!member.group.isEmpty())
        object.insert(payloadKey("group"), member.group);
    if (member.verdict) {
        object.insert(payloadKey("cause"), QString(toWord(member.verdict->cause)));
        object.insert(payloadKey("explanation"), explain(*member.verdict));
    }
    if (member.evidence)
        object.insert(payloadKey("evidence"), QString(toWord(*member.evidence)));
    if (member.lastRoundTrip)
        object.insert(payloadKey("last_rtt_ms"), toMilliseconds(*member.lastRoundTrip));
    if (member.value)
        object.insert(payloadKey("value"), *member.value);
    return object;
}

} // namespace

QJsonObject alertPayload(const AlertChange &change, int number)
{
    const AlertCase &alert = change.about;
    const AlertWords words = alertWords(change, Formatter(QLocale(), {}, FormatPreferences::plain()));
    const Suspicion suspicion = suspicionOf(alert);
    QJsonObject payload{
        {payloadKey("schema_version"), 1},
        {payloadKey("event"), payloadKey("alert")},
        {payloadKey("id"), alert.id},
        {payloadKey("key"), QStringLiteral("%1-%2").arg(alert.id, QString::number(number))},
        {payloadKey("rule"), alert.rule.name},
        {payloadKey("state"), payloadKey(stateOf(change.kind))},
        {payloadKey("update"), change.kind == AlertChange::Kind::Updated},
        {payloadKey("time"), toRfc3339(change.time)},
        {payloadKey("since"), toRfc3339(alert.since)},
        {payloadKey("title"), words.title},
        {payloadKey("explanation"), words.body},
        {payloadKey("link"), alertLink(alert, change.time)},
        {payloadKey("suspects"), QJsonArray::fromStringList(toWords(suspicion.likely))},
        {payloadKey("possible_suspects"), QJsonArray::fromStringList(toWords(suspicion.possible))}};
    if (change.kind == AlertChange::Kind::Escalated)
        payload.insert(payloadKey("escalated"), true);
    if (alert.subject == AlertSubject::Group)
        payload.insert(payloadKey("group"), alert.members.empty() ? QString() : alert.members.front().name);
    if (alert.subject == AlertSubject::Peer) {
        QJsonArray peers;
        for (const AlertMember &member : alert.members)
            peers.append(memberJson(member));
        payload.insert(payloadKey("peers"), peers);
    }
    if (!alert.behind.isEmpty())
        payload.insert(payloadKey("behind"), QJsonArray::fromStringList(alert.behind));
    return payload;
}

QString alertLink(const AlertCase &alert, WallTime at)
{
    QUrl link;
    link.setScheme(payloadKey("pongwatch"));
    link.setHost(payloadKey("show"));
    QUrlQuery query;
    if (alert.subject == AlertSubject::Peer && !alert.members.empty())
        query.addQueryItem(payloadKey("peer"),
                           QString::fromLatin1(QUrl::toPercentEncoding(alert.members.front().name)));
    query.addQueryItem(payloadKey("at"), toRfc3339(at));
    link.setQuery(query);
    return QString::fromLatin1(link.toEncoded());
}

QJsonObject testPayload(WallTime now)
{
    const QString id = QStringLiteral("test-%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    return {{payloadKey("schema_version"), 1},
            {payloadKey("event"), payloadKey("alert")},
            {payloadKey("id"), id},
            {payloadKey("key"), QString(id + QStringLiteral("-1"))},
            {payloadKey("rule"), payloadKey("test")},
            {payloadKey("state"), payloadKey("firing")},
            {payloadKey("update"), false},
            {payloadKey("test"), true},
            {payloadKey("time"), toRfc3339(now)},
            {payloadKey("since"), toRfc3339(now)},
            {payloadKey("title"), QStringLiteral("Pongwatch: test")},
            {payloadKey("explanation"), QStringLiteral("This is a test. Nothing is wrong.")},
            {payloadKey("link"), alertLink(AlertCase(), now)},
            {payloadKey("suspects"), QJsonArray()},
            {payloadKey("possible_suspects"), QJsonArray()},
            {payloadKey("peers"), QJsonArray()}};
}

Delivery testDelivery(const QString &way, WallTime now)
{
    Delivery delivery;
    delivery.payload = testPayload(now);
    delivery.key = delivery.payload.value(payloadKey("key")).toString() + u'-' + way;
    delivery.way = way;
    delivery.createdAt = now;
    return delivery;
}

QStringList troubledPeers(const QJsonObject &payload)
{
    const bool isFiring = payload.value(payloadKey("state")) == payloadKey("firing");
    QStringList names;
    for (const auto element : payload.value(payloadKey("peers")).toArray()) {
        const QJsonObject peer = element.toObject();
        if (!isFiring || peer.value(payloadKey("in_trouble")).toBool())
            names.append(peer.value(payloadKey("name")).toString());
    }
    return names;
}

QMap<QString, QString> payloadValues(const QJsonObject &payload)
{
    QMap<QString, QString> values;
    for (auto it = payload.begin(); it != payload.end(); ++it) {
        if (it->isBool()) {
            values.insert(it.key(), payloadKey(it->toBool() ? "true" : "false"));
        } else if (it->isDouble()) {
            values.insert(it.key(), QString::number(it->toInt()));
        } else if (it->isString()) {
            values.insert(it.key(), it->toString());
        } else if (it->isArray()) {
            QStringList texts;
            for (const auto element : it->toArray())
                texts.append(element.toString());
            if (it.key() == payloadKey("peers"))
                texts = troubledPeers(payload);
            values.insert(it.key(), texts.join(QStringLiteral(", ")));
        }
    }
    return values;
}

} // namespace Pongwatch
