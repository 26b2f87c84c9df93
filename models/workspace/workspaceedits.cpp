// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspaceedits.h"

#include "workspace/urlreferences.h"
#include "workspace/workspacestrings.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype LongestEditedName = 200;

QSet<ProfileKey> setOf(const QList<ProfileKey> &keys)
{
    return {keys.cbegin(), keys.cend()};
}

/// Calls `edit` for each of the given profiles.
template <typename Edit>
Workspace edited(Workspace workspace, const QList<ProfileKey> &keys, Edit edit)
{
    const QSet<ProfileKey> meant = setOf(keys);
    for (const ProfilePlace &place : workspace.places()) {
        Profile &profile = workspace.at(place);
        if (meant.contains(profile.key))
            edit(profile);
    }
    return workspace;
}

/// The lists of profiles, groups first.
std::vector<std::vector<Profile> *> listsOf(Workspace &workspace)
{
    std::vector<std::vector<Profile> *> lists;
    for (ProfileGroup &group : workspace.groups)
        lists.push_back(&group.profiles);
    lists.push_back(&workspace.profiles);
    return lists;
}

/// The first profile for each URL, by URL.
QHash<QString, ProfilePlace> placesByUrl(const Workspace &workspace)
{
    QHash<QString, ProfilePlace> found;
    for (const ProfilePlace &place : workspace.places()) {
        const QString url = comparableUrl(workspace.at(place).url);
        if (!found.contains(url))
            found.insert(url, place);
    }
    return found;
}

} // namespace

namespace WorkspaceEdits
{

QString complaintAboutName(const QString &name, const QStringList &taken)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return WorkspaceStrings::tr("a name is needed");
    if (trimmed.size() > LongestEditedName)
        return WorkspaceStrings::tr("the name is longer than %1 characters").arg(LongestEditedName);
    if (std::any_of(trimmed.cbegin(), trimmed.cend(),
                    [](QChar c) { return c.category() == QChar::Other_Control; }))
        return WorkspaceStrings::tr("the name contains a control character");
    if (taken.contains(trimmed))
        return WorkspaceStrings::tr("this name is taken");
    return {};
}

Workspace withEnabled(Workspace workspace, const QList<ProfileKey> &keys, bool enabled)
{
    return edited(std::move(workspace), keys, [enabled](Profile &profile) { profile.enabled = enabled; });
}

Workspace without(Workspace workspace, const QList<ProfileKey> &keys)
{
    const QSet<ProfileKey> meant = setOf(keys);
    for (std::vector<Profile> *list : listsOf(workspace))
        std::erase_if(*list, [&meant](const Profile &profile) { return meant.contains(profile.key); });
    return workspace;
}

Workspace withDuplicates(Workspace workspace, const QList<ProfileKey> &keys)
{
    const QSet<ProfileKey> meant = setOf(keys);
    for (std::vector<Profile> *list : listsOf(workspace)) {
        for (size_t i = 0; i < list->size(); ++i) {
            if (!meant.contains((*list)[i].key))
                continue;
            Profile copy = (*list)[i];
            copy.key = ProfileKey::None;
            copy.isGuest = false;
            copy.name = workspace.freeName(copy.name);
            copy.source.before = copy.source.after = QByteArray();
            copy.source.value.forgetLayout();
            list->insert(list->begin() + static_cast<std::ptrdiff_t>(++i), std::move(copy));
        }
    }
    return workspace;
}

Compared withBothClients(Workspace workspace, ProfileKey key)
{
    QStringList names;
    for (std::vector<Profile> *list : listsOf(workspace)) {
        const auto original =
            std::find_if(list->begin(), list->end(), [key](const Profile &one) { return one.key == key; });
        if (original == list->end())
            continue;
        auto place = original - list->begin();
        const Profile model = *original;
        for (const Client client : {Client::Qt, Client::Wire}) {
            Profile copy = model;
            copy.key = ProfileKey::None;
            copy.isGuest = true;
            copy.enabled = true;
            copy.own.client = client;
            copy.name = workspace.freeName(QStringLiteral("%1 (%2)").arg(model.name, toWord(client)));
            copy.source.before = copy.source.after = QByteArray();
            copy.source.value.forgetLayout();
            names.append(copy.name);
            list->insert(list->begin() + ++place, std::move(copy));
        }
        break;
    }
    return {std::move(workspace), names};
}

Workspace withMoved(Workspace workspace, const QList<ProfileKey> &keys, const QString &group)
{
    if (!group.isEmpty() && !workspace.findGroup(group))
        workspace = withGroup(std::move(workspace), group);
    const std::optional<size_t> target = group.isEmpty() ? std::nullopt : workspace.findGroup(group);
    for (const ProfileKey key : keys) {
        const std::optional<ProfilePlace> place = workspace.find(key);
        if (place && place->group != target)
            workspace.add(workspace.take(*place), target);
    }
    return workspace;
}

Workspace withTag(Workspace workspace, const QList<ProfileKey> &keys, const QString &tag)
{
    return edited(std::move(workspace), keys, [&tag](Profile &profile) {
        if (!profile.tags.contains(tag))
            profile.tags.append(tag);
    });
}

Workspace withoutTag(Workspace workspace, const QList<ProfileKey> &keys, const QString &tag)
{
    return edited(std::move(workspace), keys, [&tag](Profile &profile) { profile.tags.removeAll(tag); });
}

Workspace withGroup(Workspace workspace, const QString &name)
{
    if (!workspace.findGroup(name)) {
        ProfileGroup group;
        group.name = name;
        workspace.groups.push_back(std::move(group));
    }
    return workspace;
}

Workspace withGroupRenamed(Workspace workspace, const QString &from, const QString &to)
{
    if (const auto group = workspace.findGroup(from); group && !workspace.findGroup(to))
        workspace.groups[*group].name = to;
    return workspace;
}

Workspace withGatewaysRenamed(Workspace next, const Workspace &before)
{
    QHash<QString, QString> renamed;
    for (const ProfilePlace &place : next.places())
        if (const auto old = before.find(next.at(place).key);
            old && before.at(*old).name != next.at(place).name && !next.find(before.at(*old).name))
            renamed.insert(before.at(*old).name, next.at(place).name);
    const auto follow = [&renamed](AlertSettings &alerts) {
        if (alerts.gateway && renamed.contains(*alerts.gateway))
            alerts.gateway = renamed.value(*alerts.gateway);
    };
    if (renamed.isEmpty())
        return next;
    for (ProfileGroup &group : next.groups)
        follow(group.alerts);
    for (const ProfilePlace &place : next.places())
        follow(next.at(place).alerts);
    return next;
}

Workspace withoutGroup(Workspace workspace, const QString &name)
{
    const auto found = workspace.findGroup(name);
    if (!found)
        return workspace;
    ProfileGroup group = std::move(workspace.groups[*found]);
    workspace.groups.erase(workspace.groups.begin() + static_cast<std::ptrdiff_t>(*found));
    for (Profile &profile : group.profiles) {
        profile.own = group.defaults.overlaidBy(profile.own);
        profile.alerts = group.alerts.forOnePeer().overlaidBy(profile.alerts);
        workspace.add(std::move(profile));
    }
    return workspace;
}

Imported withImported(Workspace workspace, const std::vector<ImportedProfile> &profiles, const QString &group,
                      Duplicates duplicates)
{
    Imported result{std::move(workspace), {}};
    if (!group.isEmpty())
        result.workspace = withGroup(std::move(result.workspace), group);
    const std::optional<size_t> target = group.isEmpty() ? std::nullopt : result.workspace.findGroup(group);
    QHash<QString, ProfilePlace> there;
    if (duplicates == Duplicates::Merge)
        there = placesByUrl(result.workspace);
    for (const ImportedProfile &imported : profiles) {
        Profile profile = imported.profile;
        for (const ImportedSecret &secret : imported.secrets) {
            const SecretReference old{SecretReference::Kind::Keychain, secret.name};
            const SecretReference fresh = SecretReference::toNewEntry(secret.name);
            for (auto member : {&ProfileSettings::authSecret, &ProfileSettings::proxySecret})
                if (profile.own.*member == old)
                    profile.own.*member = fresh;
            if (profile.own.headers) {
                for (auto &header : *profile.own.headers)
                    if (header.second == old.text())
                        header.second = fresh.text();
            }
            if (profile.own.subprotocols)
                profile.own.subprotocols->replaceInStrings(old.text(), fresh.text());
            profile.url = withSecret(QUrl(profile.url), old, fresh.text()).toString(QUrl::FullyEncoded);
            result.secrets.append({fresh.name, secret.secret, secret.isFoundBeside});
        }
        if (const auto same = there.constFind(comparableUrl(profile.url)); same != there.constEnd()) {
            Profile *other = &result.workspace.at(*same);
            other->own = other->own.overlaidBy(profile.own);
            // The secrets in its URL may be newer than the existing ones.
            other->url = profile.url;
            for (const QString &tag : std::as_const(profile.tags))
                if (!other->tags.contains(tag))
                    other->tags.append(tag);
            continue;
        }
        std::optional<size_t> place = target;
        if (!place && WorkspaceEdits::complaintAboutName(imported.group).isEmpty()) {
            result.workspace = withGroup(std::move(result.workspace), imported.group);
            place = result.workspace.findGroup(imported.group);
        }
        result.workspace.add(std::move(profile), place);
    }
    return result;
}

QStringList tagsOf(const Workspace &workspace)
{
    QSet<QString> tags;
    for (const ProfilePlace &place : workspace.places())
        for (const QString &tag : workspace.at(place).tags)
            tags.insert(tag);
    QStringList sorted(tags.cbegin(), tags.cend());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

} // namespace WorkspaceEdits

} // namespace Pongwatch
