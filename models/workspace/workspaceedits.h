// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"
#include "workspace/workspace.h"

namespace Pongwatch
{

/// What users do to the profiles and groups of a workspace, as functions that return the edited workspace.
/// Keys and groups that don't exist are skipped.
namespace WorkspaceEdits
{

/// What is wrong with a name for a group or tag as typed, in a sentence without full stop; empty: nothing.
/// `taken` are names that are not allowed.
[[nodiscard]] QString complaintAboutName(const QString &name, const QStringList &taken = {});

[[nodiscard]] Workspace withEnabled(Workspace workspace, const QList<ProfileKey> &keys, bool enabled);
[[nodiscard]] Workspace without(Workspace workspace, const QList<ProfileKey> &keys);

/// Puts each copy right after its original, with a free name. Copies are not guests.
[[nodiscard]] Workspace withDuplicates(Workspace workspace, const QList<ProfileKey> &keys);

/// A peer's two guests for comparing clients.
struct Compared {
    Workspace workspace;
    QStringList names; ///< first QWebSocket, then the wire client
};

/// Puts two copies after the original, one for each client. They are guests.
[[nodiscard]] Compared withBothClients(Workspace workspace, ProfileKey key);

/// Moves them to the end of the group, created if necessary; empty: of the profiles without group.
[[nodiscard]] Workspace withMoved(Workspace workspace, const QList<ProfileKey> &keys, const QString &group);

[[nodiscard]] Workspace withTag(Workspace workspace, const QList<ProfileKey> &keys, const QString &tag);
[[nodiscard]] Workspace withoutTag(Workspace workspace, const QList<ProfileKey> &keys, const QString &tag);

[[nodiscard]] Workspace withGroup(Workspace workspace, const QString &name);
[[nodiscard]] Workspace withGroupRenamed(Workspace workspace, const QString &from, const QString &to);
/// Its profiles stay, in no group; what they had from its defaults becomes their own.
/// Peers stay behind their gateways where those have other names than `before`, by their keys.
[[nodiscard]] Workspace withGatewaysRenamed(Workspace next, const Workspace &before);
[[nodiscard]] Workspace withoutGroup(Workspace workspace, const QString &name);

/// The workspace after an import, and the secrets to store for it.
struct Imported {
    Workspace workspace;
    QList<ImportedSecret> secrets; ///< with unique names
};

/// What to do with an imported profile whose URL is already in the workspace.
enum class Duplicates : quint8 {
    Add,   ///< add it besides the other, with a unique name
    Merge, ///< the existing one gets its settings and tags, and keeps its name and place
};

/// `group` as in withMoved(); without one, each goes into its own group from the import.
[[nodiscard]] Imported withImported(Workspace workspace, const std::vector<ImportedProfile> &profiles,
                                    const QString &group, Duplicates duplicates = Duplicates::Add);

/// The tags of all profiles, each once, sorted.
[[nodiscard]] QStringList tagsOf(const Workspace &workspace);

} // namespace WorkspaceEdits

} // namespace Pongwatch
