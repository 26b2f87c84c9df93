// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/flaglane.h"

#include "past/notebook.h"
#include "widgets/plaintip.h"
#include "widgets/statuslook.h"

#include <QPainter>
#include <QPainterPath>

namespace Pongwatch
{

namespace
{

constexpr double flagWidth = 12;
constexpr double countedFlag = 15;
constexpr double wideFlag = 19; // with a count of more than one digit
constexpr size_t mostCounted = 9;
constexpr double closest = 22; // the distance at which two flags can be told apart

QColor colorOf(ChartFlag::Kind kind, const QPalette &palette)
{
    switch (kind) {
    case ChartFlag::Kind::Failed:
        return StatusLook::healthColor(Health::Failed, palette);
    case ChartFlag::Kind::Ended:
        return StatusLook::healthColor(Health::Closed, palette);
    case ChartFlag::Kind::Note:
        return StatusLook::healthColor(Health::Connecting, palette);
    case ChartFlag::Kind::Wanted:
        break;
    }
    return StatusLook::quietText(palette);
}

} // namespace

FlagLane::FlagLane(ChartState *state, QWidget *parent)
    : ChartView(state, parent)
{
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FlagLane::setNotebook(const Notebook *notebook)
{
    m_notebook = notebook;
    if (notebook)
        connect(notebook, &Notebook::changed, this, [this] { invalidate(); });
    invalidate();
}

QSize FlagLane::sizeHint() const
{
    return {400, fontMetrics().height() + 3};
}

void FlagLane::rebuild()
{
    m_groups = ChartFlags::grouped(ChartFlags::in(*state(), m_notebook, state()->range()), axis(), closest);
}

const FlagGroup *FlagLane::groupAt(const QPointF &place) const
{
    const auto at = std::find_if(m_groups.crbegin(), m_groups.crend(), [&place](const FlagGroup &group) {
        return place.x() >= group.x - 4 && place.x() <= group.x + flagWidth + 3;
    });
    return at == m_groups.crend() ? nullptr : &*at;
}

const FlagGroup *FlagLane::neighbour(WallTime moment, bool forward) const
{
    const FlagGroup *found = nullptr;
    for (const FlagGroup &group : m_groups) {
        const WallTime at = group.flags.front().at;
        if (forward ? at > moment : at < moment) {
            found = &group;
            if (forward)
                break;
        }
    }
    return found;
}

void FlagLane::explain(const QPointF &place)
{
    if (const FlagGroup *group = groupAt(place)) {
        showPlainTip(this, mapToGlobal(QPointF(group->x, height()).toPoint()),
                     ChartFlags::text(*group, state()->now(), state()->format()));
    }
}

TimeRange FlagLane::focusAt(const QPointF &place) const
{
    const FlagGroup *group = groupAt(place);
    return ChartView::focusAt(group ? QPointF(group->x, place.y()) : place);
}

QString FlagLane::tipAt(const QPointF &place) const
{
    const FlagGroup *group = groupAt(place);
    return group ? ChartFlags::text(*group, state()->now(), state()->format()) : QString();
}

void FlagLane::paintFlag(QPainter *painter, const FlagGroup &group) const
{
    const QColor color = colorOf(group.kind(), palette());
    const double top = 3;
    const double bottom = top + 11;
    const bool many = group.flags.size() > mostCounted;
    const double wide = many ? wideFlag : group.flags.size() > 1 ? countedFlag : flagWidth;
    painter->setPen(QPen(color, 1.5));
    painter->drawLine(QPointF(group.x, top - 1), QPointF(group.x, height()));
    painter->setPen(Qt::NoPen);
    painter->setBrush(group.kind() == ChartFlag::Kind::Wanted ? palette().color(QPalette::Base) : color);
    if (group.kind() == ChartFlag::Kind::Wanted)
        painter->setPen(QPen(color, 1.3));
    if (group.kind() == ChartFlag::Kind::Failed) { // a flag with a straight edge
        painter->drawRect(QRectF(QPointF(group.x, top), QPointF(group.x + wide, bottom)));
    } else {
        const QPointF pennant[] = {{group.x, top},
                                   {group.x + wide, top},
                                   {group.x + wide - 4, (top + bottom) / 2},
                                   {group.x + wide, bottom},
                                   {group.x, bottom}};
        painter->drawPolygon(pennant, 5);
    }
    if (group.flags.size() > 1) {
        QFont small = font();
        small.setPixelSize(9);
        small.setBold(true);
        painter->setFont(small);
        painter->setPen(group.kind() == ChartFlag::Kind::Wanted ? color : palette().color(QPalette::Base));
        const QString count = many ? QStringLiteral("9+") : QString::number(group.flags.size());
        painter->drawText(QRectF(QPointF(group.x, top), QPointF(group.x + wide - 4, bottom)), Qt::AlignCenter,
                          count);
    }
}

void FlagLane::paintNote(QPainter *painter, const FlagGroup &group) const
{
    const QColor color = colorOf(ChartFlag::Kind::Note, palette());
    const double top = 2.5;
    painter->setPen(QPen(color, 1.2));
    painter->drawLine(QPointF(group.x, top), QPointF(group.x, height()));
    // A sheet of paper with a folded corner and lines of writing.
    QPainterPath sheet;
    sheet.moveTo(group.x, top);
    sheet.lineTo(group.x + 8, top);
    sheet.lineTo(group.x + flagWidth, top + 4);
    sheet.lineTo(group.x + flagWidth, top + 12);
    sheet.lineTo(group.x, top + 12);
    sheet.closeSubpath();
    painter->setBrush(palette().color(QPalette::Base));
    painter->drawPath(sheet);
    painter->drawLine(QPointF(group.x + 3, top + 5), QPointF(group.x + 7, top + 5));
    painter->drawLine(QPointF(group.x + 3, top + 8.5), QPointF(group.x + 9, top + 8.5));
}

void FlagLane::paint(QPainter *painter)
{
    painter->setClipRect(QRectF(axis().left - 1, 0, axis().width() + flagWidth + 2, height()));
    for (const FlagGroup &group : m_groups)
        if (group.hasNote())
            paintNote(painter, group);
        else
            paintFlag(painter, group);
    const QRectF area(axis().left, 0, axis().width(), height());
    paintMark(painter, area);
}

} // namespace Pongwatch
