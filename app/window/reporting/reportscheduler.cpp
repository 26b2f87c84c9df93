// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/reporting/reportscheduler.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr std::chrono::seconds betweenLooks(30);

} // namespace

ReportScheduler::ReportScheduler(Now now, const QTimeZone &zone, QObject *parent)
    : QObject(parent)
    , m_now(std::move(now))
    , m_zone(zone)
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReportScheduler::check);
}

void ReportScheduler::setSchedule(const ReportSchedule &schedule, std::optional<WallTime> since)
{
    m_schedule = schedule;
    // A moment in the future means that the clock was wrong.
    m_next = nextReport(m_schedule, std::min(since.value_or(m_now()), m_now()), m_zone);
    m_incidentDue.reset();
    if (m_schedule.kind == ReportSchedule::Kind::Off)
        m_timer.stop();
    else
        m_timer.start(betweenLooks);
}

void ReportScheduler::noteIncident(const QString &peer)
{
    if (m_schedule.kind != ReportSchedule::Kind::EachIncident)
        return;
    if (!m_incidentDue) {
        m_incidentDue = m_now() + std::chrono::duration_cast<microseconds>(afterIncident);
        m_incidentPeer = peer;
    } else if (peer != m_incidentPeer) {
        m_incidentPeer.clear();
    }
}

void ReportScheduler::check()
{
    const WallTime now = m_now();
    const auto back = std::chrono::duration_cast<microseconds>(reportedTime(m_schedule));
    if (m_next && now >= *m_next) {
        const WallTime at = std::max(*m_next, newestReport(m_schedule, now, m_zone).value_or(*m_next));
        m_next = nextReport(m_schedule, now, m_zone);
        Q_EMIT due(at - back, at, {});
    } else if (const auto next = nextReport(m_schedule, now, m_zone); m_next && next && *next < *m_next) {
        m_next = next; // the clock was set back
    }
    if (m_incidentDue && (now >= *m_incidentDue || now + back < *m_incidentDue)) {
        m_incidentDue.reset();
        Q_EMIT due(now - back, now, std::exchange(m_incidentPeer, QString()));
    }
}

} // namespace Pongwatch
