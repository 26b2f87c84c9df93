// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <vector>

namespace Pongwatch
{

struct ReportIncident;
struct Verdict;

/// Keeps the ends of connections for the report of a run that may last for weeks: the newest ones, packed to
/// about 50 bytes each; a ReportIncident would take more than 1.5 KB. Any thread.
class IncidentShelf
{
public:
    /// If there are more ends than this, the oldest are dropped, one pack at a time.
    static constexpr size_t most = 10'000;

    /// In time order.
    void add(WallTime time, const QString &peer, const Verdict &verdict);

    [[nodiscard]] size_t count() const;
    /// Older ones that were dropped.
    [[nodiscard]] quint64 leftOut() const { return m_leftOut; }

    /// All that were kept, with their sentences.
    [[nodiscard]] std::vector<ReportIncident> incidents() const;

    /// Memory used in addition to the object itself.
    [[nodiscard]] size_t heapBytes() const;

private:
    static constexpr size_t packSize = 250;

    std::deque<QByteArray> m_packs; ///< full ones, compressed
    QByteArray m_open;              ///< the newest ends, before packing
    size_t m_inOpen = 0;
    quint64 m_leftOut = 0;
};

} // namespace Pongwatch
