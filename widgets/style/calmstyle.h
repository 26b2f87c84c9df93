// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

#include <optional>

namespace Pongwatch
{

/// Fusion, drawn more calmly: slim scroll bars without arrows, and fields, check boxes and the ring of the
/// keyboard's focus with outlines that stand out from a dark ground as well (3:1, WCAG 2.1 1.4.11), where
/// Fusion's vanish. Stands in front of any other style as well, and leaves that one as it is: a desktop's own
/// look is what its user is used to.
class CalmStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Takes the style over; null: the system's.
    explicit CalmStyle(QStyle *style = nullptr);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
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

private:
    [[nodiscard]] bool isOverFusion() const;

    mutable std::optional<bool> m_overFusion; ///< once it was asked
};

} // namespace Pongwatch
