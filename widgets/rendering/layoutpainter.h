// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rendering/documentlayout.h"

class QPainter;

namespace Pongwatch
{

/// Paints one page, in the layout's units, from (0, 0).
void paintPage(QPainter &painter, const LaidOutPage &page, const ReportTheme &theme);

/// Paints a drawing, in its own units, from (0, 0).
void paintDrawing(QPainter &painter, const Drawing &drawing, const ReportTheme &theme);

} // namespace Pongwatch
