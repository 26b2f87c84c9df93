// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "engine/values/settings.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QUndoCommand>

#include <vector>

namespace Pongwatch
{

class Application;

/// Stops watching some peers, in a way that can be undone: they are watched again with the settings they had,
/// and kept again if they were kept. What was measured before is not brought back.
class RemovePeerCommand : public QUndoCommand
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::RemovePeerCommand)

public:
    /// The application outlives the command.
    RemovePeerCommand(Application *application, const QList<PeerId> &peers);

    void redo() override;
    void undo() override;

private:
    struct Removed {
        PeerId peer{}; // another one after each undo
        ConnectionSettings settings;
        std::optional<Profile> profile; // nullopt: watched for this run only
        bool paused = false;
    };

    Application *m_application;
    std::vector<Removed> m_removed;
};

} // namespace Pongwatch
