// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportwriter.h"

#include "engine/values/wholefile.h"
#include "reports/csvreport.h"
#include "reports/htmlreport.h"
#include "reports/jsonreport.h"
#include "reports/reporttext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace Pongwatch
{

Result<ReportFormat> reportFormatFor(const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix().toLower();
    for (const ReportFormat format :
         {ReportFormat::Json, ReportFormat::Csv, ReportFormat::Html, ReportFormat::Pdf, ReportFormat::Png})
        if (ending == endingOf(format))
            return format;
    if (ending == QStringLiteral("htm"))
        return ReportFormat::Html;
    return Error{ReportStrings::tr("choosing the format of the report"), fileName,
                 ReportStrings::tr("its suffix is not one of .pdf, .png, .html, .csv and .json")};
}

QString endingOf(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Json:
        return QStringLiteral("json");
    case ReportFormat::Csv:
        return QStringLiteral("csv");
    case ReportFormat::Html:
        return QStringLiteral("html");
    case ReportFormat::Pdf:
        return QStringLiteral("pdf");
    case ReportFormat::Png:
        break;
    }
    return QStringLiteral("png");
}

int csvFilesAmong(const QStringList &fileNames)
{
    return static_cast<int>(std::count_if(fileNames.cbegin(), fileNames.cend(), [](const QString &name) {
        const Result<ReportFormat> format = reportFormatFor(name);
        return format && format.value() == ReportFormat::Csv;
    }));
}

QByteArray formatReport(const Report &report, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Json:
        return toJson(report);
    case ReportFormat::Csv:
        return toCsv(report);
    case ReportFormat::Html:
        return toHtml(report);
    case ReportFormat::Pdf:
    case ReportFormat::Png:
        break;
    }
    return {};
}

Outcome writeReport(const Report &report, const QString &fileName, const SampleFeed &feed)
{
    const Result<ReportFormat> format = reportFormatFor(fileName);
    if (!format)
        return format.error();
    WholeFile file(fileName);
    const auto bad = [&file, &fileName] {
        return Error{ReportStrings::tr("writing the report"), fileName, file.errorString()};
    };
    if (!file.open(QIODevice::WriteOnly))
        return bad();
    if (format.value() == ReportFormat::Csv) {
        if (const Outcome written = writeCsv(report, feed, &file); !written)
            return file.error() == QFileDevice::NoError ? written.error() : bad();
    } else {
        const QByteArray bytes = formatReport(report, format.value());
        if (file.write(bytes) != bytes.size())
            return bad();
    }
    if (!file.commit())
        return bad();
    return success();
}

} // namespace Pongwatch
