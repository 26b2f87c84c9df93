// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/walltile.h"

#include "history/peerrecord.h"
#include "peers/peerfinding.h"
#include "text/wording.h"
#include "widgets/statuslook.h"
#include "widgets/trendpainter.h"
#include "widgets/wall/suspectchips.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Text as large as fits into this width, up to this many pixels, and never smaller than this share of it.
QFont fitted(QFont font, const QString &text, double pixels, double width, double leastShare = 0.6)
{
    font.setPixelSize(std::max(9, static_cast<int>(pixels)));
    const double needed = QFontMetricsF(font).horizontalAdvance(text);
    if (needed > width && needed > 0) {
        const double share = std::max(leastShare, width / needed);
        font.setPixelSize(std::max(9, static_cast<int>(font.pixelSize() * share)));
    }
    return font;
}

/// How long it has been down, so that one look tells whether it just happened.
QString ageOf(const PeerRecord &record, WallTime now)
{
    if (record.healthSince() == WallTime{})
        return {};
    return WallTile::tr("for %1").arg(Formatter().age(std::max(microseconds(0), now - record.healthSince())));
}

/// When it began, and what comes next.
QString outlookOf(const PeerRecord &record, WallTime now, const Formatter &format)
{
    if (record.healthSince() == WallTime{})
        return {};
    const QString began = format.moment(record.healthSince(), now);
    if (const auto retryAt = record.retryAt(); retryAt && *retryAt > now) {
        return WallTile::tr("since %1, again in %2", "moment, duration")
            .arg(began, Formatter().age(std::chrono::ceil<seconds>(*retryAt - now)));
    }
    return WallTile::tr("since %1", "moment").arg(began);
}

/// The newest stretch of time; in trouble, includes what was before it.
nanoseconds windowOf(const PeerRecord &record, WallTime now)
{
    if (!StatusLook::isTrouble(record.standing()))
        return seconds(60);
    const microseconds age = now - record.healthSince();
    return std::clamp<nanoseconds>(2 * age, seconds(60), std::chrono::hours(1));
}

void drawText(QPainter *painter, const QRectF &rect, const QFont &font, const QString &text,
              Qt::Alignment side)
{
    painter->setFont(font);
    const QString shown =
        QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, rect.width(), Qt::TextSingleLine);
    painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

/// A long name takes two lines before it becomes too small to read.
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

void WallTile::showRecord(const PeerRecord &record, WallTime now, const Formatter &format,
                          const QString &budget)
{
    m_peer = record.id();
    m_health = record.standing();
    m_name = Wording::harmless(record.name());
    m_age = ageOf(record, now);
    m_outlook = isInTrouble() ? outlookOf(record, now, format) : QString();
    // Beside what is said of time.
    if (QString &line = isInTrouble() ? m_outlook : m_age; !budget.isEmpty() && !line.isEmpty())
        line = tr("%1, error budget %2", "for how long, or since when; a percentage or “used up”")
                   .arg(line, budget);
    const PeerFinding finding(record);
    m_finding = isInTrouble() ? finding.inShort() : QString();
    m_suspicion = isInTrouble() ? finding.suspicion() : Suspicion();
    const auto &sample = record.lastSample();
    m_rtt = sample && hasRoundTrip(sample->outcome) ? format.latency(sample->rtt) : QString();
    m_trend = makeTrend(record.series(), now, windowOf(record, now));
    setAccessibleName(m_name);
    QStringList said{Wording::health(m_health), m_age};
    said += isInTrouble() ? QStringList{m_finding, Wording::suspicion(m_suspicion)} : QStringList{m_rtt};
    said.removeAll(QString());
    setAccessibleDescription(Wording::list(said));
    setToolTip(isInTrouble() ? finding.sentence().toHtmlEscaped() : QString());
    update();
}

QColor WallTile::ground(Health health, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    // As strong as the text above it allows.
    const double strength = StatusLook::isDark(palette) ? 0.14 : 0.115;
    return StatusLook::isTrouble(health)
               ? StatusLook::mixed(base, StatusLook::healthColor(health, palette), strength)
               : base;
}

bool WallTile::isInTrouble() const
{
    return StatusLook::isTrouble(m_health);
}

void WallTile::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = StatusLook::healthColor(m_health, palette());
    const bool trouble = isInTrouble();
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QPen edge(hasFocus() ? StatusLook::focusRing(palette()) : StatusLook::hairline(palette()),
              hasFocus() ? 3 : 1);
    painter.setPen(edge);
    painter.setBrush(ground(m_health, palette()));
    painter.drawRoundedRect(frame, 6, 6);

    // A bar on the side where reading starts shows the state even at the corner of the eye.
    const double barWidth = std::max(4.0, frame.width() / 60);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double barLeft = mirrored ? frame.right() - barWidth : frame.left();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(barLeft, frame.top(), barWidth, frame.height()), 3, 3);

    // In units: a peer in trouble has more lines, and longer ones.
    const double unit = trouble ? std::min(frame.height() / 11.8, frame.width() / 20)
                                : std::min(frame.height() / 8.6, frame.width() / 16);
    QRectF inside = frame.adjusted(unit, unit * 0.7, -unit, -unit * 0.7);
    if (mirrored)
        inside.setRight(inside.right() - barWidth);
    else
        inside.setLeft(inside.left() + barWidth);
    if (trouble)
        paintTrouble(&painter, inside, unit);
    else
        paintWell(&painter, inside, unit);
}

void WallTile::paintState(QPainter *painter, const QRectF &row, double pixels) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QColor color = StatusLook::healthColor(m_health, palette());
    const double side = row.height() * 0.82;
    const double shapeLeft = mirrored ? row.right() - side : row.left();
    StatusLook::paintShape(painter, QRectF(shapeLeft, row.center().y() - side / 2, side, side), m_health,
                           color);

    // The word, and for how long if there is room for both.
    QFont bold = font();
    bold.setBold(true);
    const QString word = Wording::health(m_health);
    const double gap = row.height() * 0.3;
    const double room = row.width() - side - gap;
    bold = fitted(bold, m_age.isEmpty() ? word : word + QLatin1Char(' ') + m_age, pixels, room - gap);
    const double wordWidth = std::min(room, QFontMetricsF(bold).horizontalAdvance(word) + 2);
    const QRectF wordRect(row.left() + side + gap, row.top(), wordWidth, row.height());
    const QRectF ageRect(wordRect.right() + gap, row.top(), row.right() - wordRect.right() - gap,
                         row.height());
    const auto placed = [&](const QRectF &rect) {
        return mirrored
                   ? QRectF(row.left() + row.right() - rect.right(), rect.top(), rect.width(), rect.height())
                   : rect;
    };
    const Qt::Alignment start = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    painter->setPen(color);
    drawText(painter, placed(wordRect), bold, word, start);
    if (!isInTrouble())
        bold.setBold(false);
    painter->setPen(isInTrouble() ? palette().color(QPalette::Text) : StatusLook::quietText(palette()));
    if (ageRect.width() >= QFontMetricsF(bold).horizontalAdvance(m_age))
        drawText(painter, placed(ageRect), bold, m_age, start);
}

void WallTile::paintTrouble(QPainter *painter, const QRectF &area, double unit) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const Qt::Alignment start = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    QFont bold = font();
    bold.setBold(true);
    QRectF row(area.left(), area.top(), area.width(), 0);
    const auto next = [&row](double height, double gap) {
        row = QRectF(row.left(), row.bottom() + gap, row.width(), height);
    };
    next(unit * 2.3, 0);
    painter->setPen(palette().color(QPalette::Text));
    drawName(painter, row, fitted(bold, m_name, unit * 1.9, row.width(), 0.45), m_name, start);
    next(unit * 2, unit * 0.15);
    paintState(painter, row, unit * 1.55);
    painter->setPen(palette().color(QPalette::Text));
    next(unit * 1.6, unit * 0.15);
    drawName(painter, row, fitted(bold, m_finding, unit * 1.2, row.width(), 0.45), m_finding, start);
    next(unit * 1.3, 0);
    drawText(painter, row, fitted(font(), m_outlook, unit, row.width()), m_outlook, start);
    if (m_suspicion.likely) {
        next(unit * 1.55, unit * 0.25);
        paintSuspectChips(painter, row, m_suspicion, font(), palette(), mirrored);
    }
    const QRectF trend(area.left(), row.bottom() + unit * 0.3, area.width(),
                       area.bottom() - row.bottom() - unit * 0.3);
    if (trend.height() >= unit * 0.8)
        paintTrend(painter, trend, m_trend, palette());
}

void WallTile::paintWell(QPainter *painter, const QRectF &area, double unit) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const Qt::Alignment start = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    QFont bold = font();
    bold.setBold(true);
    const QRectF nameRow(area.left(), area.top(), area.width(), unit * 2);
    painter->setPen(palette().color(QPalette::Text));
    drawName(painter, nameRow, fitted(bold, m_name, unit * 1.5, area.width()), m_name, start);
    const QRectF stateRow(area.left(), nameRow.bottom() + unit * 0.3, area.width(), unit * 1.9);
    paintState(painter, stateRow, unit * 1.4);

    // Everything left: the larger the tile, the more of the past is visible.
    const double top = stateRow.bottom() + unit * 0.4;
    const QRectF row(area.left(), top, area.width(), area.bottom() - top);
    // A figure is shown completely: cut off, it would be a different one.
    QFont smallest = font();
    smallest.setPixelSize(9);
    const double gap = unit * 0.8;
    const double figureWidth =
        std::max(row.width() * 0.44 - gap,
                 std::min(row.width(), QFontMetricsF(smallest).horizontalAdvance(m_rtt) + 2));
    const double trendWidth = std::max(0.0, row.width() - figureWidth - gap);
    const QRectF figure(mirrored ? row.right() - figureWidth : row.left(), row.top(), figureWidth,
                        row.height());
    const QRectF trend(mirrored ? row.left() : row.right() - trendWidth, row.top(), trendWidth, row.height());
    painter->setPen(palette().color(QPalette::Text));
    drawText(painter, figure,
             fitted(font(), m_rtt, std::min(unit * 2.2, row.height() * 0.7), figureWidth, 0.4), m_rtt, start);
    paintTrend(painter, trend, m_trend, palette());
}

void WallTile::mouseDoubleClickEvent(QMouseEvent * /*event*/)
{
    Q_EMIT activated(m_peer);
}

void WallTile::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT focusMoved(-1, 0);
        break;
    case Qt::Key_Right:
        Q_EMIT focusMoved(1, 0);
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
