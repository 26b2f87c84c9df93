// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace Pongwatch
{

/// Unreadable pieces of a history file, of one peer and of one kind.
struct HistoryDamage {
    enum class Part : quint8 {
        Chunks,  ///< packed samples
        Pages,   ///< pages of buckets
        Journal, ///< rows of samples that are still in the journal
        Events,
    };

    qint64 peer = 0; ///< its row in the file; 0: unknown whose they are
    Part part = Part::Chunks;
    quint64 pieces = 0;
    quint64 samples = 0; ///< how many were in them; 0 if unknown
    WallTime from = WallTime::max();
    WallTime to = WallTime::min(); ///< before `from` if the times are unknown
    QString name{};                ///< the peer's; empty if unknown

    friend bool operator==(const HistoryDamage &, const HistoryDamage &) = default;
};

/// Collects damage while a file is read; each piece counts once, however often it is met.
class HistoryDamageLedger
{
public:
    /// Adds one piece; its row, or another number, distinguishes it from others of this peer and part.
    void add(const HistoryDamage &piece, qint64 row)
    {
        if (!m_known.emplace(piece.part, piece.peer, row).second)
            return;
        HistoryDamage &sum = m_sums[{piece.peer, piece.part}];
        sum.peer = piece.peer;
        sum.part = piece.part;
        ++sum.pieces; // whatever the piece says
        sum.samples += piece.samples;
        sum.from = std::min(sum.from, piece.from);
        sum.to = std::max(sum.to, piece.to);
    }

    [[nodiscard]] size_t pieces() const { return m_known.size(); }

    [[nodiscard]] std::vector<HistoryDamage> all() const
    {
        std::vector<HistoryDamage> damage;
        for (const auto &[key, sum] : m_sums)
            damage.push_back(sum);
        return damage;
    }

private:
    std::set<std::tuple<HistoryDamage::Part, qint64, qint64>> m_known;
    std::map<std::pair<qint64, HistoryDamage::Part>, HistoryDamage> m_sums;
};

} // namespace Pongwatch
