// SPDX-License-Identifier: GPL-3.0-or-later
// What a HistoryQuery tells of single records: events, notes and settings.
#include "history/store/eventcodec.h"
#include "history/store/historyquery.h"
#include "history/store/settingsrecord.h"
#include "history/store/storedtime.h"

#include <algorithm>

namespace Pongwatch
{

Result<std::vector<ConnectionEvent>> HistoryQuery::events(qint64 peer, WallTime from, WallTime to, int limit)
{
    Result<QSqlQuery *> rows =
        m_database.run("select_events", {peer, inMicroseconds(from), inMicroseconds(to), limit});
    if (!rows)
        return rows.error();
    std::vector<ConnectionEvent> events;
    while (rows.value()->next()) {
        ConnectionEvent event;
        event.connection = rows.value()->value(0).toUInt();
        event.time = toWallTime(rows.value()->value(1));
        const int kind = rows.value()->value(2).toInt();
        if (EventCodec::decode(kind, rows.value()->value(3).toByteArray(), event))
            events.push_back(event);
        else
            noteDamage(event, peer, kind);
    }
    rows.value()->finish();
    return events;
}

Result<HistoryEventPage> HistoryQuery::eventPage(const HistoryPlace &before, WallTime from,
                                                 const QString &peer, int limit)
{
    const qint64 since = inMicroseconds(from);
    const qint64 at = inMicroseconds(before.at);
    Result<QSqlQuery *> rows =
        peer.isEmpty()
            ? m_database.run("select_event_page", {since, at, before.row, limit + 1})
            : m_database.run("select_event_page_of_peer", {peer, since, at, before.row, limit + 1});
    if (!rows)
        return rows.error();
    HistoryEventPage page;
    page.next = before;
    for (int count = 0; rows.value()->next(); ++count) {
        const QSqlQuery &row = *rows.value();
        if (count == limit) { // one more than wanted: there is another page
            page.isLast = false;
            break;
        }
        HistoryEvent event{row.value(1).toString(),
                           QUrl(row.value(2).toString(), QUrl::TolerantMode),
                           {},
                           row.value(0).toLongLong()};
        event.event.connection = row.value(3).toUInt();
        event.event.time = toWallTime(row.value(4));
        page.next = {event.event.time, row.value(0).toLongLong()};
        if (EventCodec::decode(row.value(5).toInt(), row.value(6).toByteArray(), event.event))
            page.events.push_back(std::move(event));
    }
    rows.value()->finish();
    return page;
}

Result<std::vector<Note>> HistoryQuery::notes(WallTime from, WallTime to, int limit)
{
    constexpr int firstWithNotes = 4;
    if (m_database.version() < firstWithNotes)
        return std::vector<Note>();
    Result<QSqlQuery *> rows =
        m_database.run("select_notes", {inMicroseconds(from), inMicroseconds(to), limit});
    if (!rows)
        return rows.error();
    std::vector<Note> notes;
    while (rows.value()->next()) {
        const QSqlQuery &row = *rows.value();
        notes.push_back({row.value(0).toLongLong(), toWallTime(row.value(1)), row.value(2).toString(),
                         row.value(3).toString()});
    }
    rows.value()->finish();
    std::reverse(notes.begin(), notes.end());
    return notes;
}

Result<std::vector<HistorySettings>> HistoryQuery::settings(qint64 peer, WallTime from, WallTime to)
{
    constexpr int firstWithSettings = 5;
    std::vector<HistorySettings> settings;
    if (m_database.version() < firstWithSettings)
        return settings;
    Result<QSqlQuery *> row = m_database.run("select_settings", {peer});
    if (!row)
        return row.error();
    const QByteArray packed = row.value()->next() ? row.value()->value(0).toByteArray() : QByteArray();
    row.value()->finish();
    for (const DatedSettings &dated : unpackSettings(packed)) {
        const auto its = fromSettingsRecord(dated.record);
        if (!its || dated.since >= to)
            continue;
        if (dated.since <= from) // it held when the range began, and no older one did
            settings.clear();
        settings.push_back({dated.since, *its});
    }
    return settings;
}

} // namespace Pongwatch
