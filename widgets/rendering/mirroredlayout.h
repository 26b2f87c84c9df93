// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rendering/documentlayout.h"

namespace Pongwatch
{

/// The layout for a language written from right to left: left and right are exchanged, and each line of text
/// starts at the right, as do columns and tiles. Drawings are moved but not mirrored: time runs from left to
/// right in every language.
[[nodiscard]] DocumentLayout mirrored(DocumentLayout layout);

} // namespace Pongwatch
