// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rendering/documentlayout.h"

namespace Pongwatch
{

/// The layout for a language that is written from right to left: what was at the left is at the right, each
/// line of text begins there, and so do columns and tiles. Drawings change their place and not their inside:
/// time runs from left to right in any language.
[[nodiscard]] DocumentLayout mirrored(DocumentLayout layout);

} // namespace Pongwatch
