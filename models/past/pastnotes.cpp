// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastnotes.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

// Wide enough for every note, but far from any overflow.
constexpr WallTime earliest{std::chrono::sys_days(std::chrono::year(1970) / 1 / 1)};
constexpr WallTime latest{std::chrono::sys_days(std::chrono::year(2500) / 1 / 1)};

} // namespace

PastNotes::PastNotes(HistoryReader *reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    connect(reader, &HistoryReader::notesReady, this, &PastNotes::take);
    // There is no file yet, or it can't be read: tried again when another stretch is requested.
    connect(reader, &HistoryReader::failed, this, [this](HistoryRequest request) { take(request, {}); });
}

void PastNotes::take(HistoryRequest request, const std::vector<Note> &notes)
{
    const auto its = std::find_if(m_stretches.begin(), m_stretches.end(),
                                  [request](const Stretch &stretch) { return stretch.request == request; });
    if (its == m_stretches.end())
        return;
    its->request = 0;
    its->notes = notes;
    std::vector<Note> all;
    for (const Stretch &stretch : m_stretches)
        all.insert(all.end(), stretch.notes.begin(), stretch.notes.end());
    Q_EMIT read(all);
}

void PastNotes::want(WallTime from, WallTime to)
{
    from = std::clamp(from, earliest, latest);
    to = std::clamp(to, from, latest);
    const auto known =
        std::find_if(m_stretches.begin(), m_stretches.end(), [from, to](const Stretch &stretch) {
            return stretch.span.from <= from && to <= stretch.span.to;
        });
    if (known != m_stretches.end()) {
        std::rotate(m_stretches.begin(), known, known + 1); // looked at last
        return;
    }
    if (m_stretches.size() == most) {
        m_reader->cancel(m_stretches.back().request);
        m_stretches.pop_back();
    }
    const microseconds more = std::max<microseconds>(to - from, std::chrono::hours(1));
    const TimeSpan span{std::max(from - more, earliest), std::min(to + more, latest)};
    m_stretches.push_front({span, m_reader->requestNotes(span.from, span.to, limit), {}});
}

} // namespace Pongwatch
