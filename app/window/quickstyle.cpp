// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/quickstyle.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace Pongwatch
{

namespace
{

/// Two arrow heads, in the colour of the text around.
class OverflowIcon final : public QIconEngine
{
public:
    explicit OverflowIcon(Qt::Orientation orientation)
        : m_orientation(orientation)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const QPalette::ColorGroup group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const bool mirrored = QApplication::layoutDirection() == Qt::RightToLeft;
        const double side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center());
        painter->rotate(m_orientation == Qt::Vertical ? 90 : (mirrored ? 180 : 0));
        painter->setPen(QPen(QApplication::palette().color(group, QPalette::ButtonText), side / 8,
                             Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const double left : {-side / 4, side / 12}) {
            painter->drawPolyline(QPolygonF{{left, -side / 4}, {left + side / 5, 0}, {left, side / 4}});
        }
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new OverflowIcon(m_orientation); }

private:
    Qt::Orientation m_orientation;
};

} // namespace

QuickStyle::QuickStyle(QStyle *style)
    : CalmStyle(style)
{
}

QIcon QuickStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    switch (icon) {
    case SP_ToolBarHorizontalExtensionButton:
        return QIcon(new OverflowIcon(Qt::Horizontal)); // the icon owns its engine
    case SP_ToolBarVerticalExtensionButton:
        return QIcon(new OverflowIcon(Qt::Vertical));
    default:
        return CalmStyle::standardIcon(icon, option, widget);
    }
}

} // namespace Pongwatch
