// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/querycache.h"

#include <algorithm>

namespace Pongwatch
{

size_t QueryCache::bytesOf(const QList<QueriedSeries> &answer)
{
    constexpr size_t ofNode = 64; // of a hash, and of each string
    size_t bytes = 0;
    for (const QueriedSeries &series : answer) {
        bytes += sizeof series + static_cast<size_t>(series.points.size()) * sizeof(QueriedPoint);
        for (const SeriesLabels::Label &label : series.labels)
            bytes += ofNode + static_cast<size_t>(label.name.size() + label.value.size()) * sizeof(QChar);
    }
    return bytes;
}

QueryCache::Entries::iterator QueryCache::placeOf(const QByteArray &question)
{
    return std::find_if(m_entries.begin(), m_entries.end(),
                        [&question](const Entry &entry) { return entry.question == question; });
}

void QueryCache::remove(Entries::iterator entry)
{
    m_bytes -= entry->bytes;
    m_entries.erase(entry);
}

void QueryCache::keep(const QByteArray &question, const QList<QueriedSeries> &answer,
                      const std::optional<SteadyTime> &until)
{
    if (const auto known = placeOf(question); known != m_entries.end())
        remove(known);
    const size_t bytes = bytesOf(answer);
    if (bytes > m_mostBytes)
        return;
    m_entries.push_front({question, answer, until, bytes});
    m_bytes += bytes;
    while (m_entries.size() > mostAnswers || m_bytes > m_mostBytes)
        remove(std::prev(m_entries.end()));
}

std::optional<QList<QueriedSeries>> QueryCache::find(const QByteArray &question, SteadyTime now)
{
    const auto known = placeOf(question);
    if (known == m_entries.end())
        return std::nullopt;
    if (known->until && *known->until <= now) {
        remove(known);
        return std::nullopt;
    }
    m_entries.splice(m_entries.begin(), m_entries, known);
    return known->answer;
}

} // namespace Pongwatch
