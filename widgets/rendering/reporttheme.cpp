// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/reporttheme.h"

#include <cmath>

namespace Pongwatch
{

namespace
{

QFont fontOf(double pixels, bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                      QStringLiteral("Noto Sans CJK SC"), QStringLiteral("sans-serif")});
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    // The layout must have the same proportions at every scale.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

ReportTheme::ReportTheme(bool dark, double bodySize)
    : m_dark(dark)
    , m_bodySize(bodySize)
{
}

QColor ReportTheme::paper() const
{
    return m_dark ? QColor(0x16191d) : QColor(Qt::white);
}

QColor ReportTheme::tile() const
{
    return m_dark ? QColor(0x1f242a) : QColor(0xf4f6f8);
}

QColor ReportTheme::color(Ink ink) const
{
    const auto either = [this](QRgb light, QRgb dark) { return QColor(m_dark ? dark : light); };
    switch (ink) {
    case Ink::Text:
        return either(0x1b1f24, 0xe6e8eb);
    case Ink::SoftText:
        return either(0x57606a, 0xa4adb8);
    case Ink::Rule:
        return either(0xd8dde3, 0x363c44);
    case Ink::Line:
        return either(0x1257b0, 0x8fbcff);
    case Ink::Band:
        return either(0xa9c8ee, 0x34557f);
    case Ink::Bar:
        return either(0x7ba7dc, 0x4d78ad);
    case Ink::Good:
        return either(0x2c8a5b, 0x5dc48f);
    case Ink::Slow:
        return either(0xb86e00, 0xf0a83a);
    case Ink::Bad:
        return either(0xb3261e, 0xff8a80);
    case Ink::Shade:
        return either(0xece5da, 0x302b23);
    case Ink::Quiet:
        break;
    }
    return either(0xa3acb6, 0x6a737d);
}

QColor ReportTheme::color(Tone tone) const
{
    switch (tone) {
    case Tone::Plain:
        return color(Ink::Text);
    case Tone::Soft:
        return color(Ink::SoftText);
    case Tone::Good:
        return m_dark ? color(Ink::Good) : QColor(0x1f7a4d);
    case Tone::Warning:
        return m_dark ? color(Ink::Slow) : QColor(0x8f5600);
    case Tone::Bad:
        break;
    }
    return color(Ink::Bad);
}

QFont ReportTheme::font(double size, bool bold) const
{
    return fontOf(m_bodySize * size, bold);
}

QFont ReportTheme::drawingFont() const
{
    return fontOf(Drawing::textSize, false);
}

} // namespace Pongwatch
