// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/reportschedule.h"

namespace Pongwatch
{

/// The files that the schedule made, remembered in a file of their own
/// ($XDG_STATE_HOME/pongwatch/reports.json): only those are ever removed. One that was replaced since, which
/// its size tells, is no longer the program's own.
class ReportArchive
{
public:
    explicit ReportArchive(QString path);

    /// Notes new files, and removes the oldest of its own beyond the schedule's limits.
    Outcome add(const QStringList &files, const ReportSchedule &schedule);

    [[nodiscard]] const std::vector<MadeReport> &files() const { return m_files; }

    /// $XDG_STATE_HOME/pongwatch/reports.json
    [[nodiscard]] static QString defaultPath();

private:
    void load();
    [[nodiscard]] Outcome save() const;

    QString m_path;
    std::vector<MadeReport> m_files; // oldest first
    bool m_unreadable = false;       // then it is left alone, and nothing is removed
};

} // namespace Pongwatch
