// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/alertsettings.h"
#include "engine/values/dialoguesettings.h"
#include "settings/profilesettings.h"
#include "workspace/jsonvalue.h"

#include <QStringList>

#include <vector>

namespace Pongwatch
{

/// Identifies a profile while the program runs, whatever its name. Not saved.
enum class ProfileKey : quint64 { None = 0 };

/// The saved settings of one connection.
struct Profile {
    /// Assigned by WorkspaceSession and kept in copies. Not part of the profile's contents.
    ProfileKey key = ProfileKey::None;
    QString name; ///< unique in its workspace
    QString url;  ///< as typed, without user information
    bool enabled = true;
    bool isGuest = false; ///< exists for this run only: never written to a file
    QStringList tags;
    ProfileSettings own;
    AlertSettings alerts; ///< its own
    /// As in the file: order, spelling, and keys unknown to this version. Empty for a new one.
    JsonMember source{{}, {}, {}, JsonValue::object(), {}};

    /// Compares the contents, not how they are written.
    friend bool operator==(const Profile &a, const Profile &b)
    {
        return a.name == b.name && a.url == b.url && a.enabled == b.enabled && a.isGuest == b.isGuest &&
               a.tags == b.tags && a.own == b.own && a.alerts == b.alerts;
    }
};

/// Profiles that share a name and defaults.
struct ProfileGroup {
    QString name; ///< unique among the groups
    ProfileSettings defaults;
    AlertSettings alerts;
    std::vector<Profile> profiles;
    JsonMember source{{}, {}, {}, JsonValue::object(), {}}; ///< as in Profile; its profiles stay out of it

    friend bool operator==(const ProfileGroup &a, const ProfileGroup &b)
    {
        return a.name == b.name && a.defaults == b.defaults && a.alerts == b.alerts &&
               a.profiles == b.profiles;
    }
};

/// A message that the user writes repeatedly.
struct SavedMessage {
    QString name; ///< unique among them
    DialogueMessage message;
    JsonMember source{{}, {}, {}, JsonValue::object(), {}}; ///< as in Profile

    friend bool operator==(const SavedMessage &a, const SavedMessage &b)
    {
        return a.name == b.name && a.message == b.message;
    }
};

/// The position of a profile in a workspace.
struct ProfilePlace {
    std::optional<size_t> group; ///< nullopt: no group
    size_t index = 0;

    friend bool operator==(const ProfilePlace &, const ProfilePlace &) = default;
};

/// What the user saved: profiles, some of them in groups, and shared defaults. A value: copies are
/// independent, and can be used on any thread.
class Workspace
{
public:
    ProfileSettings defaults;
    AlertSettings alerts;
    std::vector<ProfileGroup> groups;
    std::vector<Profile> profiles; ///< those without a group
    std::vector<SavedMessage> messages;
    JsonDocument source{{},
                        JsonValue::object()}; ///< as in Profile; without the groups, profiles and messages

    /// All profiles: first those in groups, then the others, in the order of the file.
    [[nodiscard]] std::vector<ProfilePlace> places() const;
    [[nodiscard]] size_t profileCount() const;

    [[nodiscard]] const Profile &at(const ProfilePlace &place) const;
    [[nodiscard]] Profile &at(const ProfilePlace &place);

    [[nodiscard]] std::optional<ProfilePlace> find(const QString &profileName) const;
    [[nodiscard]] std::optional<ProfilePlace> find(ProfileKey key) const;

    [[nodiscard]] std::optional<size_t> findGroup(const QString &groupName) const;

    /// What is saved in a file: everything except guests.
    [[nodiscard]] Workspace withoutGuests() const;

    /// Adds a profile at the end of a group, or of the profiles without one. If its name is taken or empty,
    /// it gets one derived from it.
    ProfilePlace add(Profile profile, std::optional<size_t> group = {});

    /// Removes a profile and returns it.
    Profile take(const ProfilePlace &place);

    /// Saves a message under this name, replacing any with the same name.
    void setMessage(const QString &name, const DialogueMessage &message);
    /// Does nothing if there is none with this name.
    void removeMessage(const QString &name);

    /// `wanted` if no profile has that name, else the first free one of "wanted 2", "wanted 3" …
    [[nodiscard]] QString freeName(const QString &wanted) const;

    /// The engine's settings for a profile: program <- workspace <- group <- profile. Secrets are left out,
    /// and references in headers are not resolved (see SecretResolver).
    [[nodiscard]] ConnectionSettings effectiveSettings(const ProfilePlace &place) const;

    /// The same as a layer: what is set for a profile, by itself or on a level above; references are not
    /// resolved.
    [[nodiscard]] ProfileSettings layeredSettings(const ProfilePlace &place) const;

    /// The settings of a profile if it had none of its own: workspace <- group.
    [[nodiscard]] ProfileSettings inheritedSettings(const ProfilePlace &place) const;

    /// The alert settings of a profile: workspace <- group <- profile, with rules for groups and program.
    [[nodiscard]] AlertSettings alertsAt(const ProfilePlace &place) const;

    friend bool operator==(const Workspace &a, const Workspace &b)
    {
        return a.defaults == b.defaults && a.alerts == b.alerts && a.groups == b.groups &&
               a.profiles == b.profiles && a.messages == b.messages;
    }
};

} // namespace Pongwatch
