// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/drawing.h"

namespace Pongwatch
{

/// A drawing as an SVG element inside an HTML page. Inks are CSS classes of the page ("i-bad").
[[nodiscard]] QString toSvg(const Drawing &drawing);

/// The CSS class of an ink.
[[nodiscard]] QString cssClass(Ink ink);

} // namespace Pongwatch
