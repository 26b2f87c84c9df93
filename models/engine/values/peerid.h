// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace Pongwatch
{

/// Identifies a watched peer for the lifetime of a Monitor. Never reused, and never 0 for a real peer.
enum class PeerId : quint32 {};

/// The number of a connection among its peer's: 1 for the first dial, 0 if there has been no connection yet.
using ConnectionNumber = quint32;

[[nodiscard]] constexpr quint32 toNumber(PeerId id)
{
    return static_cast<quint32>(id);
}

inline size_t qHash(PeerId id, size_t seed = 0) noexcept
{
    return static_cast<size_t>(static_cast<quint32>(id) * 2654435761U) ^ seed;
}

} // namespace Pongwatch
