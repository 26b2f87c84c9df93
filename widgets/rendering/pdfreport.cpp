// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/pdfreport.h"

#include "reports/reportdocument.h"
#include "widgets/rendering/documentlayout.h"
#include "widgets/rendering/layoutpainter.h"
#include "widgets/rendering/pdfoutlinemodule.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace Pongwatch
{

namespace
{

constexpr double unitsPerInch = 96;
constexpr double pointsPerInch = 72;
constexpr int resolution = 1200;

} // namespace

Result<QByteArray> toPdf(const Report &report, ReportPaper paper, bool dark)
{
    const QPageSize pageSize(paper == ReportPaper::A4 ? QPageSize::A4 : QPageSize::Letter);
    const QSizeF inches = pageSize.size(QPageSize::Inch);
    const ReportTheme theme(dark, 12);
    const PageSize size{inches.width() * unitsPerInch, inches.height() * unitsPerInch, 56};
    DocumentOptions options;
    options.width = size.width - 2 * size.margin;
    const Document document = reportDocument(report, options);
    const DocumentLayout layout = layOut(document, size, theme);

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution);
        writer.setPageLayout(QPageLayout(pageSize, QPageLayout::Portrait, QMarginsF()));
        QPainter painter;
        if (!painter.begin(&writer))
            return Error{QCoreApplication::translate("Pongwatch::Report", "writing the report"),
                         {},
                         QCoreApplication::translate("Pongwatch::Report", "no PDF could be started")};
        painter.scale(resolution / unitsPerInch, resolution / unitsPerInch);
        for (size_t i = 0; i < layout.pages.size(); ++i) {
            if (i > 0)
                writer.newPage();
            if (dark)
                painter.fillRect(QRectF(0, 0, size.width, size.height), theme.paper());
            paintPage(painter, layout.pages[i], theme);
        }
    }
    const qint64 made = std::chrono::floor<milliseconds>(report.madeAt).time_since_epoch().count();
    PdfFacts facts;
    facts.title = document.title;
    facts.language = document.language;
    facts.creator = QStringLiteral("Pongwatch %1").arg(report.version);
    facts.subject = document.subtitle;
    facts.made = QDateTime::fromMSecsSinceEpoch(made, Qt::UTC);
    std::vector<PdfBookmark> bookmarks;
    for (const OutlineEntry &entry : layout.outline)
        bookmarks.push_back({entry.title, entry.level, entry.page, entry.y * pointsPerInch / unitsPerInch});
    PdfBytes pdf = withOutline(bytes, bookmarks, facts);
    if (!pdf.problem.isEmpty())
        return Error{QCoreApplication::translate("Pongwatch::Report", "writing the bookmarks of the PDF"),
                     {},
                     pdf.problem};
    return std::move(pdf.bytes);
}

} // namespace Pongwatch
