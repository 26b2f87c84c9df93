// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/alertpicture.h"

#include "reports/charts.h"
#include "widgets/rendering/layoutpainter.h"
#include "widgets/rendering/pngreport.h"

#include <QGuiApplication>
#include <QPainter>

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr std::chrono::minutes shownTime(15);
constexpr double chartWidth = 480;
constexpr double edge = 12;
constexpr int pixelsPerUnit = 2;

} // namespace

QByteArray alertPicture(const PeerRecord &peer, WallTime now)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return {};
    Report report;
    report.from = now - shownTime;
    report.to = now;
    report.madeAt = now;
    report.timeZone = QTimeZone::systemTimeZone();
    ConnectionSettings settings;
    settings.name = peer.name();
    settings.url = peer.url();
    report.peers.push_back(reportPeer(peer, settings, report.from, report.to));
    finishReport(report);
    const Drawing drawing = smallLatencyChart(report.peers.front(), report, chartWidth);

    const ReportTheme theme(false, 13);
    QImage picture(static_cast<int>(chartWidth + 2 * edge) * pixelsPerUnit,
                   static_cast<int>(std::ceil(drawing.height + 2 * edge)) * pixelsPerUnit,
                   QImage::Format_RGB32);
    if (picture.isNull())
        return {};
    picture.fill(theme.paper());
    {
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(pixelsPerUnit, pixelsPerUnit);
        painter.translate(edge, edge);
        paintDrawing(painter, drawing, theme);
    }
    const Result<QByteArray> png = toPng(picture);
    return png ? png.value() : QByteArray();
}

} // namespace Pongwatch
