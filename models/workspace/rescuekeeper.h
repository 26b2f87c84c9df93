// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/rescuefile.h"
#include "workspace/workspacesession.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace Pongwatch
{

/// Keeps a copy of the open workspace while it has changes that would be lost if the program ended now, so
/// that neither a signal nor a crash destroys them. Lives on the GUI thread; writes on a thread of its own,
/// except in keepNow() and the destructor.
class RescueKeeper : public QObject
{
    Q_OBJECT

public:
    /// The session must outlive this object. Empty folder: keeps nothing. `delay`: changes within this time
    /// are written together.
    RescueKeeper(WorkspaceSession *session, QString folder, QObject *parent = nullptr,
                 milliseconds delay = milliseconds(2000));
    ~RescueKeeper() override;

    /// The program ends, possibly with nobody there to answer a question: writes unsaved changes, including
    /// those that could not be saved.
    Outcome keepNow();
    /// The user does not want the unsaved changes: removes the copy, until the next change.
    void giveUp();

    /// The path of the copy; empty if there is none.
    [[nodiscard]] QString path();

    /// See RescueFile.
    [[nodiscard]] std::vector<std::unique_ptr<RescueFile>> leftovers() const;

private:
    void noteChange();
    void write();

    WorkspaceSession *m_session;
    QString m_folder;
    RescueFile m_file; ///< accessed on the pool's thread, or while it is idle
    QThreadPool m_pool;
    QTimer m_soon;
    bool m_mayBeKept = false; ///< whether there may be a copy
    bool m_isUnwanted = false;
};

} // namespace Pongwatch
