// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/masksource.h"

#include <QByteArray>
#include <QMaskGenerator>

#include <array>

namespace Pongwatch
{

/// The masking keys for all QWebSockets of one I/O thread, from the system's secure random numbers;
/// QWebSocket's own come from a generator that isn't secure. QWebSocket makes its Sec-WebSocket-Key from four
/// of them and doesn't show it, so the last four are remembered.
class WitnessedMasks final : public QMaskGenerator
{
public:
    /// The source must outlive the object.
    explicit WitnessedMasks(MaskSource &source)
        : m_source(source)
    {
    }

    bool seed() override { return true; }
    quint32 nextMask() override;

    /// The Sec-WebSocket-Key made from the last four masks. Ask for it before another mask is
    /// taken.
    [[nodiscard]] QByteArray keyOfLastFour() const;

private:
    MaskSource &m_source;
    std::array<quint32, 4> m_last{}; ///< a ring buffer
    std::size_t m_next = 0;
};

} // namespace Pongwatch
