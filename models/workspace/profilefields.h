// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profilesettings.h"
#include "workspace/objectreader.h"

#include <functional>
#include <vector>

namespace Pongwatch
{

/// One key of the file that holds one of ProfileSettings' values, made from a row of settingsTable(): how it
/// is read and checked, and how it is written.
struct ProfileField {
    QString section; ///< the object that it is in ("reconnect"); empty: none
    QString key;
    bool isInTables = true; ///< a column of CSV
    /// Puts what the reader finds into the settings.
    std::function<void(ObjectReader &reader, ProfileSettings &settings)> read;
    /// nullopt when the settings have no own value.
    std::function<std::optional<JsonValue>(const ProfileSettings &settings)> write;

    /// As the user knows it: "reconnect.initial_s".
    [[nodiscard]] QString path() const;
};

/// Every field, in the order in which a new file has them. Fields of one section stand together.
[[nodiscard]] std::vector<ProfileField> profileFields();

/// Reads all of them out of a profile or an object of defaults.
void readSettings(const std::vector<ProfileField> &fields, ObjectReader &reader, ProfileSettings &settings);

/// Puts all of them into a profile or an object of defaults. What the object already says in other words
/// stays as it is written; keys that are not fields are left alone.
void writeSettings(const std::vector<ProfileField> &fields, const ProfileSettings &settings,
                   JsonValue &object);

/// Settings as one line of JSON, with the keys of a workspace file, for where they are kept by themselves.
[[nodiscard]] QByteArray settingsAsLine(const ProfileSettings &settings);
/// The other way around. What can't be read has no value.
[[nodiscard]] ProfileSettings settingsOfLine(const QByteArray &line);

/// What a file with these settings in it would be refused for: the first problem, as a sentence without a
/// full stop; empty: nothing.
[[nodiscard]] QString complaintAbout(const ProfileSettings &settings);

/// What is wrong with the credentials of settings in which nothing is left to inherit: a bearer token that is
/// not there would be refused by each peer, and be taken for the peer's fault. A sentence without a full
/// stop; empty: nothing.
[[nodiscard]] QString complaintAboutToken(const ProfileSettings &effective);

/// The same of their headers: an Authorization with a scheme and nothing behind it.
[[nodiscard]] QString complaintAboutCredentials(const ProfileSettings &effective);

/// The same of a URL: a parameter that by its name is a secret, and nothing behind it ("?token=").
[[nodiscard]] QString complaintAboutUrl(const QUrl &url);

} // namespace Pongwatch
