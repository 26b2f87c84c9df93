// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/csvreport.h"
#include "reports/report.h"

#include <QStringList>
#include <QUrl>

#include <atomic>
#include <functional>

namespace Pongwatch
{

/// What to report from a history file.
struct HistoryReportRequest {
    QString file;
    WallTime from{};
    WallTime to{};
    QStringList peers;          ///< by name; empty: all that were measured in the range
    bool allPeersNeeded = true; ///< whether an unknown name is an error; otherwise it is left out
    QTimeZone timeZone;         ///< where days begin
    /// Settings of peers known from elsewhere, by name and URL, in case the file has none.
    QList<ConnectionSettings> settings;
    size_t mostSamples = 1000; ///< how many of each peer's newest are in the report individually
    int csvFiles = 0; ///< files that will be written from it, each reading all samples again: for progress
    int threads = 0;  ///< that read at the same time; 0: as many as the machine can use
};

/// The progress of a long piece of work, and a way to cancel it. Any thread.
class ReportProgress
{
public:
    void cancel() { m_cancelled = true; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

    /// 0 to 1.
    [[nodiscard]] double share() const
    {
        return m_total == 0 ? 0 : static_cast<double>(m_done) / static_cast<double>(m_total);
    }
    void setTotal(qint64 total) { m_total = total; }
    void add(qint64 done) { m_done += done; }

private:
    std::atomic<bool> m_cancelled = false;
    std::atomic<qint64> m_done = 0; // in µs of peers' time
    std::atomic<qint64> m_total = 0;
};

/// Makes a report from a history file, even while it is being written. Memory does not grow with the number
/// of samples. Blocks for as long as it takes: for a worker thread, or a command. Being cancelled is an
/// error.
[[nodiscard]] Result<Report> makeHistoryReport(const HistoryReportRequest &request, ReportProgress &progress);

/// The samples of that report's peers, for its CSV form.
[[nodiscard]] SampleFeed historySamples(const HistoryReportRequest &request, const Report &report,
                                        ReportProgress &progress);

/// The time span of the measurements in the file; the error says why it can't be read, or that it is
/// empty.
[[nodiscard]] Result<std::pair<WallTime, WallTime>> historyRange(const QString &file);

} // namespace Pongwatch
