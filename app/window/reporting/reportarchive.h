// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/reportschedule.h"

namespace Pongwatch
{

/// The files made by the schedule, listed in a file of their own ($XDG_STATE_HOME/pongwatch/reports.json):
/// only those are ever removed. One that was replaced since, as its size shows, no longer belongs to the
/// program.
class ReportArchive
{
public:
    explicit ReportArchive(QString path);

    /// Adds new files to the list, and deletes its oldest ones beyond the schedule's limits.
    Outcome add(const QStringList &files, const ReportSchedule &schedule);

    [[nodiscard]] const std::vector<MadeReport> &files() const { return m_files; }

    /// $XDG_STATE_HOME/pongwatch/reports.json
    [[nodiscard]] static QString defaultPath();

private:
    void load();
    [[nodiscard]] Outcome save() const;

    QString m_path;
    std::vector<MadeReport> m_files; // oldest first
    bool m_unreadable = false;       // then it is left alone, and nothing is deleted
};

} // namespace Pongwatch
