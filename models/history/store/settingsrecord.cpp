// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/settingsrecord.h"

#include "settings/safesettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Pongwatch
{

namespace
{

QString sinceKey()
{
    return QStringLiteral("since_us");
}

} // namespace

QByteArray toSettingsRecord(const ConnectionSettings &settings)
{
    return QJsonDocument(toHistoryJson(settings)).toJson(QJsonDocument::Compact);
}

std::optional<ConnectionSettings> fromSettingsRecord(const QByteArray &record)
{
    const QJsonDocument document = QJsonDocument::fromJson(record);
    return document.isObject() ? std::optional(fromHistoryJson(document.object())) : std::nullopt;
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
