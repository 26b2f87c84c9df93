// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QList>
#include <QRect>

class QWidget;

namespace Pongwatch::TestSupport
{

/// Contrast ratio by WCAG 2.1: 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// A widget painted at three times its size, for measuring. Positions are those of the widget.
class PaintedPicture
{
public:
    explicit PaintedPicture(QWidget *widget);

    /// Between the most frequent colour there, the background, and the one that contrasts most with it.
    [[nodiscard]] double contrastIn(const QRect &place) const;

    /// The same for each part of a line with free space on both sides.
    [[nodiscard]] QList<double> contrastOfParts(const QRect &place) const;

private:
    [[nodiscard]] QRect pixels(const QRect &place) const;
    [[nodiscard]] QRgb ground(const QRect &area) const;
    [[nodiscard]] double strongest(const QRect &area, QRgb ground) const;

    QImage m_image;
};

} // namespace Pongwatch::TestSupport
