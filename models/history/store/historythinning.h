// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "history/store/historystatus.h"

namespace Pongwatch
{

class HistoryDatabase;

/// Deletes what is older than the options allow, and the oldest data if the file is over its limit, in steps
/// of a few milliseconds: a store that writes 20 times a second never has to wait for it.
class HistoryThinning
{
public:
    explicit HistoryThinning(const HistoryOptions &options);

    /// Sets how long things are kept from now on.
    void setOptions(const HistoryOptions &options) { m_options = options; }

    /// Does one step. Returns true if there is more to do right away.
    Result<bool> step(HistoryDatabase &database, WallTime now);

    /// The bytes in use: the file is larger by what has not been returned to the disk yet.
    [[nodiscard]] static qint64 usedBytes(HistoryDatabase &database);

private:
    Result<int> thinByAge(HistoryDatabase &database, WallTime now) const;
    Result<int> thinBySize(HistoryDatabase &database) const;

    HistoryOptions m_options;
};

} // namespace Pongwatch
