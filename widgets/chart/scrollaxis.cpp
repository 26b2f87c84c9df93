// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/scrollaxis.h"

#include <QWheelEvent>

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr int notch = 120;
constexpr int anglePerPixel = 2; // if only pixels are reported
// If phases are not reported, a movement ends after this many milliseconds without events.
constexpr quint64 pause = 250;

bool isNotch(const QWheelEvent &event)
{
    const QPoint angle = event.angleDelta();
    return event.phase() == Qt::NoScrollPhase && event.pixelDelta().isNull() && angle.x() % notch == 0 &&
           angle.y() % notch == 0;
}

} // namespace

QPoint ScrollAxis::angle(const QWheelEvent &event)
{
    QPoint angle = event.angleDelta().isNull() ? event.pixelDelta() * anglePerPixel : event.angleDelta();
    if (event.modifiers().testFlag(Qt::ShiftModifier) && angle.x() == 0)
        angle = angle.transposed();
    const bool begins = isNotch(event) || event.phase() == Qt::ScrollBegin ||
                        (event.phase() == Qt::NoScrollPhase && event.timestamp() > m_last + pause);
    m_last = event.timestamp();
    if (begins)
        m_sideways.reset();
    if (angle.isNull())
        return {};
    if (!m_sideways)
        m_sideways = std::abs(angle.x()) > std::abs(angle.y());
    return *m_sideways ? QPoint(angle.x(), 0) : QPoint(0, angle.y());
}

} // namespace Pongwatch
