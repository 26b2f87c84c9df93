// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"

#include <QColor>
#include <QFont>

namespace Pongwatch
{

/// Colours and fonts of painted reports, light or dark: the same as in HTML. Text has a contrast of at least
/// 4.5:1 to the paper.
class ReportTheme
{
public:
    /// `bodySize`: the size of a paragraph's text, in the layout's units.
    explicit ReportTheme(bool dark = false, double bodySize = 12);

    [[nodiscard]] QColor paper() const;
    [[nodiscard]] QColor tile() const; ///< behind key figures and notes
    [[nodiscard]] QColor color(Ink ink) const;
    [[nodiscard]] QColor color(Tone tone) const;

    [[nodiscard]] double bodySize() const { return m_bodySize; }
    /// `size` is relative to the size of body text.
    [[nodiscard]] QFont font(double size = 1, bool bold = false) const;
    /// For text in drawings.
    [[nodiscard]] QFont drawingFont() const;

private:
    bool m_dark;
    double m_bodySize;
};

} // namespace Pongwatch
