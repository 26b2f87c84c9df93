// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

namespace Pongwatch
{

class WindowActions;

/// Actions that affect the selected peers at once: pausing and resuming, reconnecting, a ping outside the
/// schedule, removing, which can be undone.
class WatchFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// The actions must outlive this object.
    WatchFeature(const WindowContext &context, WindowActions *actions, QObject *parent);

protected:
    void retranslate() override {} // the actions update their own texts

private:
    [[nodiscard]] bool areAllPaused() const;
    void pauseOrResume();
    void removeSelected();
    void showSelection();

    WindowActions *m_actions;
};

} // namespace Pongwatch
