// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"

namespace Pongwatch
{

class WindowActions;

/// The demo peers, for a first look without a network.
class DemoFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// The actions must outlive this object.
    DemoFeature(const WindowContext &context, WindowActions *actions, QObject *parent);

    /// Starts them, and shows a span that suits their pings; if that fails, the window says so.
    void start();

protected:
    void retranslate() override {} // the action updates its own text

private:
    void showWhetherThere();

    WindowActions *m_actions;
};

} // namespace Pongwatch
