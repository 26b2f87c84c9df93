// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/reportschedule.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace Pongwatch
{

/// Says when a scheduled report is due. Looks at the clock twice a minute, so that after a suspend or a
/// change of the clock one report is late, rather than several made at once. Lives on the GUI thread.
class ReportScheduler : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<WallTime()>;

    /// After an incident, a report waits for what follows; further incidents during that time share it.
    static constexpr nanoseconds afterIncident = std::chrono::seconds(30);

    explicit ReportScheduler(Now now, const QTimeZone &zone = QTimeZone::systemTimeZone(),
                             QObject *parent = nullptr);

    /// Counts what is due from now on, or from `since`: of reports that were due while nobody looked, the
    /// newest is made.
    void setSchedule(const ReportSchedule &schedule, std::optional<WallTime> since = {});
    [[nodiscard]] const ReportSchedule &schedule() const { return m_schedule; }

    /// The next report by the clock; nullopt if there is none.
    [[nodiscard]] std::optional<WallTime> next() const { return m_next; }

    /// A peer lost its connection, or did not answer.
    void noteIncident(const QString &peer);

    /// Looks at the clock now.
    void check();

Q_SIGNALS:
    /// `peer`: the one with the incident; empty for several, and for reports by the clock.
    void due(Pongwatch::WallTime from, Pongwatch::WallTime to, const QString &peer);

private:
    Now m_now;
    QTimeZone m_zone;
    ReportSchedule m_schedule;
    std::optional<WallTime> m_next;
    std::optional<WallTime> m_incidentDue;
    QString m_incidentPeer;
    QTimer m_timer;
};

} // namespace Pongwatch
