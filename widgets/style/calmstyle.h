// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

#include <optional>

namespace Pongwatch
{

/// Fusion with what it lacks: outlines of fields, boxes and buttons and a focus ring that stand out even on
/// dark backgrounds (3:1, WCAG 2.1 1.4.11), slim scroll bars without arrows, and one height for everything in
/// a row. Can also wrap any other style, whose look it leaves alone: users are used to the look of their own
/// desktop.
class CalmStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Takes ownership of the style; null: the system's.
    explicit CalmStyle(QStyle *style = nullptr);

    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returned) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl part, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    /// In any style: each menu bar and tool bar requests the icon for its overflow button when it is created,
    /// and for its own icon, Qt loads every image plug-in of the system (3 to 8 ms of the start).
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption *option,
                                     const QWidget *widget) const override;

private:
    [[nodiscard]] bool isOverFusion() const;

    mutable std::optional<bool> m_overFusion; ///< once somebody has asked
};

} // namespace Pongwatch
