// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallfield.h"

#include "text/wording.h"
#include "widgets/plaintip.h"
#include "widgets/statuslook.h"
#include "widgets/wall/wallgrid.h"

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
constexpr int namedShape = 15; // the shape next to a name, in pixels
constexpr int widestName = 340;
constexpr int groupGap = 8;
constexpr int groupMargin = 8;
constexpr int groupBar = 5;

/// For the name of a group, in pixels: as large as its tile allows, to be read from afar.
int groupNameSize(int tileHeight)
{
    return std::clamp(tileHeight / 9, 13, 34);
}

/// As much of a text as fits into this many lines, broken between words if possible.
QString inLines(const QString &text, const QFontMetrics &metrics, int width, int lines)
{
    const QRect room(0, 0, width, lines * metrics.lineSpacing());
    const auto fits = [&](const QString &part) {
        return metrics.boundingRect(QRect(0, 0, width, 10 * room.height()), Qt::TextWordWrap, part)
                   .height() <= room.height();
    };
    QString part = text;
    while (!fits(part) && part.size() > 2) {
        const qsizetype word = part.lastIndexOf(u' ', -3);
        part.truncate(word > 0 ? word : part.size() - 2);
        part += QChar(0x2026);
    }
    return part;
}

QColor colorOfShape(Health health, const QPalette &palette)
{
    const QColor color = StatusLook::healthColor(health, palette);
    return isWorse(health, Health::Ok) ? color
                                       : StatusLook::mixed(color, palette.color(QPalette::Window), paleness);
}

/// The same shapes are drawn by the hundred, so each is made only once.
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
    std::array<QPixmap, allHealths.size()> m_pictures;
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
    if (cells == m_cells)
        return;
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
    if (longest == cells.cend())
        return 0;
    // Others of the same length may be slightly wider.
    const int text = QFontMetrics(smallFont()).horizontalAdvance(longest->name) * 21 / 20;
    return std::min(text, widestName) + namedShape + 26;
}

void WallField::setGroups(const QList<Group> &groups)
{
    if (groups != m_groups) {
        m_groups = groups;
        describe();
        update();
    }
}

std::vector<WallField::Block> WallField::blocks() const
{
    std::vector<Block> blocks;
    if (m_groups.isEmpty()) {
        const FieldGrid grid(size(), static_cast<int>(m_cells.size()), m_nameWidth);
        blocks.push_back({rect(), QRect(), grid, QPoint(), 0});
        return blocks;
    }
    const WallGrid tiles(rect(), static_cast<int>(m_groups.size()), groupGap);
    int first = 0;
    for (int i = 0; i < static_cast<int>(m_groups.size()); ++i) {
        const QRect tile = tiles.place(i, Qt::LeftToRight);
        const QRect inside =
            tile.adjusted(groupMargin + groupBar, groupMargin / 2, -groupMargin, -groupMargin / 2);
        const int line = groupNameSize(tile.height());
        const bool hasRoom = tile.height() >= 3 * line + 40;
        const int head = std::min(inside.height(), line * 3 / 2 + (hasRoom ? line * 2 : line));
        const QRect rest = inside.adjusted(0, head, 0, 0);
        blocks.push_back({tile, QRect(inside.topLeft(), QSize(inside.width(), head)),
                          FieldGrid(rest.size(), m_groups.at(i).cells, m_nameWidth), rest.topLeft(), first});
        first += m_groups.at(i).cells;
    }
    return blocks;
}

QRect WallField::placeOf(int cell) const
{
    for (const Block &block : blocks()) {
        const QRect place = block.grid.place(cell - block.first);
        if (!place.isEmpty())
            return place.translated(block.origin);
    }
    return {};
}

int WallField::placed() const
{
    int placed = 0;
    for (const Block &block : blocks())
        placed += block.grid.placed();
    return placed;
}

QRect WallField::mirrored(const QRect &place) const
{
    return isRightToLeft() ? QRect(QPoint(width() - place.right() - 1, place.top()), place.size()) : place;
}

int WallField::cellAt(const QPoint &place) const
{
    const QPoint there = isRightToLeft() ? QPoint(width() - 1 - place.x(), place.y()) : place;
    for (const Block &block : blocks()) {
        const int cell = block.tile.contains(there) ? block.grid.cellAt(there - block.origin) : -1;
        if (cell >= 0)
            return block.first + cell;
    }
    return -1;
}

QPoint WallField::middleOf(PeerId peer) const
{
    const auto found = std::find_if(m_cells.cbegin(), m_cells.cend(),
                                    [peer](const Cell &cell) { return cell.peer == peer; });
    const QRect place = placeOf(static_cast<int>(found - m_cells.cbegin()));
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
    if (cell >= 0 && cell < m_cells.size() && !placeOf(cell).isEmpty()) {
        m_current = m_cells.at(cell).peer;
        describe();
        update();
    }
}

void WallField::describe()
{
    setAccessibleName(tr("%n more peer(s)", "that have no tile", static_cast<int>(m_cells.size())));
    QStringList parts;
    for (const Group &group : std::as_const(m_groups))
        parts.append(tr("%1: %2", "group, how its peers fare").arg(group.name, group.headline));
    parts.prepend(m_cells.isEmpty() ? QString() : words(m_cells.at(currentCell())));
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(QLatin1Char('\n')));
}

void WallField::paintHead(QPainter *painter, const Block &block, const Group &group) const
{
    const bool trouble = StatusLook::isTrouble(group.worst);
    const QColor color = StatusLook::healthColor(group.worst, palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(StatusLook::hairline(palette()));
    painter->setBrush(StatusLook::mixed(palette().color(QPalette::Base), color, trouble ? 0.1 : 0));
    const QRectF frame = QRectF(mirrored(block.tile)).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->drawRoundedRect(frame, 5, 5);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(QRectF(isRightToLeft() ? frame.right() - groupBar : frame.left(), frame.top(),
                                    groupBar, frame.height()),
                             2, 2);

    const int line = groupNameSize(block.tile.height());
    QFont name = font();
    name.setBold(true);
    name.setPixelSize(line);
    const auto side = static_cast<int>((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    QRect row(block.head.topLeft(), QSize(block.head.width(), line * 3 / 2));
    const int shape = line;
    StatusLook::paintShape(painter,
                           QRectF(mirrored(QRect(row.left(), row.center().y() - shape / 2, shape, shape))),
                           group.worst, color);
    const QRect text = row.adjusted(shape + line / 2, 0, 0, 0);
    painter->setFont(name);
    painter->setPen(palette().color(QPalette::Text));
    painter->drawText(mirrored(text), side | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(name).elidedText(group.name, Qt::ElideMiddle, text.width()));
    QFont small = font();
    small.setPixelSize(std::max(11, line * 5 / 8));
    painter->setFont(small);
    painter->setPen(trouble ? color : StatusLook::quietText(palette()));
    const QRect sentence(row.left(), row.bottom() + 1, row.width(), block.head.bottom() - row.bottom());
    const QFontMetrics metrics(small);
    if (const int lines = sentence.height() / metrics.lineSpacing(); lines >= 2) {
        painter->drawText(mirrored(sentence), side | Qt::AlignTop | Qt::TextWordWrap,
                          inLines(group.headline, metrics, sentence.width(), lines));
    } else {
        painter->drawText(mirrored(sentence), side | Qt::AlignTop | Qt::TextSingleLine,
                          metrics.elidedText(group.headline, Qt::ElideRight, sentence.width()));
    }
    painter->restore();
}

void WallField::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    const QFontMetrics metrics(smallFont());
    const std::vector<Block> all = blocks();
    for (size_t b = 0; b < all.size(); ++b) {
        const Block &block = all[b];
        if (static_cast<qsizetype>(b) < m_groups.size())
            paintHead(&painter, block, m_groups.at(static_cast<qsizetype>(b)));
        const FieldGrid &places = block.grid;
        const int height = places.cellSize().height();
        const int side = places.isNamed() ? namedShape : std::max(6, height * 3 / 4);
        Stamps stamps(side, devicePixelRatioF(), palette());
        for (int i = 0; i < places.placed() && block.first + i < m_cells.size(); ++i) {
            const Cell &cell = m_cells.at(block.first + i);
            const QRect rect = mirrored(places.place(i).translated(block.origin));
            const QRect inside = rect.adjusted(4, 0, -4, 0);
            const int left = !places.isNamed() ? rect.center().x() + 1 - side / 2
                             : isRightToLeft() ? inside.right() + 1 - side
                                               : inside.left();
            painter.drawPixmap(left, rect.top() + (height - side) / 2, stamps.of(cell.health));
            if (!places.isNamed())
                continue;
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
    const QRect current = hasFocus() ? placeOf(currentCell()) : QRect();
    if (!current.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(StatusLook::focusRing(palette()), 2));
        painter.drawRoundedRect(QRectF(mirrored(current)).adjusted(1, 1, -1, -1), 3, 3);
    }
}

/// Moves to the cell in that direction, even in another group.
void WallField::moveBy(int right, int down)
{
    QList<QRect> places;
    QList<int> cells; // the cells that have these places
    for (const Block &block : blocks()) {
        for (int i = 0; i < block.grid.placed(); ++i) {
            places.append(block.grid.place(i).translated(block.origin));
            cells.append(block.first + i);
        }
    }
    if (places.isEmpty())
        return;
    const qsizetype current = std::max<qsizetype>(0, cells.indexOf(currentCell()));
    const qsizetype wanted = neighbourOf(places, current, right, down);
    if (wanted == current && down < 0)
        Q_EMIT leftUpwards();
    setCurrent(cells.at(wanted));
}

void WallField::keyPressEvent(QKeyEvent *event)
{
    const int current = currentCell();
    const int forwards = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(current - forwards);
        break;
    case Qt::Key_Right:
        setCurrent(current + forwards);
        break;
    case Qt::Key_Up:
        moveBy(0, -1);
        break;
    case Qt::Key_Down:
        moveBy(0, 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_cells.isEmpty())
            Q_EMIT activated(m_cells.at(current).peer);
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
    if (cell >= 0)
        Q_EMIT activated(m_cells.at(cell).peer);
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
        if (cell >= 0)
            showPlainTip(this, help->globalPos(), words(m_cells.at(cell)));
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::LanguageChange)
        describe();
    return QWidget::event(event);
}

} // namespace Pongwatch
