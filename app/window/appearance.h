// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Pongwatch
{

/// Light or dark: the user's choice takes precedence over the system's.
enum class Appearance : int { System, Light, Dark };

/// Sets the style and palette of the whole application. System: as on the desktop; if that has no preference,
/// Fusion.
void applyAppearance(Appearance appearance);

} // namespace Pongwatch
