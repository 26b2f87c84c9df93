// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rendering/pdfoutline/pdfoutline.h"

namespace Pongwatch
{

/// Adds the outline with the module that uses the PDF library; it is loaded at the first call and stays
/// loaded. Without it there is no PDF, and `problem` has the system's error message. Any thread.
[[nodiscard]] PdfBytes withOutline(const QByteArray &pdf, const std::vector<PdfBookmark> &outline,
                                   const PdfFacts &facts);

} // namespace Pongwatch
