// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/bucketpage.h"
#include "history/store/historydatabase.h"

#include <functional>

namespace Pongwatch
{

/// Changes a page of buckets in the file, or begins it. A page that comes out without buckets leaves the
/// file; one that can't be read is kept aside, and begun anew.
Outcome changeBucketPage(HistoryDatabase &database, qint64 peer, BucketLevel level, qint64 number,
                         const std::function<void(BucketPage &)> &change);

} // namespace Pongwatch
