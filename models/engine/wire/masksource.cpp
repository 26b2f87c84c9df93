// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/masksource.h"

#include <QRandomGenerator>

#include <bit>
#include <utility>

namespace Pongwatch
{

MaskKey MaskSource::next()
{
    if (m_used == m_pool.size()) {
        QRandomGenerator::system()->fillRange(m_pool.data(), static_cast<qsizetype>(m_pool.size()));
        m_used = 0;
    }
    // Erases a used key.
    return std::bit_cast<MaskKey>(std::exchange(m_pool[m_used++], 0));
}

} // namespace Pongwatch
