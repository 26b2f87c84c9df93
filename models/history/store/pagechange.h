// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/bucketpage.h"
#include "history/store/historydatabase.h"

#include <functional>

namespace Pongwatch
{

/// Changes a page of buckets in the file, or creates it. A page that ends up without buckets is deleted; an
/// unreadable one is set aside, and a new one started.
Outcome changeBucketPage(HistoryDatabase &database, qint64 peer, BucketLevel level, qint64 number,
                         const std::function<void(BucketPage &)> &change);

} // namespace Pongwatch
