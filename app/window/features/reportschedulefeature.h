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

class QAction;

namespace Pongwatch
{

class ReportScheduleDialog;

/// Makes reports by themselves: when the schedule says so, into its folder, within its limits. Lives as long
/// as the window.
class ReportScheduleFeature : public WindowFeature
{
    Q_OBJECT

public:
    explicit ReportScheduleFeature(const WindowContext &context, QObject *parent = nullptr);

private:
    void retranslate() override;
    void ask();
    void keep(const ReportSchedule &schedule) const;
    [[nodiscard]] ReportSchedule kept() const;
    void make(const ReportSchedule &schedule, WallTime from, WallTime to, const QString &peer);
    [[nodiscard]] QString workspaceName() const;
    void tellFailure(const QString &sentence);
    void noteMade(const Outcome &outcome, const QStringList &files);
    void watchIncidents();

    ReportScheduler m_scheduler;
    ReportArchive m_archive;
    LiveReport m_live;
    ReportJob m_job;
    ReportOrder m_waiting; ///< for what m_live gathers
    QString m_historyFile;
    QHash<PeerId, WallTime> m_seenEnds; ///< the newest end of each peer that was told
    QPointer<ReportScheduleDialog> m_dialog;
    QAction *m_action; // owned by this
};

} // namespace Pongwatch
