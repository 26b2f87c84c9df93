// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "widgets/rendering/documentlayout.h"

#include <QByteArray>
#include <QDateTime>

namespace Pongwatch
{

/// What a PDF file says of itself.
struct PdfFacts {
    QString title;
    QString language; ///< "en", "zh-CN"
    QString creator;
    QString subject;
    QDateTime made;
};

/// Adds the outline (bookmarks) to a PDF file, which Qt's writer can't, and replaces what the file says of
/// itself: the same pages at the same moment give the same bytes. `unitsPerPoint`: of the outline's y.
[[nodiscard]] Result<QByteArray> withOutline(const QByteArray &pdf, const std::vector<OutlineEntry> &outline,
                                             double unitsPerPoint, const PdfFacts &facts);

} // namespace Pongwatch
