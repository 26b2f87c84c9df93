// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Pongwatch
{

/// Light or dark: the user's choice over the system's.
enum class Appearance : int { System, Light, Dark };

/// Gives the whole application its style and palette. System: as the desktop has it; where the desktop says
/// nothing, Fusion.
void applyAppearance(Appearance appearance);

} // namespace Pongwatch
