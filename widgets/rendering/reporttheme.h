// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"

#include <QColor>
#include <QFont>

namespace Pongwatch
{

/// Colours and fonts of painted reports, light or dark: those of the HTML form. Texts have a contrast of at
/// least 4.5:1 to the paper.
class ReportTheme
{
public:
    /// `bodySize`: of a paragraph, in the layout's units.
    explicit ReportTheme(bool dark = false, double bodySize = 12);

    [[nodiscard]] QColor paper() const;
    [[nodiscard]] QColor tile() const; ///< behind key figures and notes
    [[nodiscard]] QColor color(Ink ink) const;
    [[nodiscard]] QColor color(Tone tone) const;

    [[nodiscard]] double bodySize() const { return m_bodySize; }
    /// `size` relative to the body's.
    [[nodiscard]] QFont font(double size = 1, bool bold = false) const;
    /// Of texts in drawings.
    [[nodiscard]] QFont drawingFont() const;

private:
    bool m_dark;
    double m_bodySize;
};

} // namespace Pongwatch
