// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/witnessedmasks.h"

#include <bit>

namespace Pongwatch
{

quint32 WitnessedMasks::nextMask()
{
    quint32 mask = 0;
    while (mask == 0) // which QWebSocket would take to mean "not masked"
        mask = std::bit_cast<quint32>(m_source.next());
    m_last[m_next] = mask;
    m_next = (m_next + 1) % m_last.size();
    return mask;
}

QByteArray WitnessedMasks::keyOfLastFour() const
{
    QByteArray key;
    for (std::size_t i = 0; i < m_last.size(); ++i) {
        const auto bytes = std::bit_cast<MaskKey>(m_last[(m_next + i) % m_last.size()]);
        key.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
    return key.toBase64();
}

} // namespace Pongwatch
