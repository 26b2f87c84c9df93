// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/masksource.h"

#include <QByteArray>
#include <QMaskGenerator>

#include <array>

namespace Pongwatch
{

/// The masking keys of all QWebSockets of one I/O thread: from the system's secure randomness, where
/// QWebSocket's own come from a generator that is none. QWebSocket makes its Sec-WebSocket-Key of four of
/// them, and shows it to nobody; so the last four are remembered.
class WitnessedMasks final : public QMaskGenerator
{
public:
    /// The source outlives the object.
    explicit WitnessedMasks(MaskSource &source)
        : m_source(source)
    {
    }

    bool seed() override { return true; }
    quint32 nextMask() override;

    /// The Sec-WebSocket-Key that was made of the last four masks: to be asked for before there is a next
    /// one.
    [[nodiscard]] QByteArray keyOfLastFour() const;

private:
    MaskSource &m_source;
    std::array<quint32, 4> m_last{}; ///< a ring
    std::size_t m_next = 0;
};

} // namespace Pongwatch
