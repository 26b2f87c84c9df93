// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <QByteArray>

#include <vector>

namespace Pongwatch
{

// How a peer was watched, as the history file keeps it: the JSON object of toHistoryJson(), which anybody may
// read. Name and URL stand elsewhere.

[[nodiscard]] QByteArray toSettingsRecord(const ConnectionSettings &settings);

/// What is missing or makes no sense is the default; nullopt: it is no record at all.
[[nodiscard]] std::optional<ConnectionSettings> fromSettingsRecord(const QByteArray &record);

/// A record that holds from a moment on.
struct DatedSettings {
    WallTime since{};
    QByteArray record;

    friend bool operator==(const DatedSettings &, const DatedSettings &) = default;
};

/// Several of them as a JSON array, the oldest first; the newest 50.
[[nodiscard]] QByteArray packSettings(const std::vector<DatedSettings> &records);
/// What can't be read is left out.
[[nodiscard]] std::vector<DatedSettings> unpackSettings(const QByteArray &packed);

} // namespace Pongwatch
