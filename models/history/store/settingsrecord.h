// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <QByteArray>

#include <vector>

namespace Pongwatch
{

// How a peer was watched, as stored in the history file: the JSON object from toHistoryJson(), which anybody
// may read. Name and URL are stored elsewhere.

[[nodiscard]] QByteArray toSettingsRecord(const ConnectionSettings &settings);

/// Missing or invalid values become the defaults; nullopt if it is not a record at all.
[[nodiscard]] std::optional<ConnectionSettings> fromSettingsRecord(const QByteArray &record);

/// A record that applies from some moment on.
struct DatedSettings {
    WallTime since{};
    QByteArray record;

    friend bool operator==(const DatedSettings &, const DatedSettings &) = default;
};

/// Several records as a JSON array, oldest first; only the newest 50.
[[nodiscard]] QByteArray packSettings(const std::vector<DatedSettings> &records);
/// Unreadable ones are left out.
[[nodiscard]] std::vector<DatedSettings> unpackSettings(const QByteArray &packed);

} // namespace Pongwatch
