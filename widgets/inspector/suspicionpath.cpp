// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/suspicionpath.h"

#include "text/wording.h"
#include "widgets/statuslook.h"

#include <QEvent>
#include <QPainter>

namespace Pongwatch
{

namespace
{

constexpr double markSize = 16;

/// The sign for where to look: a disc with an exclamation mark, filled or hollow.
void paintMark(QPainter &painter, const QPointF &center, bool full, const QColor &color, const QColor &ground)
{
    const QRectF disc(center.x() - markSize / 2, center.y() - markSize / 2, markSize, markSize);
    painter.setPen(full ? QPen(Qt::NoPen) : QPen(color, 1.5));
    painter.setBrush(full ? color : ground);
    painter.drawEllipse(full ? disc : disc.adjusted(0.75, 0.75, -0.75, -0.75));
    const QColor sign = full ? ground : color;
    painter.setPen(QPen(sign, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(center + QPointF(0, -4), center + QPointF(0, 0.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(sign);
    painter.drawEllipse(center + QPointF(0, 4), 1.3, 1.3);
}

} // namespace

SuspicionPath::SuspicionPath(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void SuspicionPath::setSuspicion(const Suspicion &suspicion)
{
    if (suspicion == m_suspicion)
        return;
    m_suspicion = suspicion;
    retranslate();
    update();
}

void SuspicionPath::retranslate()
{
    setAccessibleName(tr("Where to look"));
    setAccessibleDescription(Wording::suspicion(m_suspicion));
    setToolTip(tr("The path from this side to the peer. Filled mark: look here first. Hollow mark: the fault "
                  "may also be here."));
}

void SuspicionPath::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateGeometry();
        update();
    }
}

QSize SuspicionPath::sizeHint() const
{
    return {300, static_cast<int>(markSize) + 6 + fontMetrics().height()};
}

QSize SuspicionPath::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void SuspicionPath::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = palette().color(backgroundRole());
    const QColor quiet = StatusLook::quietText(palette());
    const QColor alarm = StatusLook::timeoutColor(palette());
    const double stretch = width() / static_cast<double>(allSuspects.size());
    const double middle = markSize / 2 + 1;

    const auto centerOf = [&](std::size_t place) {
        const double x = stretch * (static_cast<double>(place) + 0.5);
        return QPointF(isRightToLeft() ? width() - x : x, middle);
    };
    painter.setPen(QPen(StatusLook::fieldOutline(palette()), 1.5));
    painter.drawLine(centerOf(0), centerOf(allSuspects.size() - 1));

    for (std::size_t place = 0; place < allSuspects.size(); ++place) {
        const Suspect one = allSuspects[place];
        const bool likely = m_suspicion.likely.testFlag(one);
        const bool possible = m_suspicion.possible.testFlag(one);
        const QPointF center = centerOf(place);
        if (likely || possible) {
            paintMark(painter, center, likely, likely ? alarm : quiet, ground);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(StatusLook::fieldOutline(palette()));
            painter.drawEllipse(center, 4, 4);
        }
        QFont words = font();
        words.setBold(likely);
        painter.setFont(words);
        painter.setPen(likely ? alarm : quiet);
        const QRectF below(center.x() - stretch / 2, markSize + 5, stretch, fontMetrics().height());
        painter.drawText(below, Qt::AlignCenter,
                         QFontMetricsF(words).elidedText(Wording::suspect(one), Qt::ElideRight, stretch - 4));
    }
}

} // namespace Pongwatch
