// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "workspace/rescuefile.h"

class QMessageBox;

namespace Pongwatch
{

class WorkspaceFeature;

/// Changes that outlived a run which nobody could ask: offers them at the next start, one run after the
/// other. At the end of the desktop's session, sees to it that nothing is asked and nothing lost.
class RescueFeature : public WindowFeature
{
    Q_OBJECT

public:
    RescueFeature(const WindowContext &context, WorkspaceFeature *workspace, QObject *parent = nullptr);
    ~RescueFeature() override;

protected:
    void retranslate() override {} // its texts are asked for anew with each question
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void offerNext();
    void restore();
    void noteSessionEnd();

    WorkspaceFeature *m_workspace;
    std::vector<std::unique_ptr<RescueFile>> m_found; ///< the last one is asked about next
    RescueFile::Rescued m_offered;
    QMessageBox *m_question = nullptr; ///< the one that is open; null: none
    bool m_sessionEnds = false;        ///< until something is edited: then it went on after all
};

} // namespace Pongwatch
