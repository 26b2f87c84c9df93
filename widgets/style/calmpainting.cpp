// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/calmpainting.h"

#include "widgets/statuslook.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace Pongwatch::CalmPainting
{

namespace
{

constexpr double corner = 4;

bool hasState(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// The colours for what can't be used are those of Active, only fainter.
QColor faintIfDisabled(QColor color, const QStyleOption &option)
{
    if (!hasState(option, QStyle::State_Enabled)) {
        color.setAlphaF(color.alphaF() * 0.5F);
    }
    return color;
}

QColor lift(const QPalette &palette, double share)
{
    const QColor ground = palette.color(QPalette::Button);
    const QColor text = palette.color(QPalette::Active, QPalette::ButtonText);
    return StatusLook::mixed(ground, text, share);
}

void box(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &edge, double width = 1,
         double radius = corner)
{
    const double half = width / 2;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.alpha() > 0 ? QPen(edge, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.alpha() > 0 ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
}

void chevron(QPainter *painter, const QRectF &area, const QColor &color, bool up = false)
{
    const double side = 3.5;
    const QPointF c = area.center();
    const double tip = up ? -side / 2 : side / 2;
    const QPointF points[] = {{c.x() - side, c.y() - tip}, {c.x(), c.y() + tip}, {c.x() + side, c.y() - tip}};
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(points, 3);
}

/// Saves the painter's state while it lives.
class Saved
{
public:
    explicit Saved(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
    }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter *m_painter;
};

void buttonPanel(QPainter *painter, const QStyleOption &option, const QRect &rect)
{
    const bool down = hasState(option, QStyle::State_Sunken) || hasState(option, QStyle::State_On);
    const bool hovered = hasState(option, QStyle::State_Enabled) && hasState(option, QStyle::State_MouseOver);
    const bool focused = hasState(option, QStyle::State_HasFocus);
    const QColor fill = lift(option.palette, down ? 0.16 : hovered ? 0.08 : 0.01);
    const QColor edge = faintIfDisabled(
        focused ? StatusLook::focusRing(option.palette) : StatusLook::buttonOutline(option.palette), option);
    box(painter, rect, fill, edge, focused ? 2 : 1);
}

} // namespace

void field(QPainter *painter, const QStyleOption &option)
{
    const Saved saved(painter);
    const bool focused = hasState(option, QStyle::State_HasFocus);
    const QColor fill =
        option.palette.color(hasState(option, QStyle::State_Enabled) ? QPalette::Base : QPalette::Window);
    box(painter, option.rect, fill,
        faintIfDisabled(focused ? StatusLook::focusRing(option.palette)
                                : StatusLook::fieldOutline(option.palette),
                        option),
        focused ? 2 : 1);
}

void button(QPainter *painter, const QStyleOption &option)
{
    const Saved saved(painter);
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (push && push->features.testFlag(QStyleOptionButton::Flat) &&
        !hasState(option, QStyle::State_Sunken) && !hasState(option, QStyle::State_On)) {
        return;
    }
    const bool isDefault = push && push->features.testFlag(QStyleOptionButton::DefaultButton) &&
                           hasState(option, QStyle::State_Enabled) &&
                           !hasState(option, QStyle::State_HasFocus);
    buttonPanel(painter, option, option.rect);
    if (isDefault) {
        box(painter, option.rect, Qt::transparent, StatusLook::focusRing(option.palette));
    }
}

void toolButton(QPainter *painter, const QStyleOption &option)
{
    const Saved saved(painter);
    if (!hasState(option, QStyle::State_AutoRaise)) {
        buttonPanel(painter, option, option.rect);
        return;
    }
    const bool down = hasState(option, QStyle::State_Sunken) || hasState(option, QStyle::State_On);
    QColor wash = option.palette.color(QPalette::Active, QPalette::ButtonText);
    wash.setAlphaF(down ? 0.13F : 0.07F);
    box(painter, option.rect, wash, Qt::transparent, 0);
}

void checkBox(QPainter *painter, const QStyleOption &option)
{
    const Saved saved(painter);
    const QRectF r = option.rect;
    const bool on = hasState(option, QStyle::State_On);
    const bool partly = hasState(option, QStyle::State_NoChange);
    const QColor accent =
        faintIfDisabled(option.palette.color(QPalette::Active, QPalette::Highlight), option);
    const QColor edge = faintIfDisabled(StatusLook::fieldOutline(option.palette), option);
    const QColor fill = on || partly ? accent : option.palette.color(QPalette::Base);
    box(painter, r, fill, edge, 1, 3);
    const double unit = r.width() / 14;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(
        QPen(faintIfDisabled(option.palette.color(QPalette::Active, QPalette::HighlightedText), option),
             1.8 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (on) {
        const QPointF tick[] = {{r.left() + 3.4 * unit, r.top() + 7.2 * unit},
                                {r.left() + 6 * unit, r.top() + 9.8 * unit},
                                {r.left() + 10.8 * unit, r.top() + 4.4 * unit}};
        painter->drawPolyline(tick, 3);
    } else if (partly) {
        painter->drawLine(QPointF(r.left() + 4 * unit, r.center().y()),
                          QPointF(r.left() + 10 * unit, r.center().y()));
    }
}

void radioButton(QPainter *painter, const QStyleOption &option)
{
    const Saved saved(painter);
    const QRectF r = option.rect;
    const bool on = hasState(option, QStyle::State_On);
    const QColor accent =
        faintIfDisabled(option.palette.color(QPalette::Active, QPalette::Highlight), option);
    box(painter, r, on ? accent : option.palette.color(QPalette::Base),
        faintIfDisabled(StatusLook::fieldOutline(option.palette), option), 1, r.width() / 2);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Active, QPalette::HighlightedText));
        painter->drawEllipse(r.center(), r.width() * 0.2, r.width() * 0.2);
    }
}

void focusRing(QPainter *painter, const QStyleOption &option)
{
    const Saved saved(painter);
    box(painter, option.rect, Qt::transparent, StatusLook::focusRing(option.palette), 1.5, 3);
}

void frame(QPainter *painter, const QStyleOption &option)
{
    const Saved saved(painter);
    box(painter, option.rect, Qt::transparent, StatusLook::buttonOutline(option.palette), 1, 3);
}

void toolBarSeparator(QPainter *painter, const QStyleOption &option)
{
    const Saved saved(painter);
    painter->setPen(StatusLook::hairline(option.palette));
    const QPoint c = option.rect.center();
    if (hasState(option, QStyle::State_Horizontal)) {
        painter->drawLine(c.x(), option.rect.top() + 7, c.x(), option.rect.bottom() - 7);
    } else {
        painter->drawLine(option.rect.left() + 7, c.y(), option.rect.right() - 7, c.y());
    }
}

void toolBar(QPainter *painter, const QStyleOption &option)
{
    const Saved saved(painter);
    painter->fillRect(option.rect, option.palette.window());
    painter->setPen(StatusLook::hairline(option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget,
              const QStyle &style)
{
    const Saved saved(painter);
    if (option.editable) {
        field(painter, option);
    } else if (option.frame) {
        buttonPanel(painter, option, option.rect);
    }
    const QRect arrow = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    chevron(painter, arrow, option.palette.color(QPalette::ButtonText));
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget, const QStyle &style)
{
    const Saved saved(painter);
    if (option.frame) {
        field(painter, option);
    }
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const auto step = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag flag, bool up) {
        const QRect area = style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        if (option.activeSubControls == part && hasState(option, QStyle::State_MouseOver)) {
            QColor wash = option.palette.color(QPalette::Active, QPalette::ButtonText);
            wash.setAlphaF(hasState(option, QStyle::State_Sunken) ? 0.15F : 0.08F);
            painter->fillRect(area, wash);
        }
        const bool can = hasState(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(flag);
        chevron(painter, area,
                option.palette.color(can ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText), up);
    };
    step(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, true);
    step(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, false);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QWidget *widget,
               const QStyle &style)
{
    const Saved saved(painter);
    const bool inView = widget && widget->parentWidget() &&
                        qobject_cast<QAbstractScrollArea *>(widget->parentWidget()->parentWidget());
    painter->fillRect(option.rect, option.palette.color(inView ? QPalette::Base : QPalette::Window));
    if (option.maximum <= option.minimum) {
        return;
    }
    QRectF slider = style.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const bool held =
        hasState(option, QStyle::State_Sunken) && option.activeSubControls == QStyle::SC_ScrollBarSlider;
    const bool pointedAt = hasState(option, QStyle::State_MouseOver) || held;
    const double side = pointedAt ? 2 : 3;
    slider = option.orientation == Qt::Vertical ? slider.adjusted(side, 2, -side, -2)
                                                : slider.adjusted(2, side, -2, -side);
    const double radius = std::min(slider.width(), slider.height()) / 2;
    const QColor color =
        StatusLook::mixed(option.palette.color(QPalette::Base), option.palette.color(QPalette::Text),
                          held        ? 0.7
                          : pointedAt ? 0.6
                                      : 0.54);
    box(painter, slider, color, Qt::transparent, 0, radius);
}

QRect scrollBarSlider(const QStyleOptionSlider &option, int least)
{
    const bool vertical = option.orientation == Qt::Vertical;
    const int groove = vertical ? option.rect.height() : option.rect.width();
    const int across = vertical ? option.rect.width() : option.rect.height();
    const qint64 reach = qint64(option.maximum) - option.minimum;
    int length = groove;
    if (reach > 0) {
        const qint64 wanted = qint64(option.pageStep) * groove / (reach + option.pageStep);
        length = static_cast<int>(std::clamp<qint64>(wanted, std::min(least, groove), groove));
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      groove - length, option.upsideDown);
    const QRect slider = vertical ? QRect(option.rect.left(), option.rect.top() + start, across, length)
                                  : QRect(option.rect.left() + start, option.rect.top(), length, across);
    return QStyle::visualRect(option.direction, option.rect, slider);
}

} // namespace Pongwatch::CalmPainting
