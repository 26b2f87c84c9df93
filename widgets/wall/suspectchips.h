// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/suspects.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace Pongwatch
{

/// The way from this side to the peer as four words in a row, always in the same places, so that many rows
/// can be compared at a glance: filled where to look for the fault first, outlined where it is possible as
/// well. `mirrored`: the way runs from right to left.
void paintSuspectChips(QPainter *painter, const QRectF &row, const Suspicion &suspicion, const QFont &font,
                       const QPalette &palette, bool mirrored);

} // namespace Pongwatch
