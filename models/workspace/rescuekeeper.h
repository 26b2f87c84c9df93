// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/rescuefile.h"
#include "workspace/workspacesession.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace Pongwatch
{

/// Keeps a copy of the open workspace for as long as it has changes that would be lost if the program ended
/// now, so that neither a signal nor a crash takes them. Lives on the GUI thread; writes on one of its own,
/// save in keepNow() and the destructor.
class RescueKeeper : public QObject
{
    Q_OBJECT

public:
    /// The session outlives this. An empty folder: nothing is kept. `delay`: changes that come closer are
    /// written together.
    RescueKeeper(WorkspaceSession *session, QString folder, QObject *parent = nullptr,
                 milliseconds delay = milliseconds(2000));
    ~RescueKeeper() override;

    /// The program ends, and nobody may be there to answer a question: writes what is not saved, be it that
    /// it could not be.
    Outcome keepNow();
    /// The user does not want what is not saved: removes the copy, until the next change.
    void giveUp();

    /// Where the copy is; empty: there is none.
    [[nodiscard]] QString path();

    /// See RescueFile.
    [[nodiscard]] std::vector<std::unique_ptr<RescueFile>> leftovers() const;

private:
    void noteChange();
    void write();

    WorkspaceSession *m_session;
    QString m_folder;
    RescueFile m_file; ///< touched on the pool's thread, or while it is idle
    QThreadPool m_pool;
    QTimer m_soon;
    bool m_mayBeKept = false; ///< whether there may be a copy
    bool m_isUnwanted = false;
};

} // namespace Pongwatch
