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

/// Pieces of a history file that can't be read: of one peer, and of one kind.
struct HistoryDamage {
    enum class Part : quint8 {
        Chunks,  ///< of packed samples
        Pages,   ///< of buckets
        Journal, ///< rows of samples that are not filed yet
        Events,
    };

    qint64 peer = 0; ///< its row in the file; 0: it is not known whose they are
    Part part = Part::Chunks;
    quint64 pieces = 0;
    quint64 samples = 0; ///< that they should have; 0 where that is not known
    WallTime from = WallTime::max();
    WallTime to = WallTime::min(); ///< before `from` where no time is known
    QString name{};                ///< of the peer; empty where it is not known

    friend bool operator==(const HistoryDamage &, const HistoryDamage &) = default;
};

/// Gathers damage while a file is read; each piece counts once, however often it is met.
class HistoryDamageLedger
{
public:
    /// One piece, which its row or another number tells from others of this peer and part.
    void add(const HistoryDamage &piece, qint64 row)
    {
        if (!m_known.emplace(piece.part, piece.peer, row).second)
            return;
        HistoryDamage &sum = m_sums[{piece.peer, piece.part}];
        sum.peer = piece.peer;
        sum.part = piece.part;
        ++sum.pieces; // whatever the piece says of itself
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
