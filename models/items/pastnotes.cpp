// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pastnotes.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

// Wide enough for every note, and far from where adding to it would overflow.
constexpr WallTime earliest{std::chrono::sys_days(std::chrono::year(1970) / 1 / 1)};
constexpr WallTime latest{std::chrono::sys_days(std::chrono::year(2500) / 1 / 1)};

} // namespace

PastNotes::PastNotes(HistoryReader *reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    connect(reader, &HistoryReader::notesReady, this,
            [this](HistoryRequest request, const std::vector<Note> &notes) {
                if (request != m_request)
                    return;
                m_request = 0;
                Q_EMIT read(notes);
            });
    // There is no file yet, or it can't be read: looked at again when another stretch is.
    connect(reader, &HistoryReader::failed, this, [this](HistoryRequest request) {
        if (request == m_request)
            m_request = 0;
    });
}

void PastNotes::want(WallTime from, WallTime to)
{
    from = std::clamp(from, earliest, latest);
    to = std::clamp(to, from, latest);
    if (m_asked.from <= from && to <= m_asked.to && m_asked.from < m_asked.to)
        return;
    if (m_request != 0)
        m_reader->cancel(m_request);
    const microseconds more = std::max<microseconds>(to - from, std::chrono::hours(1));
    m_asked = {std::max(from - more, earliest), std::min(to + more, latest)};
    m_request = m_reader->requestNotes(m_asked.from, m_asked.to, limit);
}

} // namespace Pongwatch
