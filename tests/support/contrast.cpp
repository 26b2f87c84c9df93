// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contrast.h"

#include <QHash>
#include <QPixmap>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace Pongwatch::TestSupport
{

namespace
{

constexpr int scale = 3;
constexpr int gap = 6 * scale; // between two parts of a line; wider than a space

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

PaintedPicture::PaintedPicture(QWidget *widget)
{
    QPixmap pixmap(widget->size() * scale);
    pixmap.setDevicePixelRatio(scale);
    widget->render(&pixmap);
    m_image = pixmap.toImage().convertToFormat(QImage::Format_RGB32);
}

QRect PaintedPicture::pixels(const QRect &place) const
{
    return QRect(place.topLeft() * scale, place.size() * scale).intersected(m_image.rect());
}

QRgb PaintedPicture::ground(const QRect &area) const
{
    QHash<QRgb, int> counts;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            ++counts[m_image.pixel(x, y)];
    QRgb most = 0;
    int count = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > count) {
            most = it.key();
            count = it.value();
        }
    }
    return most;
}

double PaintedPicture::strongest(const QRect &area, QRgb ground) const
{
    QHash<QRgb, double> known;
    double most = 1;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const QRgb pixel = m_image.pixel(x, y);
            const auto found = known.constFind(pixel);
            const double ratio = found == known.cend() ? contrast(QColor(pixel), QColor(ground)) : *found;
            known.insert(pixel, ratio);
            most = std::max(most, ratio);
        }
    }
    return most;
}

double PaintedPicture::contrastIn(const QRect &place) const
{
    const QRect area = pixels(place);
    return area.isEmpty() ? 21 : strongest(area, ground(area));
}

QList<double> PaintedPicture::contrastOfParts(const QRect &place) const
{
    const QRect area = pixels(place);
    const QRgb behind = ground(area);
    QList<double> parts;
    int from = -1;
    int blank = 0;
    for (int x = area.left(); x <= area.right() + gap; ++x) {
        const bool inked =
            x <= area.right() && strongest(QRect(x, area.top(), 1, area.height()), behind) > 1.3;
        blank = inked ? 0 : blank + 1;
        if (inked && from < 0) {
            from = x;
        } else if (from >= 0 && blank >= gap) {
            const QRect part(from, area.top(), x - blank - from + 1, area.height());
            if (part.width() > 2 * scale)
                parts.append(strongest(part, behind));
            from = -1;
        }
    }
    return parts;
}

} // namespace Pongwatch::TestSupport
