// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/historythinning.h"

#include "history/store/bucketpage.h"
#include "history/store/historydatabase.h"

namespace Pongwatch
{

namespace
{

constexpr int rowsAtOnce = 64;
constexpr int pagesAtOnce = 256;
// Free pages are reused anyway; returning them only pays if there are many.
constexpr qint64 sparePages = 1024;

Result<int> removed(Result<QSqlQuery *> query)
{
    if (!query)
        return query.error();
    return query.value()->numRowsAffected();
}

} // namespace

HistoryThinning::HistoryThinning(const HistoryOptions &options)
    : m_options(options)
{
}

qint64 HistoryThinning::usedBytes(HistoryDatabase &database)
{
    return (database.pragma("page_count") - database.pragma("freelist_count")) * database.pragma("page_size");
}

Result<int> HistoryThinning::thinByAge(HistoryDatabase &database, WallTime now) const
{
    const WallTime oldest = now - std::chrono::duration_cast<microseconds>(m_options.keepSamples);
    Result<int> chunks = removed(database.run(
        "delete_old_chunks", {static_cast<qint64>(oldest.time_since_epoch().count()), rowsAtOnce}));
    if (!chunks || chunks.value() > 0)
        return chunks;
    const WallTime oldestMinute = now - std::chrono::duration_cast<microseconds>(m_options.keepMinutes);
    Result<int> minutes = removed(database.run(
        "delete_old_pages", {static_cast<int>(BucketLevel::Minute),
                             BucketPage::numberAt(BucketLevel::Minute, oldestMinute), rowsAtOnce}));
    if (!minutes || minutes.value() > 0 || !m_options.keepHours)
        return minutes;
    const WallTime oldestHour = now - std::chrono::duration_cast<microseconds>(*m_options.keepHours);
    return removed(
        database.run("delete_old_pages", {static_cast<int>(BucketLevel::Hour),
                                          BucketPage::numberAt(BucketLevel::Hour, oldestHour), rowsAtOnce}));
}

Result<int> HistoryThinning::thinBySize(HistoryDatabase &database) const
{
    if (m_options.sizeLimit <= 0 || usedBytes(database) <= m_options.sizeLimit)
        return 0;
    Result<int> gone = removed(database.run("delete_oldest_chunks", {rowsAtOnce}));
    if (!gone || gone.value() > 0)
        return gone;
    gone = removed(database.run("delete_oldest_pages", {static_cast<int>(BucketLevel::Minute), rowsAtOnce}));
    if (!gone || gone.value() > 0)
        return gone;
    gone = removed(database.run("delete_oldest_events", {rowsAtOnce}));
    if (!gone || gone.value() > 0)
        return gone;
    gone = removed(database.run("delete_oldest_states", {rowsAtOnce}));
    if (!gone || gone.value() > 0)
        return gone;
    return removed(database.run("delete_oldest_pages", {static_cast<int>(BucketLevel::Hour), rowsAtOnce}));
}

Result<bool> HistoryThinning::step(HistoryDatabase &database, WallTime now)
{
    if (Outcome done = database.begin(); !done)
        return done.error();
    Result<int> rows = thinByAge(database, now);
    if (rows && rows.value() == 0)
        rows = thinBySize(database);
    if (!rows) {
        database.rollback();
        return rows.error();
    }
    if (Outcome done = database.commit(); !done)
        return done.error();
    const bool overLimit = m_options.sizeLimit > 0 && database.pragma("freelist_count") > 0 &&
                           database.pragma("page_count") * database.pragma("page_size") > m_options.sizeLimit;
    if (overLimit || database.pragma("freelist_count") > sparePages)
        database.vacuum(pagesAtOnce);
    return rows.value() > 0 || overLimit;
}

} // namespace Pongwatch
