// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/pagechange.h"

namespace Pongwatch
{

Outcome changeBucketPage(HistoryDatabase &database, qint64 peer, BucketLevel level, qint64 number,
                         const std::function<void(BucketPage &)> &change)
{
    const auto levelNumber = static_cast<int>(level);
    Result<QSqlQuery *> row = database.run("select_page", {peer, levelNumber, number});
    if (!row)
        return row.error();
    BucketPage page(level, number);
    qint64 id = 0;
    bool isWhole = true;
    if (row.value()->next()) {
        id = row.value()->value(0).toLongLong();
        isWhole = page.decode(row.value()->value(1).toByteArray());
    }
    row.value()->finish();
    if (!isWhole) {
        if (Result<QSqlQuery *> kept = database.run("set_page_aside", {id}); !kept)
            return kept.error();
        id = 0;
    }
    change(page);
    const QByteArray packed = page.encode();
    if (packed.isEmpty()) {
        if (id == 0)
            return success();
        Result<QSqlQuery *> gone = database.run("delete_page", {id});
        return gone ? success() : Outcome(gone.error());
    }
    Result<QSqlQuery *> done = id != 0 ? database.run("update_page", {packed, id})
                                       : database.run("insert_page", {peer, levelNumber, number, packed});
    return done ? success() : Outcome(done.error());
}

} // namespace Pongwatch
