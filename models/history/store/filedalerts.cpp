// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/filedalerts.h"

#include "history/store/historydatabase.h"
#include "history/store/storedtime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype longestAlertText = 2000;
constexpr qsizetype longestAlertWord = 300;

constexpr int firstVersionWithAlerts = 7;
constexpr int lastAlertKind = static_cast<int>(AlertEntry::Kind::NotDelivered);

const QString sinceKey = QStringLiteral("since_us");
const QString ruleKey = QStringLiteral("rule");
const QString subjectKey = QStringLiteral("subject");
const QString groupKey = QStringLiteral("group");
const QString peersKey = QStringLiteral("peers");
const QString titleKey = QStringLiteral("title");
const QString bodyKey = QStringLiteral("body");
const QString noteKey = QStringLiteral("note");
const QString wayKey = QStringLiteral("way");

} // namespace

QString encodeAlert(const AlertEntry &entry)
{
    QJsonObject object;
    const auto put = [&object](const QString &key, const QString &text, qsizetype longest) {
        if (!text.isEmpty())
            object.insert(key, text.left(longest));
    };
    object.insert(sinceKey, static_cast<qint64>(entry.since.time_since_epoch().count()));
    put(ruleKey, entry.rule, longestAlertWord);
    put(subjectKey, entry.subject, longestAlertWord);
    put(groupKey, entry.group, longestAlertWord);
    QJsonArray peers;
    for (const QString &peer : entry.peers.mid(0, AlertEntry::mostNames))
        peers.append(peer.left(longestAlertWord));
    if (!peers.isEmpty())
        object.insert(peersKey, peers);
    put(titleKey, entry.title, longestAlertText);
    put(bodyKey, entry.body, longestAlertText);
    put(noteKey, entry.note, longestAlertText);
    put(wayKey, entry.way, longestAlertWord);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool decodeAlert(const QString &data, AlertEntry &entry)
{
    const QJsonDocument document = QJsonDocument::fromJson(data.toUtf8());
    if (!document.isObject())
        return false;
    const QJsonObject object = document.object();
    entry.since = WallTime(microseconds(object.value(sinceKey).toInteger()));
    entry.rule = object.value(ruleKey).toString();
    entry.subject = object.value(subjectKey).toString();
    entry.group = object.value(groupKey).toString();
    const QJsonArray peers = object.value(peersKey).toArray();
    for (const auto &peer : peers)
        if (entry.peers.size() < AlertEntry::mostNames)
            entry.peers.append(peer.toString());
    entry.title = object.value(titleKey).toString();
    entry.body = object.value(bodyKey).toString();
    entry.note = object.value(noteKey).toString();
    entry.way = object.value(wayKey).toString();
    return true;
}

Result<std::vector<AlertEntry>> filedAlerts(HistoryDatabase &database, WallTime from, WallTime to, int limit)
{
    std::vector<AlertEntry> entries;
    if (database.version() < firstVersionWithAlerts)
        return entries;
    Result<QSqlQuery *> rows =
        database.run("select_alerts", {inMicroseconds(from), inMicroseconds(to), limit});
    if (!rows)
        return rows.error();
    while (rows.value()->next()) {
        const QSqlQuery &row = *rows.value();
        AlertEntry entry;
        entry.id = row.value(0).toLongLong();
        entry.alert = row.value(1).toString();
        entry.at = toWallTime(row.value(2));
        const int kind = row.value(3).toInt();
        if (kind < 0 || kind > lastAlertKind || !decodeAlert(row.value(4).toString(), entry))
            continue;
        entry.kind = static_cast<AlertEntry::Kind>(kind);
        entries.push_back(std::move(entry));
    }
    rows.value()->finish();
    std::reverse(entries.begin(), entries.end());
    return entries;
}

} // namespace Pongwatch
