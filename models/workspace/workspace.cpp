// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include <QSet>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// The list of a workspace that contains a place.
template <typename W>
auto &listOf(W &workspace, const std::optional<size_t> &group)
{
    return group ? workspace.groups.at(*group).profiles : workspace.profiles;
}

/// Without characters that are not allowed in a file's names; short enough to add a number.
QString printableName(const QString &name)
{
    QString result;
    for (const QChar c : name.left(190))
        result += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    return result.trimmed();
}

template <typename Fits>
std::optional<ProfilePlace> findBy(const Workspace &workspace, Fits fits)
{
    for (size_t group = 0; group <= workspace.groups.size(); ++group) {
        const auto where = group < workspace.groups.size() ? std::optional(group) : std::nullopt;
        const std::vector<Profile> &list = listOf(workspace, where);
        const auto found = std::find_if(list.begin(), list.end(), fits);
        if (found != list.end())
            return ProfilePlace{where, static_cast<size_t>(found - list.begin())};
    }
    return std::nullopt;
}

} // namespace

std::vector<ProfilePlace> Workspace::places() const
{
    std::vector<ProfilePlace> result;
    result.reserve(profileCount());
    for (size_t group = 0; group < groups.size(); ++group)
        for (size_t i = 0; i < groups[group].profiles.size(); ++i)
            result.push_back({group, i});
    for (size_t i = 0; i < profiles.size(); ++i)
        result.push_back({{}, i});
    return result;
}

size_t Workspace::profileCount() const
{
    size_t count = profiles.size();
    for (const ProfileGroup &group : groups)
        count += group.profiles.size();
    return count;
}

const Profile &Workspace::at(const ProfilePlace &place) const
{
    return listOf(*this, place.group).at(place.index);
}

Profile &Workspace::at(const ProfilePlace &place)
{
    return listOf(*this, place.group).at(place.index);
}

std::optional<ProfilePlace> Workspace::find(const QString &profileName) const
{
    return findBy(*this, [&profileName](const Profile &profile) { return profile.name == profileName; });
}

std::optional<ProfilePlace> Workspace::find(ProfileKey key) const
{
    return findBy(*this, [key](const Profile &profile) { return profile.key == key; });
}

std::optional<size_t> Workspace::findGroup(const QString &groupName) const
{
    for (size_t group = 0; group < groups.size(); ++group)
        if (groups[group].name == groupName)
            return group;
    return std::nullopt;
}

Workspace Workspace::withoutGuests() const
{
    Workspace result = *this;
    const auto isGuest = [](const Profile &profile) { return profile.isGuest; };
    std::erase_if(result.profiles, isGuest);
    for (ProfileGroup &group : result.groups)
        std::erase_if(group.profiles, isGuest);
    return result;
}

ProfilePlace Workspace::add(Profile profile, std::optional<size_t> group)
{
    profile.name = freeName(printableName(profile.name.isEmpty() ? profile.url : profile.name));
    // Its layout belongs to its old place; here it is laid out like its neighbours.
    profile.source.before = profile.source.after = QByteArray();
    profile.source.value.forgetLayout();
    auto &list = listOf(*this, group);
    list.push_back(std::move(profile));
    return {group, list.size() - 1};
}

Profile Workspace::take(const ProfilePlace &place)
{
    auto &list = listOf(*this, place.group);
    Profile profile = std::move(list.at(place.index));
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(place.index));
    return profile;
}

void Workspace::setMessage(const QString &name, const DialogueMessage &message)
{
    const QString printable = printableName(name);
    const auto found = std::find_if(messages.begin(), messages.end(),
                                    [&](const SavedMessage &saved) { return saved.name == printable; });
    if (found != messages.end())
        found->message = message;
    else
        messages.push_back({printable, message});
}

void Workspace::removeMessage(const QString &name)
{
    std::erase_if(messages, [&name](const SavedMessage &saved) { return saved.name == name; });
}

QString Workspace::freeName(const QString &wanted) const
{
    if (!find(wanted))
        return wanted;
    QSet<QString> taken;
    for (const ProfilePlace &place : places())
        taken.insert(at(place).name);
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number)
        name = QStringLiteral("%1 %2").arg(wanted, QString::number(number));
    return name;
}

ProfileSettings Workspace::inheritedSettings(const ProfilePlace &place) const
{
    return place.group ? defaults.overlaidBy(groups.at(*place.group).defaults) : defaults;
}

ProfileSettings Workspace::layeredSettings(const ProfilePlace &place) const
{
    return inheritedSettings(place).overlaidBy(at(place).own);
}

AlertSettings Workspace::alertsAt(const ProfilePlace &place) const
{
    const AlertSettings outer = place.group ? alerts.overlaidBy(groups.at(*place.group).alerts) : alerts;
    return outer.overlaidBy(at(place).alerts);
}

ConnectionSettings Workspace::effectiveSettings(const ProfilePlace &place) const
{
    const Profile &profile = at(place);
    ConnectionSettings settings;
    layeredSettings(place).applyTo(settings);
    settings.name = profile.name;
    settings.url = QUrl(profile.url, QUrl::StrictMode);
    return settings;
}

} // namespace Pongwatch
