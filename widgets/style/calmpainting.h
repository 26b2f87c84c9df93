// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QWidget;

#include <QStyle>

namespace Pongwatch
{

/// How CalmStyle paints the parts that it paints itself. `style` is asked for the places of parts.
namespace CalmPainting
{

/// The ground and the outline of something that text is typed into.
void field(QPainter *painter, const QStyleOption &option);
void button(QPainter *painter, const QStyleOption &option);
/// A button of a tool bar: bare, until it is pointed at, pressed or on.
void toolButton(QPainter *painter, const QStyleOption &option);
void checkBox(QPainter *painter, const QStyleOption &option);
void radioButton(QPainter *painter, const QStyleOption &option);
void focusRing(QPainter *painter, const QStyleOption &option);
/// A frame around something that is no field.
void frame(QPainter *painter, const QStyleOption &option);
void toolBarSeparator(QPainter *painter, const QStyleOption &option);
void toolBar(QPainter *painter, const QStyleOption &option);

void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget,
              const QStyle &style);
void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget,
             const QStyle &style);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QWidget *widget,
               const QStyle &style);
/// Where the slider of a scroll bar is that has no arrows.
[[nodiscard]] QRect scrollBarSlider(const QStyleOptionSlider &option, int least);

} // namespace CalmPainting

} // namespace Pongwatch
