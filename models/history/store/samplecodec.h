// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <vector>

namespace Pongwatch
{

/// Packs samples of one peer for the history file, without loss: each is coded as its difference to the one
/// before. A ping that keeps its cadence takes 5 to 8 bytes, whatever the order.
///
/// A sample is: one byte of flags with the outcome in its low three bits; then, where the flags say so,
/// marks, the difference of seq from the expected one, the connection; the difference of sentAt from the
/// expected one (µs); the difference of rtt (ns); the difference of tcpRtt (µs, or ns where it is no whole
/// number).
class SampleCodec
{
public:
    [[nodiscard]] static QByteArray encode(std::span<const PingSample> samples);

    /// As many of the first samples as fit into so many bytes, but at least one. Their number goes to
    /// `taken`.
    [[nodiscard]] static QByteArray encode(std::span<const PingSample> samples, qsizetype maxBytes,
                                           size_t &taken);

    /// Appends the samples, as those of `peer`. False for bytes that are damaged; `into` then has what could
    /// be read before the damage.
    static bool decode(QByteArrayView bytes, PeerId peer, std::vector<PingSample> &into);
};

} // namespace Pongwatch
