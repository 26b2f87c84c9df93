// SPDX-License-Identifier: GPL-3.0-or-later
// How long one report of a whole history file takes, and how much memory:
//
//     bench_reports FILE FORM [FOLDER]       FORM: none, html, pdf, png, json, csv
//
// One line of JSON. The report is written into the folder; CSV, which has every sample, only into nothing:
// neither time nor memory are to be those of a disk.

#include "reports/csvreport.h"
#include "reports/historyreport.h"
#include "widgets/rendering/reportfile.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <cstdio>

#include <sys/resource.h>

using namespace Pongwatch;

namespace
{

/// Accepts everything, and counts it.
class Nothing : public QIODevice
{
public:
    Nothing() { open(WriteOnly | Unbuffered); }
    [[nodiscard]] qint64 taken() const { return m_taken; }

protected:
    qint64 readData(char * /*data*/, qint64 /*size*/) override { return -1; }
    qint64 writeData(const char * /*data*/, qint64 size) override
    {
        m_taken += size;
        return size;
    }

private:
    qint64 m_taken = 0;
};

double elapsed(std::chrono::steady_clock::time_point since)
{
    return toSeconds(std::chrono::steady_clock::now() - since);
}

double peakMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.sentence()));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    HistoryReportRequest request;
    request.file = arguments.value(1);
    const QString form = arguments.value(2, QStringLiteral("none"));
    const QString folder = arguments.value(3, QStringLiteral("."));
    const auto range = historyRange(request.file);
    if (!range)
        return fail(range.error());
    std::tie(request.from, request.to) = range.value();
    request.timeZone = QTimeZone::utc();

    ReportProgress progress;
    auto start = std::chrono::steady_clock::now();
    const Result<Report> report = makeHistoryReport(request, progress);
    if (!report)
        return fail(report.error());
    QJsonObject said{{QStringLiteral("form"), form}, {QStringLiteral("read_s"), elapsed(start)}};
    qint64 pings = 0;
    for (const ReportPeer &peer : report.value().peers)
        pings += static_cast<qint64>(peer.statistics.pings);
    said.insert(QStringLiteral("pings"), pings);
    said.insert(QStringLiteral("peers"), static_cast<qint64>(report.value().peers.size()));

    start = std::chrono::steady_clock::now();
    qint64 bytes = 0;
    Outcome written = success();
    if (form == QStringLiteral("csv")) {
        Nothing nothing;
        written = writeCsv(report.value(), historySamples(request, report.value(), progress), &nothing);
        bytes = nothing.taken();
    } else if (form != QStringLiteral("none")) {
        const QString file = folder + QStringLiteral("/report.") + form;
        written = writeReportFile(report.value(), file, {});
        bytes = QFileInfo(file).size();
    }
    if (!written)
        return fail(written.error());
    said.insert(QStringLiteral("write_s"), elapsed(start));
    said.insert(QStringLiteral("bytes"), bytes);
    said.insert(QStringLiteral("peak_mib"), peakMebibytes());
    std::printf("%s\n", QJsonDocument(said).toJson(QJsonDocument::Compact).constData());
    return 0;
}
