// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profilesettings.h"
#include "workspace/objectreader.h"

#include <functional>
#include <vector>

namespace Pongwatch
{

/// A key of the file for one of ProfileSettings' values, made from a row of settingsTable(): how it is read,
/// checked and written.
struct ProfileField {
    QString section; ///< the object that contains it ("reconnect"); empty: none
    QString key;
    bool isInTables = true; ///< it is a column of CSV
    /// Stores what the reader finds in the settings.
    std::function<void(ObjectReader &reader, ProfileSettings &settings)> read;
    /// nullopt if the settings have no own value.
    std::function<std::optional<JsonValue>(const ProfileSettings &settings)> write;

    /// As shown to the user: "reconnect.initial_s".
    [[nodiscard]] QString path() const;
};

/// All fields, in the order of a new file. Fields of a section are next to each other.
[[nodiscard]] std::vector<ProfileField> profileFields();

/// Reads all of them from a profile or an object of defaults.
void readSettings(const std::vector<ProfileField> &fields, ObjectReader &reader, ProfileSettings &settings);

/// Writes all of them to a profile or an object of defaults. A value that is already there in another
/// spelling stays as written; keys that are not fields are left alone.
void writeSettings(const std::vector<ProfileField> &fields, const ProfileSettings &settings,
                   JsonValue &object);

/// Settings as one line of JSON with the keys of a workspace file, for storing them separately.
[[nodiscard]] QByteArray settingsAsLine(const ProfileSettings &settings);
/// The reverse. Anything unreadable has no value.
[[nodiscard]] ProfileSettings settingsOfLine(const QByteArray &line);

/// Why a file with these settings would be rejected: the first problem, as a sentence without full stop;
/// empty: it wouldn't be.
[[nodiscard]] QString complaintAbout(const ProfileSettings &settings);

/// What is wrong with credentials in settings that inherit nothing more: a missing bearer token would
/// be refused by every peer, and look like the peer's fault. A sentence without full stop; empty:
/// nothing.
[[nodiscard]] QString complaintAboutToken(const ProfileSettings &effective);

/// The same for their headers: an Authorization with a scheme and nothing after it.
[[nodiscard]] QString complaintAboutCredentials(const ProfileSettings &effective);

/// The same for a URL: a parameter whose name marks it as a secret, without a value ("?token=").
[[nodiscard]] QString complaintAboutUrl(const QUrl &url);

} // namespace Pongwatch
