// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspacehistory.h"

#include <algorithm>

namespace Pongwatch
{

WorkspaceHistory::WorkspaceHistory(Workspace start)
{
    m_states.push_back({std::move(start), {}, {}});
}

void WorkspaceHistory::record(const QString &name, const Workspace &workspace, const QString &mergeKey)
{
    if (workspace == current())
        return;
    m_states.resize(m_position + 1);
    if (m_saved && *m_saved > m_position)
        m_saved.reset();
    const bool merges =
        m_position > 0 && !mergeKey.isEmpty() && m_states.back().mergeKey == mergeKey && !isSaved();
    if (merges) {
        m_states.back().workspace = workspace;
        return;
    }
    m_states.push_back({workspace, name, mergeKey});
    ++m_position;
    const size_t each = std::max<size_t>(1, workspace.profileCount());
    const size_t most = std::clamp(MostProfilesKept / each, FewestSteps, MostSteps);
    while (m_states.size() > most + 1) {
        m_states.pop_front();
        --m_position;
        if (m_saved)
            m_saved = *m_saved > 0 ? std::optional(*m_saved - 1) : std::nullopt;
    }
}

QString WorkspaceHistory::undoName() const
{
    return canUndo() ? m_states[m_position].name : QString();
}

QString WorkspaceHistory::redoName() const
{
    return canRedo() ? m_states[m_position + 1].name : QString();
}

const Workspace &WorkspaceHistory::undo()
{
    if (canUndo())
        --m_position;
    return current();
}

const Workspace &WorkspaceHistory::redo()
{
    if (canRedo())
        ++m_position;
    return current();
}

void WorkspaceHistory::markSaved()
{
    m_saved = m_position;
}

} // namespace Pongwatch
