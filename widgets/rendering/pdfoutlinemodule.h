// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rendering/pdfoutline/pdfoutline.h"

namespace Pongwatch
{

/// Adds the outline by the module that knows the PDF library, which is loaded at the first call and stays.
/// Without it there is no PDF, and `problem` says what the system answered. Any thread.
[[nodiscard]] PdfBytes withOutline(const QByteArray &pdf, const std::vector<PdfBookmark> &outline,
                                   const PdfFacts &facts);

} // namespace Pongwatch
