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

/// Who a profile is while the program runs, whatever it is called. Not saved.
enum class ProfileKey : quint64 { None = 0 };

/// The saved settings of one connection.
struct Profile {
    /// Given by WorkspaceSession, and kept by copies. Says nothing about what the profile says.
    ProfileKey key = ProfileKey::None;
    QString name; ///< unique in its workspace
    QString url;  ///< as typed, without user information
    bool enabled = true;
    bool isGuest = false; ///< here for this run only: never written to a file
    QStringList tags;
    ProfileSettings own;
    AlertSettings alerts; ///< its own
    /// How the file has it: order, spelling and the keys that this version doesn't know. Empty for a new one.
    JsonMember source{{}, {}, {}, JsonValue::object(), {}};

    /// Compares what it says, not how it is written.
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

/// A message that the user writes again and again.
struct SavedMessage {
    QString name; ///< unique among them
    DialogueMessage message;
    JsonMember source{{}, {}, {}, JsonValue::object(), {}}; ///< as in Profile

    friend bool operator==(const SavedMessage &a, const SavedMessage &b)
    {
        return a.name == b.name && a.message == b.message;
    }
};

/// Where a profile is in a workspace.
struct ProfilePlace {
    std::optional<size_t> group; ///< nullopt: in none
    size_t index = 0;

    friend bool operator==(const ProfilePlace &, const ProfilePlace &) = default;
};

/// What the user saved: profiles, some of them in groups, and the defaults that they share. A value: copies
/// are independent, and any thread may hold one.
class Workspace
{
public:
    ProfileSettings defaults;
    AlertSettings alerts;
    std::vector<ProfileGroup> groups;
    std::vector<Profile> profiles; ///< those in no group
    std::vector<SavedMessage> messages;
    JsonDocument source{{},
                        JsonValue::object()}; ///< as in Profile; groups, profiles and messages stay out of it

    /// All profiles: first those of the groups, then the others, in the file's order.
    [[nodiscard]] std::vector<ProfilePlace> places() const;
    [[nodiscard]] size_t profileCount() const;

    [[nodiscard]] const Profile &at(const ProfilePlace &place) const;
    [[nodiscard]] Profile &at(const ProfilePlace &place);

    [[nodiscard]] std::optional<ProfilePlace> find(const QString &profileName) const;
    [[nodiscard]] std::optional<ProfilePlace> find(ProfileKey key) const;

    [[nodiscard]] std::optional<size_t> findGroup(const QString &groupName) const;

    /// What is saved in a file: everything but the guests.
    [[nodiscard]] Workspace withoutGuests() const;

    /// Adds a profile at the end of a group, or of the profiles in none, under its name or, when that is
    /// taken or empty, one made from it.
    ProfilePlace add(Profile profile, std::optional<size_t> group = {});

    /// Takes a profile out and gives it back.
    Profile take(const ProfilePlace &place);

    /// Saves a message under this name, in place of one that has it.
    void setMessage(const QString &name, const DialogueMessage &message);
    /// Nothing happens when there is none of this name.
    void removeMessage(const QString &name);

    /// `wanted` if no profile has it, or else the first of "wanted 2", "wanted 3" … that is free.
    [[nodiscard]] QString freeName(const QString &wanted) const;

    /// What the engine gets for a profile: program <- workspace <- group <- profile. Secrets are left out and
    /// references in headers unresolved (see SecretResolver).
    [[nodiscard]] ConnectionSettings effectiveSettings(const ProfilePlace &place) const;

    /// The same as layers have it: what is said of a profile, by itself or by those above; references
    /// unresolved.
    [[nodiscard]] ProfileSettings layeredSettings(const ProfilePlace &place) const;

    /// What a profile would have, had it no settings of its own: workspace <- group.
    [[nodiscard]] ProfileSettings inheritedSettings(const ProfilePlace &place) const;

    /// What is told of a profile: workspace <- group <- profile, rules about groups and the program included.
    [[nodiscard]] AlertSettings alertsAt(const ProfilePlace &place) const;

    friend bool operator==(const Workspace &a, const Workspace &b)
    {
        return a.defaults == b.defaults && a.alerts == b.alerts && a.groups == b.groups &&
               a.profiles == b.profiles && a.messages == b.messages;
    }
};

} // namespace Pongwatch
