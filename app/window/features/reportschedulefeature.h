// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/features/windowfeature.h"
#include "app/window/reporting/livereport.h"
#include "app/window/reporting/reportarchive.h"
#include "app/window/reporting/reportjob.h"
#include "app/window/reporting/reportscheduler.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <optional>
#include <vector>

class QAction;

namespace Pongwatch
{

class AlertLog;
class ReportScheduleDialog;

/// Makes reports automatically: when the schedule says so, one after the other, in its folder, within its
/// limits. If one can't be saved, the user is told once, and it is tried again every few minutes; one that
/// was due while the program did not run is made when it next does. Lives as long as the window.
class ReportScheduleFeature : public WindowFeature
{
    Q_OBJECT

public:
    /// `alerts` is what reports say of alerts, and outlives this.
    ReportScheduleFeature(const WindowContext &context, const AlertLog *alerts, QObject *parent = nullptr);

    /// How long to wait if a report could not be saved.
    static constexpr std::chrono::minutes betweenTries{5};

private:
    /// A report to be made.
    struct Planned {
        ReportSchedule schedule;
        WallTime from{};
        WallTime to{};
        QString peer;        ///< the peer of the incident
        bool byHand = false; ///< the user is waiting for it
    };

    void retranslate() override;
    void ask();
    void keep(const ReportSchedule &schedule) const;
    [[nodiscard]] ReportSchedule kept() const;
    void apply(const ReportSchedule &schedule, std::optional<WallTime> since);
    void plan(const Planned &report);
    void makeNext();
    void startJob();
    void retry();
    [[nodiscard]] QString workspaceName() const;
    void noteFailure(const QString &sentence);
    void noteMade(const Outcome &outcome, const QStringList &files);
    void watchIncidents();
    [[nodiscard]] bool takeNews(PeerId peer);

    ReportScheduler m_scheduler;
    ReportArchive m_archive;
    LiveReport m_live;
    ReportJob m_job;
    ReportOrder m_waiting;           ///< for what m_live is collecting
    std::deque<Planned> m_planned;   ///< in the order in which they will be made
    std::optional<Planned> m_making; ///< the one being made
    std::vector<Planned> m_failed;   ///< those waiting for the next try
    QTimer m_retry;
    QString m_told; ///< the failure that the user has been told of
    QString m_historyFile;
    QHash<PeerId, WallTime> m_seenEnds;     ///< the newest end of each peer that was reported
    QHash<PeerId, WallTime> m_seenSilences; ///< and since when it was silent
    QPointer<ReportScheduleDialog> m_dialog;
    QAction *m_action; // owned by this
};

} // namespace Pongwatch
