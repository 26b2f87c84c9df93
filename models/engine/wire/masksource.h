// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace Pongwatch
{

/// The key that masks a client's frame (RFC 6455 5.3).
using MaskKey = std::array<char, 4>;

/// Masking keys from the system's secure random numbers, fetched in bulk so that one costs nanoseconds. RFC
/// 6455 10.3: they must be unpredictable. One source per I/O thread.
class MaskSource
{
public:
    [[nodiscard]] MaskKey next();

private:
    std::array<std::uint32_t, 256> m_pool{};
    std::size_t m_used = m_pool.size();
};

} // namespace Pongwatch
