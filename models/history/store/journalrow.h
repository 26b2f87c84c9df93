// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/store/packedbytes.h"

#include <QByteArray>

namespace Pongwatch
{

/// Visits the parts of a row of the table `journal`: the row id of a peer, and its samples as packed by
/// SampleCodec. Returns false if the row is damaged, after visiting what comes before the damage.
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
