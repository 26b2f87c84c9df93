// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/calmstyle.h"

#include "widgets/style/calmpainting.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>
#include <QToolBar>

namespace Pongwatch
{

namespace
{

constexpr int scrollBarWidth = 12;
constexpr int shortestSlider = 32;
constexpr int airInControls = 10; // around one line of text, above and below together
constexpr int airInRows = 8;      // the same in lists

/// The panel of a field in one of these is theirs.
bool isPartOfAnother(const QWidget *widget)
{
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent);
}

void paintMenuBarItem(const QStyle &style, const QStyleOptionMenuItem &item, QPainter *painter,
                      const QWidget *widget)
{
    painter->fillRect(item.rect, item.palette.window());
    const bool chosen = item.state.testFlag(QStyle::State_Selected);
    if (chosen) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(item.palette.highlight());
        painter->drawRoundedRect(QRectF(item.rect).adjusted(1, 1, -1, -1), 3, 3);
        painter->restore();
    }
    int how = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!style.styleHint(QStyle::SH_UnderlineShortcut, &item, widget)) {
        how |= Qt::TextHideMnemonic;
    }
    style.drawItemText(painter, item.rect, how, item.palette, item.state.testFlag(QStyle::State_Enabled),
                       item.text, chosen ? QPalette::HighlightedText : QPalette::WindowText);
}

} // namespace

CalmStyle::CalmStyle(QStyle *style)
    : QProxyStyle(style)
{
}

bool CalmStyle::isOverFusion() const
{
    if (!m_overFusion) {
        m_overFusion = baseStyle()->name() == QStringLiteral("fusion");
    }
    return *m_overFusion;
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (!isOverFusion()) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (isPartOfAnother(widget)) {
            return;
        }
        if (panel && panel->lineWidth > 0) {
            CalmPainting::field(painter, *option);
            return;
        }
        break;
    }
    case PE_FrameLineEdit:
        CalmPainting::field(painter, *option);
        return;
    case PE_IndicatorCheckBox:
        CalmPainting::checkBox(painter, *option);
        return;
    case PE_IndicatorRadioButton:
        CalmPainting::radioButton(painter, *option);
        return;
    case PE_PanelButtonCommand:
        CalmPainting::button(painter, *option);
        return;
    case PE_FrameDefaultButton:
        return; // part of the button
    case PE_PanelButtonTool:
        CalmPainting::toolButton(painter, *option);
        return;
    case PE_FrameFocusRect:
        CalmPainting::focusRing(painter, *option);
        return;
    case PE_IndicatorToolBarSeparator:
        CalmPainting::toolBarSeparator(painter, *option);
        return;
    case PE_Frame:
        CalmPainting::frame(painter, *option);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    if (isOverFusion()) {
        if (element == CE_ToolBar) {
            CalmPainting::toolBar(painter, *option);
            return;
        }
        if (element == CE_MenuBarEmptyArea) {
            painter->fillRect(option->rect, option->palette.window());
            return;
        }
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (element == CE_MenuBarItem && item) {
            paintMenuBarItem(*proxy(), *item, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    if (isOverFusion()) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (control == CC_ScrollBar && slider) {
            CalmPainting::scrollBar(painter, *slider, widget, *proxy());
            return;
        }
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (control == CC_ComboBox && combo) {
            CalmPainting::comboBox(painter, *combo, widget, *proxy());
            return;
        }
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (control == CC_SpinBox && spin) {
            CalmPainting::spinBox(painter, *spin, widget, *proxy());
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider || !isOverFusion()) {
        const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
        // The text of a box as far from its edge as that of a field.
        const bool isText = (control == CC_ComboBox && part == SC_ComboBoxEditField) ||
                            (control == CC_SpinBox && part == SC_SpinBoxEditField);
        return isText && isOverFusion() ? rect.adjusted(4, 0, 0, 0) : rect;
    }
    const QRect handle = CalmPainting::scrollBarSlider(*slider, shortestSlider);
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
    if (element == SE_LineEditContents && isOverFusion() && !isPartOfAnother(widget)) {
        return rect.adjusted(4, 0, -4, 0);
    }
    return rect;
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!isOverFusion() || !option) {
        return result;
    }
    const int oneLine = option->fontMetrics.height() + airInControls;
    switch (type) {
    case CT_LineEdit:
        if (!isPartOfAnother(widget)) {
            result.setHeight(std::max(result.height(), oneLine));
        }
        break;
    case CT_ComboBox:
        result.setWidth(result.width() + 4);
        [[fallthrough]];
    case CT_PushButton:
    case CT_SpinBox:
        result.setHeight(std::max(result.height(), oneLine)); // one height for what stands in a row
        break;
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + airInRows));
        break;
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool inToolBar = widget && qobject_cast<const QToolBar *>(widget->parentWidget());
        if (button && !inToolBar && button->toolButtonStyle == Qt::ToolButtonTextOnly &&
            !button->text.isEmpty()) {
            result = QSize(result.width() + 6, std::max(result.height(), oneLine));
        }
        break;
    }
    default:
        break;
    }
    return result;
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_ScrollBarExtent && isOverFusion()) {
        return scrollBarWidth;
    }
    if (metric == PM_ScrollBarSliderMin && isOverFusion()) {
        return shortestSlider;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace Pongwatch
