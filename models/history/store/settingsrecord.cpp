// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/settingsrecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double longest = 1e9; // seconds: thirty years

QString k(const char *key)
{
    return QLatin1String(key);
}

QString sinceKey()
{
    return k("since_us");
}

QJsonValue secondsOrNull(const std::optional<nanoseconds> &time)
{
    return time ? QJsonValue(toSeconds(*time)) : QJsonValue();
}

std::optional<nanoseconds> timeOf(const QJsonValue &value)
{
    const double seconds = value.toDouble(-1);
    if (!(seconds >= 0 && seconds <= longest))
        return std::nullopt;
    return nanoseconds(std::llround(seconds * 1e9));
}

/// The key's time, null for none; what was there before when it is missing or makes no sense.
void takeOptional(const QJsonObject &object, const char *key, std::optional<nanoseconds> &time)
{
    const QJsonValue value = object.value(k(key));
    if (value.isNull())
        time.reset();
    else if (const auto read = timeOf(value))
        time = read;
}

void take(const QJsonObject &object, const char *key, nanoseconds &time)
{
    time = timeOf(object.value(k(key))).value_or(time);
}

QString wordOf(AuthKind kind)
{
    return kind == AuthKind::Basic ? k("basic") : kind == AuthKind::Bearer ? k("bearer") : k("none");
}

QString wordOf(ProxyKind kind)
{
    switch (kind) {
    case ProxyKind::System:
        return k("system");
    case ProxyKind::Http:
        return k("http");
    case ProxyKind::Socks5:
        return k("socks5");
    case ProxyKind::None:
        break;
    }
    return k("none");
}

template <typename Kind>
Kind kindOf(const QString &word, std::initializer_list<Kind> kinds)
{
    const auto its =
        std::find_if(kinds.begin(), kinds.end(), [&word](Kind kind) { return wordOf(kind) == word; });
    return its == kinds.end() ? *kinds.begin() : *its;
}

} // namespace

QByteArray toSettingsRecord(const ConnectionSettings &settings)
{
    const KeepaliveSettings &keepalive = settings.keepalive;
    const ReconnectSettings &reconnect = settings.reconnect;
    QJsonArray headers;
    for (const auto &header : settings.headers)
        headers.append(header.first);
    QJsonObject object{{k("ping_interval_s"), secondsOrNull(keepalive.interval)},
                       {k("ping_timeout_s"), secondsOrNull(keepalive.timeout)},
                       {k("slow_after_s"), secondsOrNull(keepalive.slowAfter)},
                       {k("on_timeout"), keepalive.onTimeout == OnTimeout::Keep ? k("keep") : k("close")},
                       {k("heartbeat"), keepalive.heartbeat.has_value()},
                       {k("open_timeout_s"), toSeconds(settings.openTimeout)},
                       {k("close_timeout_s"), toSeconds(settings.closeTimeout)},
                       {k("reconnect"), QJsonObject{{k("enabled"), reconnect.enabled},
                                                    {k("initial_s"), toSeconds(reconnect.initial)},
                                                    {k("min_s"), toSeconds(reconnect.minimum)},
                                                    {k("factor"), reconnect.factor},
                                                    {k("max_s"), toSeconds(reconnect.maximum)},
                                                    {k("stable_after_s"), toSeconds(reconnect.stableAfter)}}},
                       {k("header_names"), headers},
                       {k("subprotocols"), QJsonArray::fromStringList(settings.subprotocols)},
                       {k("auth"), wordOf(settings.auth.kind)},
                       {k("tls_verify"), settings.tls.verify},
                       {k("proxy"), wordOf(settings.proxy.kind)}};
    if (!settings.origin.isEmpty())
        object.insert(k("origin"), settings.origin);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<ConnectionSettings> fromSettingsRecord(const QByteArray &record)
{
    const QJsonDocument document = QJsonDocument::fromJson(record);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    ConnectionSettings settings;
    takeOptional(object, "ping_interval_s", settings.keepalive.interval);
    takeOptional(object, "ping_timeout_s", settings.keepalive.timeout);
    takeOptional(object, "slow_after_s", settings.keepalive.slowAfter);
    settings.keepalive.onTimeout =
        object.value(k("on_timeout")).toString() == k("keep") ? OnTimeout::Keep : OnTimeout::Close;
    if (object.value(k("heartbeat")).toBool())
        settings.keepalive.heartbeat.emplace();
    take(object, "open_timeout_s", settings.openTimeout);
    take(object, "close_timeout_s", settings.closeTimeout);
    const QJsonObject reconnect = object.value(k("reconnect")).toObject();
    settings.reconnect.enabled = reconnect.value(k("enabled")).toBool(true);
    take(reconnect, "initial_s", settings.reconnect.initial);
    take(reconnect, "min_s", settings.reconnect.minimum);
    settings.reconnect.factor = reconnect.value(k("factor")).toDouble(settings.reconnect.factor);
    take(reconnect, "max_s", settings.reconnect.maximum);
    take(reconnect, "stable_after_s", settings.reconnect.stableAfter);
    const QJsonArray headers = object.value(k("header_names")).toArray();
    for (const auto name : headers)
        settings.headers.append({name.toString(), QString()});
    const QJsonArray subprotocols = object.value(k("subprotocols")).toArray();
    for (const auto name : subprotocols)
        settings.subprotocols.append(name.toString());
    settings.origin = object.value(k("origin")).toString();
    settings.auth.kind =
        kindOf(object.value(k("auth")).toString(), {AuthKind::None, AuthKind::Basic, AuthKind::Bearer});
    settings.tls.verify = object.value(k("tls_verify")).toBool(true);
    settings.proxy.kind = kindOf(object.value(k("proxy")).toString(),
                                 {ProxyKind::System, ProxyKind::None, ProxyKind::Http, ProxyKind::Socks5});
    return settings;
}

QByteArray packSettings(const std::vector<DatedSettings> &records)
{
    constexpr size_t most = 50;
    QJsonArray array;
    for (size_t i = records.size() - std::min(records.size(), most); i < records.size(); ++i) {
        QJsonObject object = QJsonDocument::fromJson(records[i].record).object();
        object.insert(sinceKey(), static_cast<qint64>(records[i].since.time_since_epoch().count()));
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<DatedSettings> unpackSettings(const QByteArray &packed)
{
    std::vector<DatedSettings> records;
    const QJsonArray array = QJsonDocument::fromJson(packed).array();
    for (const auto value : array) {
        QJsonObject object = value.toObject();
        const QJsonValue since = object.take(sinceKey());
        if (since.isDouble())
            records.push_back({WallTime(microseconds(since.toInteger())),
                               QJsonDocument(object).toJson(QJsonDocument::Compact)});
    }
    return records;
}

} // namespace Pongwatch
