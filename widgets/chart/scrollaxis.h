// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

#include <optional>

class QWheelEvent;

namespace Pongwatch
{

/// Decides in which direction fingers on a touchpad scroll: they never move quite straight, so the direction
/// in which a movement starts applies until it ends. Each notch of a mouse wheel is a separate movement.
class ScrollAxis
{
public:
    /// How far the event scrolls along the axis that counts, in eighths of a degree, as reported for a wheel;
    /// 0 for the other axis. With Shift, a wheel scrolls sideways.
    [[nodiscard]] QPoint angle(const QWheelEvent &event);

private:
    std::optional<bool> m_sideways; // for the current movement
    quint64 m_last = 0;             // milliseconds, as in the events
};

} // namespace Pongwatch
