// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/calmstyle.h"

#include "widgets/statuslook.h"
#include "widgets/symbolicon.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int scrollBarWidth = 12;
constexpr int shortestSlider = 32;
constexpr int airInControls = 10; // around one line of text, above plus below
constexpr int airInRows = 8;      // the same for lists
constexpr double corner = 2.5;    // the same as Fusion's own

void paintOutline(QPainter *painter, const QRectF &rect, const QColor &color, double width = 1,
                  double radius = corner)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, width));
    const double half = width / 2;
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    painter->restore();
}

/// Paints over Fusion's outline: a visible one, and the focus ring.
void paintOutlineOf(QPainter *painter, const QStyleOption &option, QColor usual, double radius = corner)
{
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    QColor color = focused ? StatusLook::focusRing(option.palette) : usual;
    if (!option.state.testFlag(QStyle::State_Enabled))
        color.setAlphaF(color.alphaF() * 0.5F);
    paintOutline(painter, option.rect, color, focused ? 2 : 1, radius);
}

void paintScrollBar(QPainter *painter, const QStyleOptionSlider &option, const QWidget *widget,
                    const QRect &slider)
{
    const bool inView = widget && widget->parentWidget() &&
                        qobject_cast<QAbstractScrollArea *>(widget->parentWidget()->parentWidget());
    painter->fillRect(option.rect, option.palette.color(inView ? QPalette::Base : QPalette::Window));
    if (option.maximum <= option.minimum)
        return;
    const bool held =
        option.state.testFlag(QStyle::State_Sunken) && option.activeSubControls == QStyle::SC_ScrollBarSlider;
    const bool pointedAt = option.state.testFlag(QStyle::State_MouseOver) || held;
    const double side = pointedAt ? 2 : 3;
    const QRectF handle = option.orientation == Qt::Vertical ? QRectF(slider).adjusted(side, 2, -side, -2)
                                                             : QRectF(slider).adjusted(2, side, -2, -side);
    const double radius = std::min(handle.width(), handle.height()) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(StatusLook::mixed(option.palette.color(QPalette::Base),
                                        option.palette.color(QPalette::Text), pointedAt ? 0.65 : 0.54));
    painter->drawRoundedRect(handle, radius, radius);
    painter->restore();
}

/// The position of the slider in a scroll bar without arrows.
QRect sliderOf(const QStyleOptionSlider &option)
{
    const bool vertical = option.orientation == Qt::Vertical;
    const int groove = vertical ? option.rect.height() : option.rect.width();
    const qint64 reach = qint64(option.maximum) - option.minimum;
    int length = groove;
    if (reach > 0) {
        const qint64 wanted = qint64(option.pageStep) * groove / (reach + option.pageStep);
        length = static_cast<int>(std::clamp<qint64>(wanted, std::min(shortestSlider, groove), groove));
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      groove - length, option.upsideDown);
    QRect slider = option.rect;
    if (vertical) {
        slider.setTop(slider.top() + start);
        slider.setHeight(length);
    } else {
        slider.setLeft(slider.left() + start);
        slider.setWidth(length);
    }
    return QStyle::visualRect(option.direction, option.rect, slider);
}

} // namespace

CalmStyle::CalmStyle(QStyle *style)
    : QProxyStyle(style)
{
}

bool CalmStyle::isOverFusion() const
{
    if (!m_overFusion)
        m_overFusion = baseStyle()->name() == QStringLiteral("fusion");
    return *m_overFusion;
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returned) const
{
    // Buttons are clear from their texts; a tick or a cross next to them only shouts.
    return hint == SH_DialogButtonBox_ButtonsHaveIcons && isOverFusion()
               ? 0
               : QProxyStyle::styleHint(hint, option, widget, returned);
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (isOverFusion() && element == PE_FrameFocusRect) {
        paintOutline(painter, option->rect, StatusLook::focusRing(option->palette), 1.5);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (!isOverFusion())
        return;
    switch (element) {
    case PE_FrameLineEdit:
    case PE_IndicatorCheckBox:
        paintOutlineOf(painter, *option, StatusLook::fieldOutline(option->palette));
        break;
    case PE_IndicatorRadioButton:
        paintOutlineOf(painter, *option, StatusLook::fieldOutline(option->palette),
                       option->rect.width() / 2.0);
        break;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button || !button->features.testFlag(QStyleOptionButton::Flat))
            paintOutlineOf(painter, *option, StatusLook::buttonOutline(option->palette));
        break;
    }
    case PE_PanelButtonTool:
        if (!option->state.testFlag(State_AutoRaise))
            paintOutlineOf(painter, *option, StatusLook::buttonOutline(option->palette));
        break;
    default:
        break;
    }
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider && isOverFusion()) {
        paintScrollBar(painter, *slider, widget, sliderOf(*slider));
        return;
    }
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && combo && isOverFusion()) {
        // Fusion makes a dark button so light that quiet text on it is hard to read.
        QStyleOptionComboBox box(*combo);
        box.palette.setColor(QPalette::Button, box.palette.color(QPalette::Window));
        QProxyStyle::drawComplexControl(control, &box, painter, widget);
        if (combo->frame) {
            paintOutlineOf(painter, *option,
                           combo->editable ? StatusLook::fieldOutline(option->palette)
                                           : StatusLook::buttonOutline(option->palette));
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin && spin->frame && isOverFusion())
        paintOutlineOf(painter, *option, StatusLook::fieldOutline(option->palette));
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider || !isOverFusion())
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect handle = sliderOf(*slider);
    const QRect all = option->rect;
    const bool vertical = slider->orientation == Qt::Vertical;
    const bool mirrored = !vertical && option->direction == Qt::RightToLeft;
    const QRect before = vertical ? QRect(all.topLeft(), QPoint(all.right(), handle.top() - 1))
                                  : QRect(all.topLeft(), QPoint(handle.left() - 1, all.bottom()));
    const QRect after = vertical ? QRect(QPoint(all.left(), handle.bottom() + 1), all.bottomRight())
                                 : QRect(QPoint(handle.right() + 1, all.top()), all.bottomRight());
    switch (part) {
    case SC_ScrollBarSlider:
        return handle;
    case SC_ScrollBarGroove:
        return all;
    case SC_ScrollBarSubPage:
        return mirrored ? after : before;
    case SC_ScrollBarAddPage:
        return mirrored ? before : after;
    default:
        return {}; // no arrows
    }
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    // Fusion's text touches the outline.
    return element == SE_LineEditContents && isOverFusion() ? rect.adjusted(3, 0, -3, 0) : rect;
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!isOverFusion() || !option)
        return result;
    switch (type) {
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_PushButton:
    case CT_SpinBox: // one height for everything in a row
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + airInControls));
        break;
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + airInRows));
        break;
    default:
        break;
    }
    return result;
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_ScrollBarExtent && isOverFusion())
        return scrollBarWidth;
    if (metric == PM_ScrollBarSliderMin && isOverFusion())
        return shortestSlider;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

QIcon CalmStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_ToolBarHorizontalExtensionButton || icon == SP_ToolBarVerticalExtensionButton)
        return symbolIcon(QStringLiteral("more"));
    return QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace Pongwatch
