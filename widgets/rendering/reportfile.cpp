// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/reportfile.h"

#include "engine/values/wholefile.h"
#include "widgets/rendering/pngreport.h"

#include <QCoreApplication>

namespace Pongwatch
{

Outcome writeReportFile(const Report &report, const QString &fileName, const ReportStyle &style,
                        const SampleFeed &feed)
{
    const Result<ReportFormat> format = reportFormatFor(fileName);
    if (!format)
        return format.error();
    if (!isPainted(format.value()))
        return writeReport(report, fileName, feed);
    Result<QByteArray> bytes = format.value() == ReportFormat::Pdf
                                   ? toPdf(report, style.paper, style.dark)
                                   : toPng(toPicture(report, style.scale, style.dark));
    if (!bytes) {
        Error error = bytes.error();
        error.subject = fileName;
        return error;
    }
    WholeFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.value()) != bytes.value().size() ||
        !file.commit())
        return Error{QCoreApplication::translate("Pongwatch::Report", "writing the report"), fileName,
                     file.errorString()};
    return success();
}

} // namespace Pongwatch
