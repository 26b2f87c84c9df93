// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

#include <optional>

class QWheelEvent;

namespace Pongwatch
{

/// Which way fingers on a touchpad scroll: they never go quite straight, so the direction that a movement
/// begins with holds until it ends. Each notch of a mouse's wheel is a movement of its own.
class ScrollAxis
{
public:
    /// What the event scrolls by along the one axis that counts, in eighths of a degree as a wheel tells; the
    /// other one is 0. With Shift a wheel turns sideways.
    [[nodiscard]] QPoint angle(const QWheelEvent &event);

private:
    std::optional<bool> m_sideways; // of the movement that goes on
    quint64 m_last = 0;             // milliseconds, as the events have them
};

} // namespace Pongwatch
