// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rendering/mirroredlayout.h"

namespace Pongwatch
{

DocumentLayout mirrored(DocumentLayout layout)
{
    const double width = layout.size.width;
    for (LaidOutPage &page : layout.pages) {
        for (PlacedFill &fill : page.fills)
            fill.rect.moveLeft(width - fill.rect.right());
        for (PlacedDrawing &drawing : page.drawings)
            drawing.at.setX(width - drawing.at.x() - drawing.width());
        for (PlacedText &text : page.texts)
            text.at.setX(width - text.at.x() - text.block.line(text.line).naturalTextWidth());
    }
    return layout;
}

} // namespace Pongwatch
