// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"
#include "workspace/workspace.h"

namespace Pongwatch
{

/// What a user does to the profiles and groups of a workspace, as functions from a workspace to the edited
/// one. Keys and groups that are not there are skipped.
namespace WorkspaceEdits
{

/// The name of a group, or of a tag, as a person typed it: what is wrong with it, in a sentence without a
/// full stop; empty: nothing. `taken` are names that it may not have.
[[nodiscard]] QString complaintAboutName(const QString &name, const QStringList &taken = {});

[[nodiscard]] Workspace withEnabled(Workspace workspace, const QList<ProfileKey> &keys, bool enabled);
[[nodiscard]] Workspace without(Workspace workspace, const QList<ProfileKey> &keys);

/// Each copy stands right behind its original, under a free name. They are no guests.
[[nodiscard]] Workspace withDuplicates(Workspace workspace, const QList<ProfileKey> &keys);

/// A peer's two guests that compare clients.
struct Compared {
    Workspace workspace;
    QStringList names; ///< by QWebSocket, and by the wire client
};

/// Two copies stand right behind the original, one by each client. They are guests.
[[nodiscard]] Compared withBothClients(Workspace workspace, ProfileKey key);

/// At the end of the group, which is made if there is none of that name; empty: of the profiles in no group.
[[nodiscard]] Workspace withMoved(Workspace workspace, const QList<ProfileKey> &keys, const QString &group);

[[nodiscard]] Workspace withTag(Workspace workspace, const QList<ProfileKey> &keys, const QString &tag);
[[nodiscard]] Workspace withoutTag(Workspace workspace, const QList<ProfileKey> &keys, const QString &tag);

[[nodiscard]] Workspace withGroup(Workspace workspace, const QString &name);
[[nodiscard]] Workspace withGroupRenamed(Workspace workspace, const QString &from, const QString &to);
/// Its profiles stay, in no group; what they had from its defaults becomes their own.
/// Peers stay behind their gateways where those have other names than `before`, by their keys.
[[nodiscard]] Workspace withGatewaysRenamed(Workspace next, const Workspace &before);
[[nodiscard]] Workspace withoutGroup(Workspace workspace, const QString &name);

/// What an import makes of a workspace, and the secrets that are to be kept for it.
struct Imported {
    Workspace workspace;
    QList<ImportedSecret> secrets; ///< under names of their own
};

/// What becomes of an imported profile whose URL another one in the workspace has.
enum class Duplicates : quint8 {
    Add,   ///< it stands beside the other, under a name of its own
    Merge, ///< the other takes its settings and tags over, and keeps its name and its place
};

/// `group` as in withMoved(); without one, each goes into the group that it comes with.
[[nodiscard]] Imported withImported(Workspace workspace, const std::vector<ImportedProfile> &profiles,
                                    const QString &group, Duplicates duplicates = Duplicates::Add);

/// Every tag that a profile has, each once, sorted.
[[nodiscard]] QStringList tagsOf(const Workspace &workspace);

} // namespace WorkspaceEdits

} // namespace Pongwatch
