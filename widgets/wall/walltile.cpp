// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/walltile.h"

#include "history/peerrecord.h"
#include "items/wording.h"
#include "widgets/statuslook.h"
#include "widgets/trendpainter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Pongwatch
{

namespace
{

bool isTrouble(Health health)
{
    return isWorse(health, Health::Slow);
}

/// The largest size up to `pixels` at which the text fits into the width.
QFont fitted(QFont font, const QString &text, double pixels, double width)
{
    font.setPixelSize(std::max(9, static_cast<int>(pixels)));
    const double needed = QFontMetricsF(font).horizontalAdvance(text);
    if (needed > width && needed > 0) {
        font.setPixelSize(std::max(9, static_cast<int>(font.pixelSize() * width / needed)));
    }
    return font;
}

QString detailOf(const PeerRecord &record, WallTime now)
{
    if (record.hold()) {
        return Wording::holdInShort(*record.hold());
    }
    if (const auto retryAt = record.retryAt(); retryAt && *retryAt > now) {
        return WallTile::tr("for %1, again in %2", "durations")
            .arg(Wording::duration(now - record.healthSince()),
                 Wording::duration(std::chrono::ceil<seconds>(*retryAt - now)));
    }
    if (record.healthSince() == WallTime{}) {
        return {};
    }
    return WallTile::tr("for %1").arg(Wording::duration(now - record.healthSince()));
}

void drawText(QPainter *painter, const QRectF &rect, const QFont &font, const QString &text,
              Qt::Alignment side)
{
    painter->setFont(font);
    const QString shown =
        QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width(), Qt::TextSingleLine);
    painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

/// A long name takes two lines before it gets too small to be read.
void drawName(QPainter *painter, const QRectF &rect, QFont font, const QString &name, Qt::Alignment side)
{
    const int smallest = static_cast<int>(rect.height() / 2.1);
    if (font.pixelSize() >= smallest || !name.contains(u' ')) {
        drawText(painter, rect, font, name, side);
        return;
    }
    font.setPixelSize(std::max(9, smallest));
    painter->setFont(font);
    painter->drawText(rect.adjusted(0, -rect.height() * 0.1, 0, rect.height() * 0.1),
                      static_cast<int>(side | Qt::AlignVCenter) | Qt::TextWordWrap, name);
}

} // namespace

WallTile::WallTile(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void WallTile::showRecord(const PeerRecord &record, WallTime now)
{
    m_peer = record.id();
    m_health = record.standing();
    m_name = Wording::harmless(record.name());
    m_detail = detailOf(record, now);
    const auto &sample = record.lastSample();
    m_rtt = sample && hasRoundTrip(sample->outcome) ? Wording::latency(sample->rtt) : QString();
    m_trend = makeTrend(record.series(), now);
    setAccessibleName(m_name);
    setAccessibleDescription(
        QStringList{Wording::health(m_health), m_detail, m_rtt}.join(QStringLiteral(", ")));
    QString why;
    if (record.hold()) {
        why = Wording::holdSentence(*record.hold());
    } else if (isTrouble(m_health) && record.lastVerdict()) {
        why = Wording::endSentence(*record.lastVerdict());
    }
    setToolTip(why.toHtmlEscaped());
    update();
}

void WallTile::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = StatusLook::healthColor(m_health, palette());
    const bool trouble = isTrouble(m_health);
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QPen edge(hasFocus() ? palette().color(QPalette::Highlight) : StatusLook::hairline(palette()),
              hasFocus() ? 3 : 1);
    painter.setPen(edge);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(frame, 6, 6);
    if (trouble) {
        QColor wash = color;
        wash.setAlpha(StatusLook::isDark(palette()) ? 70 : 38);
        painter.setBrush(wash);
        painter.drawRoundedRect(frame, 6, 6);
    }

    // A bar at the side where reading starts: the state even from the corner of the eye.
    const double barWidth = std::max(4.0, frame.width() / 60);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double barLeft = mirrored ? frame.right() - barWidth : frame.left();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(barLeft, frame.top(), barWidth, frame.height()), 3, 3);

    const double unit = std::min(frame.height() / 10, frame.width() / 17);
    const double pad = unit;
    QRectF inside = frame.adjusted(pad, pad * 0.8, -pad, -pad * 0.8);
    if (mirrored) {
        inside.setRight(inside.right() - barWidth);
    } else {
        inside.setLeft(inside.left() + barWidth);
    }
    paintHead(&painter, inside, unit);
    paintFigures(&painter, inside, unit);
}

void WallTile::paintHead(QPainter *painter, const QRectF &area, double unit) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const Qt::Alignment start = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    QFont bold = font();
    bold.setBold(true);

    const QRectF nameRow(area.left(), area.top(), area.width(), unit * 2);
    painter->setPen(palette().color(QPalette::Text));
    drawName(painter, nameRow, fitted(bold, m_name, unit * 1.5, area.width()), m_name, start);

    const QColor color = StatusLook::healthColor(m_health, palette());
    const double side = unit * 1.8;
    const QRectF stateRow(area.left(), nameRow.bottom() + unit * 0.3, area.width(), unit * 2.2);
    const double shapeLeft = mirrored ? stateRow.right() - side : stateRow.left();
    StatusLook::paintShape(painter, QRectF(shapeLeft, stateRow.center().y() - side / 2, side, side), m_health,
                           color);
    const QString word = Wording::health(m_health);
    const double wordWidth = area.width() - side - unit * 0.6;
    const QRectF wordRect = mirrored ? QRectF(stateRow.left(), stateRow.top(), wordWidth, stateRow.height())
                                     : stateRow.adjusted(side + unit * 0.6, 0, 0, 0);
    painter->setPen(color);
    drawText(painter, wordRect, fitted(bold, word, unit * 1.8, wordWidth), word, start);

    const QRectF detailRow(area.left(), stateRow.bottom() + unit * 0.1, area.width(), unit * 1.4);
    painter->setPen(isTrouble(m_health) ? palette().color(QPalette::Text) : StatusLook::quietText(palette()));
    drawText(painter, detailRow, fitted(font(), m_detail, unit * 1.05, area.width()), m_detail, start);
}

void WallTile::paintFigures(QPainter *painter, const QRectF &area, double unit) const
{
    const QRectF row(area.left(), area.bottom() - unit * 2.2, area.width(), unit * 2.2);
    const double trendWidth = row.width() * 0.48;
    const double figureWidth = row.width() - trendWidth - unit * 0.8;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF figure(mirrored ? row.right() - figureWidth : row.left(), row.top(), figureWidth,
                        row.height());
    const QRectF trend(mirrored ? row.left() : row.right() - trendWidth, row.top(), trendWidth, row.height());
    painter->setPen(palette().color(QPalette::Text));
    drawText(painter, figure, fitted(font(), m_rtt, unit * 1.6, figureWidth), m_rtt,
             mirrored ? Qt::AlignRight : Qt::AlignLeft);
    painter->setPen(palette().color(QPalette::Text));
    paintTrend(painter, trend, m_trend, palette());
}

void WallTile::mouseDoubleClickEvent(QMouseEvent * /*event*/)
{
    Q_EMIT activated(m_peer);
}

void WallTile::keyPressEvent(QKeyEvent *event)
{
    const int forwards = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT focusMoved(-forwards, 0);
        break;
    case Qt::Key_Right:
        Q_EMIT focusMoved(forwards, 0);
        break;
    case Qt::Key_Up:
        Q_EMIT focusMoved(0, -1);
        break;
    case Qt::Key_Down:
        Q_EMIT focusMoved(0, 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT activated(m_peer);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace Pongwatch
