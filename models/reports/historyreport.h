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
    bool allPeersNeeded = true; ///< a name that the file does not know is an error; else it is left out
    QTimeZone timeZone;         ///< where days begin
    /// Settings of peers that are known elsewhere, by name and URL, for when the file knows none.
    QList<ConnectionSettings> settings;
    size_t mostSamples = 1000; ///< the newest of each peer that go into the report one by one
    int csvFiles = 0; ///< that will be written of it, which reads all samples again: for the progress
    int threads = 0;  ///< that read at the same time; 0: as many as the machine has use for
};

/// How far a long piece of work is, and a way to end it. Any thread.
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

/// Reads a report from a history file, which may be written meanwhile. Memory does not grow with the number
/// of samples. Blocks for as long as it takes: for a worker thread, or a command. Being cancelled is an
/// error.
[[nodiscard]] Result<Report> makeHistoryReport(const HistoryReportRequest &request, ReportProgress &progress);

/// The samples of that report's peers, for its CSV form.
[[nodiscard]] SampleFeed historySamples(const HistoryReportRequest &request, const Report &report,
                                        ReportProgress &progress);

/// From when to when the file's peers were measured; the error says why it can't be read, or that it is
/// empty.
[[nodiscard]] Result<std::pair<WallTime, WallTime>> historyRange(const QString &file);

} // namespace Pongwatch
