// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

#include <deque>

namespace Pongwatch
{

/// Undo and redo of every edit of a workspace: whole states, each with the name of the edit that led to it.
/// States share what they have in common as far as Qt's values do. Not tied to a thread.
class WorkspaceHistory
{
public:
    /// Older steps than so many are forgotten …
    static constexpr size_t MostSteps = 100;
    /// … and, of large workspaces, those that would keep more profiles than that in memory (some 200 MB); a
    /// few are always kept.
    static constexpr size_t MostProfilesKept = 100'000;
    static constexpr size_t FewestSteps = 10;

    explicit WorkspaceHistory(Workspace start = {});

    [[nodiscard]] const Workspace &current() const { return m_states[m_position].workspace; }

    /// An edit happened. `name` is for the menu ("Pause edge-1"), translated. What had been undone is gone.
    /// An edit that changes nothing is no step. Edits with the same non-empty `mergeKey` one after the other
    /// are one step: typing in one field.
    void record(const QString &name, const Workspace &workspace, const QString &mergeKey = {});

    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position + 1 < m_states.size(); }
    [[nodiscard]] QString undoName() const;
    [[nodiscard]] QString redoName() const;

    /// Goes a step back or forth, where there is one, and gives what is current then.
    const Workspace &undo();
    const Workspace &redo();

    /// The current state is the one on disk.
    void markSaved();
    [[nodiscard]] bool isSaved() const { return m_saved == m_position; }

private:
    struct State {
        Workspace workspace;
        QString name; ///< of the edit that led here
        QString mergeKey;
    };
    std::deque<State> m_states;
    size_t m_position = 0;
    std::optional<size_t> m_saved = 0;
};

} // namespace Pongwatch
