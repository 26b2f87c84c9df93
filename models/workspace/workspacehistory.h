// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

#include <deque>

namespace Pongwatch
{

/// Undo and redo of all edits of a workspace: whole states, each with the name of the edit that led to it.
/// States share data as far as Qt's values do. Not tied to a thread.
class WorkspaceHistory
{
public:
    /// Steps beyond this number are forgotten …
    static constexpr size_t MostSteps = 100;
    /// … and for large workspaces, also those that would keep more profiles than this in memory (about 200
    /// MB); a few are always kept.
    static constexpr size_t MostProfilesKept = 100'000;
    static constexpr size_t FewestSteps = 10;

    explicit WorkspaceHistory(Workspace start = {});

    [[nodiscard]] const Workspace &current() const { return m_states[m_position].workspace; }

    /// Records an edit. `name` is for the menu ("Pause edge-1"), translated. Clears what could be redone. An
    /// edit that changes nothing is not recorded. Successive edits with the same non-empty `mergeKey` become
    /// a single step, such as typing in one field.
    void record(const QString &name, const Workspace &workspace, const QString &mergeKey = {});

    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position + 1 < m_states.size(); }
    [[nodiscard]] QString undoName() const;
    [[nodiscard]] QString redoName() const;

    /// Goes back or forward one step, if possible, and returns the state that is then current.
    const Workspace &undo();
    const Workspace &redo();

    /// The current state is the one on disk.
    void markSaved();
    [[nodiscard]] bool isSaved() const { return m_saved == m_position; }

private:
    struct State {
        Workspace workspace;
        QString name; ///< of the edit that led to it
        QString mergeKey;
    };
    std::deque<State> m_states;
    size_t m_position = 0;
    std::optional<size_t> m_saved = 0;
};

} // namespace Pongwatch
