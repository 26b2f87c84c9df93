// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include <QSet>

namespace Pongwatch
{

namespace
{

/// The list of a workspace that a place is in.
template <typename W>
auto &listOf(W &workspace, const std::optional<size_t> &group)
{
    return group ? workspace.groups.at(*group).profiles : workspace.profiles;
}

} // namespace

std::vector<ProfilePlace> Workspace::places() const
{
    std::vector<ProfilePlace> result;
    result.reserve(profileCount());
    for (size_t group = 0; group < groups.size(); ++group) {
        for (size_t i = 0; i < groups[group].profiles.size(); ++i)
            result.push_back({group, i});
    }
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
    for (const ProfilePlace &place : places()) {
        if (at(place).name == profileName)
            return place;
    }
    return std::nullopt;
}

ProfilePlace Workspace::add(Profile profile, std::optional<size_t> group)
{
    profile.name = freeName(profile.name.isEmpty() ? profile.url : profile.name);
    // The layout fits where it was; here it is laid out as its neighbours are.
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

QString Workspace::freeName(const QString &wanted) const
{
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

ConnectionSettings Workspace::effectiveSettings(const ProfilePlace &place) const
{
    const Profile &profile = at(place);
    ConnectionSettings settings;
    inheritedSettings(place).overlaidBy(profile.own).applyTo(settings);
    settings.name = profile.name;
    settings.url = QUrl(profile.url, QUrl::StrictMode);
    return settings;
}

} // namespace Pongwatch
