// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/objectreader.h"
#include "workspace/workspace.h"

namespace Pongwatch
{

/// The result of reading a workspace: if there are problems, there is no workspace.
struct WorkspaceReading {
    std::optional<Workspace> workspace;
    QList<Problem> problems; ///< all that were found, in the file's order; at most ReadLog::Most
    QList<Problem> notes;
};

/// The version of the format written by this program, and the newest that it can read.
inline constexpr int WorkspaceVersion = 1;
/// A file with more profiles is refused.
inline constexpr size_t MostProfiles = 100'000;

/// Parses the text of a workspace file. Accepts any bytes: problems are reported with their places, and
/// nothing is guessed.
[[nodiscard]] WorkspaceReading readWorkspace(const QByteArray &text);

/// The workspace as text. What has not changed since it was read has the same bytes.
[[nodiscard]] QByteArray writeWorkspace(const Workspace &workspace);

} // namespace Pongwatch
