// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/safesettings.h"

#include "engine/values/secretnames.h"
#include "settings/dialoguetext.h"
#include "settings/settingtext.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

using Limit = ProfileSettings::Limit;
using Headers = ProfileSettings::Headers;

constexpr double longestKept = 1e9; // seconds: thirty years

/// In the same order as ProxyKind.
constexpr std::array<const char *, 5> proxyKinds = {"system", "none", "http", "socks5", nullptr};

QJsonArray namesOf(const Headers &headers)
{
    QJsonArray names;
    for (const auto &header : headers)
        names.append(header.first);
    return names;
}

/// The part of a value that may be shown.
template <typename T>
QJsonValue safeValue(const Setting<T> &setting, const T &value)
{
    if constexpr (std::is_same_v<T, Limit>)
        return value ? QJsonValue(toSeconds(*value)) : QJsonValue();
    else if constexpr (std::is_same_v<T, SlowLimit>)
        return value.isAuto  ? QJsonValue(QStringLiteral("auto"))
               : value.after ? QJsonValue(toSeconds(*value.after))
                             : QJsonValue();
    else if constexpr (std::is_same_v<T, nanoseconds>)
        return toSeconds(value);
    else if constexpr (std::is_same_v<T, Headers>)
        return namesOf(value);
    else if constexpr (std::is_same_v<T, QStringList>)
        return QJsonArray::fromStringList(maskedSubprotocols(value));
    else if constexpr (std::is_same_v<T, ProxySettings>)
        return QString::fromLatin1(proxyKinds.at(static_cast<size_t>(value.kind)));
    else if constexpr (std::is_same_v<T, SecretReference> || DialoguePart<T>)
        return {};
    else if constexpr (std::is_same_v<T, QString>)
        return setting.form == TextForm::Message ? QJsonValue(!value.isEmpty()) : QJsonValue(value);
    else if constexpr (std::is_enum_v<T>)
        return wordOf(setting, value);
    else
        return QJsonValue(value);
}

std::optional<nanoseconds> keptDuration(const QJsonValue &value)
{
    const double length = value.toDouble(-1);
    if (!(length >= 0 && length <= longestKept))
        return std::nullopt;
    return nanoseconds(std::llround(length * 1e9));
}

std::optional<int> keptWord(const QJsonValue &value, std::span<const char *const> words)
{
    const Result<int> word = parseWord({}, value.toString(), words);
    return word ? std::optional(word.value()) : std::nullopt;
}

/// nullopt if it is invalid, so that the default remains.
template <typename T>
std::optional<T> keptValue(const Setting<T> &setting, const QJsonValue &value)
{
    if constexpr (std::is_same_v<T, Limit>) {
        if (value.isNull())
            return std::optional<T>(std::in_place);
        const std::optional<nanoseconds> duration = keptDuration(value);
        return duration ? std::optional<T>(*duration) : std::nullopt;
    } else if constexpr (std::is_same_v<T, SlowLimit>) {
        if (value.toString() == QStringLiteral("auto"))
            return SlowLimit::byItself();
        const std::optional<nanoseconds> duration = keptDuration(value);
        return duration || value.isNull() ? std::optional(SlowLimit(duration)) : std::nullopt;
    } else if constexpr (std::is_same_v<T, nanoseconds>) {
        return keptDuration(value);
    } else if constexpr (std::is_same_v<T, bool>) {
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    } else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, qint64>) {
        return value.isDouble() ? std::optional(static_cast<T>(value.toDouble())) : std::nullopt;
    } else if constexpr (std::is_same_v<T, Headers>) {
        Headers headers;
        const QJsonArray names = value.toArray();
        for (const auto name : names)
            headers.append({name.toString(), QString()});
        return headers;
    } else if constexpr (std::is_same_v<T, QStringList>) {
        QStringList texts;
        const QJsonArray array = value.toArray();
        for (const auto text : array)
            texts.append(text.toString());
        return texts;
    } else if constexpr (std::is_same_v<T, ProxySettings>) {
        ProxySettings proxy;
        proxy.kind = static_cast<ProxyKind>(keptWord(value, proxyKinds).value_or(0));
        return proxy;
    } else if constexpr (std::is_enum_v<T>) {
        std::optional<int> word = keptWord(value, setting.words);
        if (!word && setting.record.beforeItWasKept >= 0)
            word = setting.record.beforeItWasKept;
        return word ? std::optional(static_cast<T>(*word)) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QString>) {
        return value.isString() ? std::optional(value.toString()) : std::nullopt;
    } else {
        return std::nullopt;
    }
}

/// Sets a value under "key" or "section.key".
void insertAt(QJsonObject &object, const char *path, const QJsonValue &value)
{
    const QString whole = QString::fromLatin1(path);
    const qsizetype dot = whole.indexOf(u'.');
    if (dot < 0) {
        object.insert(whole, value);
        return;
    }
    QJsonObject section = object.value(whole.left(dot)).toObject();
    section.insert(whole.mid(dot + 1), value);
    object.insert(whole.left(dot), section);
}

QJsonValue valueAt(const QJsonObject &object, const char *path)
{
    const QString whole = QString::fromLatin1(path);
    const qsizetype dot = whole.indexOf(u'.');
    return dot < 0 ? object.value(whole) : object.value(whole.left(dot)).toObject().value(whole.mid(dot + 1));
}

} // namespace

QJsonObject toHistoryJson(const ConnectionSettings &settings)
{
    QJsonObject object;
    forEachSetting([&]<typename T>(const Setting<T> &setting) {
        if (!setting.record.historyKey)
            return;
        const T value = setting.inUse.read(settings).value_or(T());
        // An empty text has no key.
        if (setting.form == TextForm::Message || !std::is_same_v<T, QString> || isSet(value))
            insertAt(object, setting.record.historyKey, safeValue(setting, value));
    });
    return object;
}

ConnectionSettings fromHistoryJson(const QJsonObject &object)
{
    ConnectionSettings settings;
    forEachSetting([&]<typename T>(const Setting<T> &setting) {
        if (!setting.record.historyKey)
            return;
        const QJsonValue value = valueAt(object, setting.record.historyKey);
        if (setting.form == TextForm::Message) {
            // It is only known that there is one.
            if (value.toBool())
                settings.keepalive.heartbeat.emplace();
        } else if (const std::optional<T> kept = keptValue(setting, value)) {
            setting.inUse.write(settings, *kept);
        }
    });
    return settings;
}

QJsonObject toReportJson(const ConnectionSettings &settings)
{
    QJsonObject object;
    forEachSetting([&]<typename T>(const Setting<T> &setting) {
        if (!setting.record.reportKey)
            return;
        const T value = setting.inUse.read(settings).value_or(T());
        if (isSet(value) || !setting.record.isLeftOutWhenUnset)
            insertAt(object, setting.record.reportKey, safeValue(setting, value));
    });
    return object;
}

} // namespace Pongwatch
