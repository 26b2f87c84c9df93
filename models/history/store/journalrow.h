// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/packedbytes.h"

#include <QByteArray>

namespace Pongwatch
{

/// Tells the parts of a row of the table `journal`: the row id of a peer, and samples of it as SampleCodec
/// packs them. False when the row is damaged; what came before the damage was told then.
template <typename Visit>
[[nodiscard]] bool eachInJournalRow(const QByteArray &data, const Visit &visit)
{
    PackedReader reader(data);
    while (!reader.atEnd()) {
        const auto peer = static_cast<qint64>(reader.number());
        const QByteArrayView packed = reader.bytes();
        if (!reader.ok())
            return false;
        visit(peer, packed);
    }
    return true;
}

} // namespace Pongwatch
