// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportwriter.h"

#include "reports/csvreport.h"
#include "reports/htmlreport.h"
#include "reports/jsonreport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Report)
};

} // namespace

Result<ReportFormat> reportFormatFor(const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix().toLower();
    const auto bad = [&fileName](const QString &why) {
        return Error{Text::tr("choosing the form of the report"), fileName, why};
    };
    if (ending == QStringLiteral("json"))
        return ReportFormat::Json;
    if (ending == QStringLiteral("csv"))
        return ReportFormat::Csv;
    if (ending == QStringLiteral("html") || ending == QStringLiteral("htm"))
        return ReportFormat::Html;
    if (ending == QStringLiteral("pdf") || ending == QStringLiteral("png"))
        return bad(Text::tr("this version can't write .%1 yet; choose .html, .csv or .json").arg(ending));
    return bad(Text::tr("its ending is not one of .html, .csv and .json"));
}

QByteArray formatReport(const Report &report, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Json:
        return toJson(report);
    case ReportFormat::Csv:
        return toCsv(report);
    case ReportFormat::Html:
        break;
    }
    return toHtml(report);
}

Outcome writeReport(const Report &report, const QString &fileName)
{
    const Result<ReportFormat> format = reportFormatFor(fileName);
    if (!format)
        return format.error();
    QSaveFile file(fileName);
    const auto bad = [&file, &fileName] {
        return Error{Text::tr("writing the report"), fileName, file.errorString()};
    };
    if (!file.open(QIODevice::WriteOnly))
        return bad();
    const QByteArray bytes = formatReport(report, format.value());
    if (file.write(bytes) != bytes.size() || !file.commit())
        return bad();
    return success();
}

} // namespace Pongwatch
