// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "workspace/rescuefile.h"

class QMessageBox;

namespace Pongwatch
{

class WorkspaceFeature;

/// Unsaved changes of runs that ended without asking: offers them at the next start, one run after the other.
/// When the desktop's session ends, makes sure that nothing is asked and nothing lost.
class RescueFeature : public WindowFeature
{
    Q_OBJECT

public:
    RescueFeature(const WindowContext &context, WorkspaceFeature *workspace, QObject *parent = nullptr);
    ~RescueFeature() override;

protected:
    void retranslate() override {} // its texts are created with each question
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void offerNext();
    void restore();
    void noteSessionEnd();

    WorkspaceFeature *m_workspace;
    std::vector<std::unique_ptr<RescueFile>> m_found; ///< the last one is offered next
    RescueFile::Rescued m_offered;
    QMessageBox *m_question = nullptr; ///< the open one; null: none
    bool m_sessionEnds = false;        ///< until something is edited: then it did not end after all
};

} // namespace Pongwatch
