// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pingsample.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <vector>

namespace Pongwatch
{

/// Packs samples of one peer for the history file, without loss, each as its difference to the previous one.
/// A ping that keeps its cadence takes 5 to 8 bytes, in whatever order.
///
/// A sample consists of one byte of flags, with the outcome in its low three bits; then, if the flags say so,
/// the marks, the difference of seq from the expected one, and the connection; the difference of sentAt from
/// the expected one (µs); the difference of rtt (ns); the difference of tcpRtt (µs, or ns if it is not a
/// whole number).
class SampleCodec
{
public:
    [[nodiscard]] static QByteArray encode(std::span<const PingSample> samples);

    /// Packs as many of the first samples as fit into this many bytes, but at least one, and sets `taken` to
    /// their number.
    [[nodiscard]] static QByteArray encode(std::span<const PingSample> samples, qsizetype maxBytes,
                                           size_t &taken);

    /// Appends the samples, as samples of `peer`. If the bytes are damaged, returns false; `into` then has
    /// what could be read before the damage.
    static bool decode(QByteArrayView bytes, PeerId peer, std::vector<PingSample> &into);
};

} // namespace Pongwatch
