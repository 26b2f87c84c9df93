// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

namespace Pongwatch
{

class WindowActions;

/// What is done to the selected peers at once: pausing and resuming, dialling anew, a ping beside the
/// schedule, removing, which can be undone.
class WatchFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// The actions outlive this.
    WatchFeature(const WindowContext &context, WindowActions *actions, QObject *parent);

protected:
    void retranslate() override {} // the actions see to their own texts

private:
    [[nodiscard]] bool areAllPaused() const;
    void pauseOrResume();
    void removeSelected();
    void showSelection();

    WindowActions *m_actions;
};

} // namespace Pongwatch
