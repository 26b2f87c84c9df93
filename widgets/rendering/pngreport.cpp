// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/pngreport.h"

#include "reports/reportdocument.h"
#include "widgets/rendering/documentlayout.h"
#include "widgets/rendering/layoutpainter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double pictureWidth = 1200;
constexpr double pictureMargin = 44;
/// Higher ones are cut off: at scale 3 this is 100 megapixels, which programs can still open.
constexpr double mostHeight = 9000;
constexpr double dotsPerMeterAt96 = 96 / 0.0254;

} // namespace

QImage toPicture(const Report &report, int scale, bool dark)
{
    const ReportTheme theme(dark, 13);
    DocumentOptions options;
    options.width = pictureWidth - 2 * pictureMargin;
    options.mostPeers = 24;
    options.mostIncidents = 25;
    options.compact = report.peers.size() > 3;
    options.mostParts = 12;
    const Document document = reportDocument(report, options);
    const DocumentLayout layout = layOut(document, {pictureWidth, 0, pictureMargin}, theme);

    const int height = static_cast<int>(std::ceil(std::min(layout.usedHeight, mostHeight)));
    scale = std::clamp(scale, 1, 3);
    QImage picture(static_cast<int>(pictureWidth) * scale, height * scale, QImage::Format_RGB32);
    if (picture.isNull())
        return picture;
    picture.fill(theme.paper());
    {
        QPainter painter(&picture);
        painter.scale(scale, scale);
        paintPage(painter, layout.pages.front(), theme);
    }
    picture.setDotsPerMeterX(static_cast<int>(std::lround(dotsPerMeterAt96 * scale)));
    picture.setDotsPerMeterY(static_cast<int>(std::lround(dotsPerMeterAt96 * scale)));
    for (const auto &[name, text] : document.facts)
        picture.setText(name, text);
    return picture;
}

Result<QByteArray> toPng(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (picture.isNull() || !writer.write(picture))
        return Error{QCoreApplication::translate("Pongwatch::Report", "writing the picture"),
                     {},
                     picture.isNull()
                         ? QCoreApplication::translate("Pongwatch::Report", "there is no memory for it")
                         : writer.errorString()};
    return bytes;
}

} // namespace Pongwatch
