// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/objectreader.h"
#include "workspace/workspace.h"

namespace Pongwatch
{

/// What came of reading a workspace: with problems there is no workspace.
struct WorkspaceReading {
    std::optional<Workspace> workspace;
    QList<Problem> problems; ///< all that were found, in the order of the file; at most ReadLog::Most
    QList<Problem> notes;
};

/// The version of the format that this program writes, and the newest that it reads.
inline constexpr int WorkspaceVersion = 1;
/// More profiles than that are refused.
inline constexpr size_t MostProfiles = 100'000;

/// Reads a workspace file's text. Any bytes may come in: what is wrong is said, with its place, and nothing
/// is guessed.
[[nodiscard]] WorkspaceReading readWorkspace(const QByteArray &text);

/// The workspace as text. What has not changed since it was read is the same bytes.
[[nodiscard]] QByteArray writeWorkspace(const Workspace &workspace);

} // namespace Pongwatch
