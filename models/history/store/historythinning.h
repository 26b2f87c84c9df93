// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "history/store/historystatus.h"

namespace Pongwatch
{

class HistoryDatabase;

/// Lets go of what is older than the options say, and of the oldest when the file is over its limit, in steps
/// of a few milliseconds: a store that writes 20 times a second never waits for it.
class HistoryThinning
{
public:
    explicit HistoryThinning(const HistoryOptions &options);

    /// How long things are kept from now on.
    void setOptions(const HistoryOptions &options) { m_options = options; }

    /// One step. True when there is more to do at once.
    Result<bool> step(HistoryDatabase &database, WallTime now);

    /// The bytes that hold something: the file is larger by what waits to be given back to the disk.
    [[nodiscard]] static qint64 usedBytes(HistoryDatabase &database);

private:
    Result<int> thinByAge(HistoryDatabase &database, WallTime now) const;
    Result<int> thinBySize(HistoryDatabase &database) const;

    HistoryOptions m_options;
};

} // namespace Pongwatch
