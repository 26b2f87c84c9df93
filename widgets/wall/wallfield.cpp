// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallfield.h"

#include "text/wording.h"
#include "widgets/plaintip.h"
#include "widgets/statuslook.h"
#include "widgets/wall/fieldgrid.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace Pongwatch
{

namespace
{

constexpr double paleness = 0.45;
constexpr int namedShape = 15; // the shape beside a name, in pixels
constexpr int widestName = 340;

QColor colorOfShape(Health health, const QPalette &palette)
{
    const QColor color = StatusLook::healthColor(health, palette);
    return isWorse(health, Health::Ok) ? color
                                       : StatusLook::mixed(color, palette.color(QPalette::Window), paleness);
}

/// The same shapes by the hundred: each is made once.
class Stamps
{
public:
    Stamps(int side, double ratio, const QPalette &palette)
        : m_side(side)
        , m_ratio(ratio)
        , m_palette(palette)
    {
    }

    const QPixmap &of(Health health)
    {
        QPixmap &picture = m_pictures[static_cast<size_t>(health)];
        if (picture.isNull()) {
            picture = QPixmap(QSize(m_side, m_side) * m_ratio);
            picture.setDevicePixelRatio(m_ratio);
            picture.fill(Qt::transparent);
            QPainter painter(&picture);
            StatusLook::paintShape(&painter, QRectF(0, 0, m_side, m_side), health,
                                   colorOfShape(health, m_palette));
        }
        return picture;
    }

private:
    int m_side;
    double m_ratio;
    const QPalette &m_palette;
    std::array<QPixmap, static_cast<size_t>(Health::Paused) + 1> m_pictures;
};

} // namespace

WallField::WallField(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

QString WallField::words(const Cell &cell)
{
    return tr("%1: %2", "peer, state").arg(cell.name, Wording::health(cell.health));
}

void WallField::setCells(const QList<Cell> &cells)
{
    if (cells == m_cells) {
        return;
    }
    m_cells = cells;
    m_nameWidth = nameWidth(cells);
    describe();
    update();
}

QFont WallField::smallFont() const
{
    QFont small = font();
    small.setPixelSize(13);
    return small;
}

int WallField::nameWidth(const QList<Cell> &cells) const
{
    const auto longest = std::max_element(cells.cbegin(), cells.cend(), [](const Cell &a, const Cell &b) {
        return a.name.size() < b.name.size();
    });
    if (longest == cells.cend()) {
        return 0;
    }
    // Others of the same length may be a little wider.
    const int text = QFontMetrics(smallFont()).horizontalAdvance(longest->name) * 21 / 20;
    return std::min(text, widestName) + namedShape + 26;
}

FieldGrid WallField::grid() const
{
    return {size(), static_cast<int>(m_cells.size()), m_nameWidth};
}

int WallField::placed() const
{
    return grid().placed();
}

QRect WallField::mirrored(const QRect &place) const
{
    return isRightToLeft() ? QRect(QPoint(width() - place.right() - 1, place.top()), place.size()) : place;
}

int WallField::cellAt(const QPoint &place) const
{
    return grid().cellAt(isRightToLeft() ? QPoint(width() - 1 - place.x(), place.y()) : place);
}

QPoint WallField::middleOf(PeerId peer) const
{
    const auto found = std::find_if(m_cells.cbegin(), m_cells.cend(),
                                    [peer](const Cell &cell) { return cell.peer == peer; });
    const QRect place = grid().place(static_cast<int>(found - m_cells.cbegin()));
    return place.isEmpty() ? QPoint() : mirrored(place).center();
}

int WallField::currentCell() const
{
    const auto found = std::find_if(m_cells.cbegin(), m_cells.cend(),
                                    [this](const Cell &cell) { return cell.peer == m_current; });
    return found == m_cells.cend() ? 0 : static_cast<int>(found - m_cells.cbegin());
}

void WallField::setCurrent(int cell)
{
    if (cell >= 0 && cell < placed()) {
        m_current = m_cells.at(cell).peer;
        describe();
        update();
    }
}

void WallField::describe()
{
    setAccessibleName(tr("%n more peer(s)", "that have no tile", static_cast<int>(m_cells.size())));
    setAccessibleDescription(m_cells.isEmpty() ? QString() : words(m_cells.at(currentCell())));
}

void WallField::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const FieldGrid places = grid();
    const int height = places.cellSize().height();
    const int side = places.isNamed() ? namedShape : std::max(6, height * 3 / 4);
    Stamps stamps(side, devicePixelRatioF(), palette());
    painter.setFont(smallFont());
    const QFontMetrics metrics(smallFont());
    for (int i = 0; i < places.placed(); ++i) {
        const Cell &cell = m_cells.at(i);
        const QRect rect = mirrored(places.place(i));
        const QRect inside = rect.adjusted(4, 0, -4, 0);
        const int left = !places.isNamed() ? rect.center().x() + 1 - side / 2
                         : isRightToLeft() ? inside.right() + 1 - side
                                           : inside.left();
        painter.drawPixmap(left, rect.top() + (height - side) / 2, stamps.of(cell.health));
        if (places.isNamed()) {
            const QRect text =
                isRightToLeft() ? inside.adjusted(0, 0, -side - 6, 0) : inside.adjusted(side + 6, 0, 0, 0);
            const bool well = !isWorse(cell.health, Health::Ok);
            painter.setPen(well ? StatusLook::quietText(palette()) : palette().color(QPalette::WindowText));
            painter.drawText(
                text,
                static_cast<int>((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) |
                    Qt::TextSingleLine,
                metrics.elidedText(cell.name, Qt::ElideMiddle, text.width()));
        }
    }
    if (hasFocus() && places.placed() > 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(StatusLook::focusRing(palette()), 2));
        const QRectF ring(mirrored(places.place(std::min(currentCell(), places.placed() - 1))));
        painter.drawRoundedRect(ring.adjusted(1, 1, -1, -1), 3, 3);
    }
}

void WallField::keyPressEvent(QKeyEvent *event)
{
    const int current = currentCell();
    const int columns = grid().columns();
    const int forwards = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(current - forwards);
        break;
    case Qt::Key_Right:
        setCurrent(current + forwards);
        break;
    case Qt::Key_Up:
        if (current < columns) {
            Q_EMIT leftUpwards();
        }
        setCurrent(current - columns);
        break;
    case Qt::Key_Down:
        setCurrent(current + columns);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_cells.isEmpty()) {
            Q_EMIT activated(m_cells.at(current).peer);
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void WallField::mousePressEvent(QMouseEvent *event)
{
    setCurrent(cellAt(event->position().toPoint()));
}

void WallField::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int cell = cellAt(event->position().toPoint());
    if (cell >= 0) {
        Q_EMIT activated(m_cells.at(cell).peer);
    }
}

void WallField::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    describe();
    update();
}

void WallField::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool WallField::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help =
            static_cast<QHelpEvent *>(event); // NOLINT(*-static-cast-downcast): the type says so
        const int cell = cellAt(help->pos());
        if (cell >= 0) {
            showPlainTip(this, help->globalPos(), words(m_cells.at(cell)));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::LanguageChange) {
        describe();
    }
    return QWidget::event(event);
}

} // namespace Pongwatch
