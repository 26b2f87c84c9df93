// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/document.h"
#include "widgets/rendering/reporttheme.h"
#include "widgets/rendering/textblock.h"

#include <QRectF>
#include <QSizeF>

#include <variant>
#include <vector>

namespace Pongwatch
{

/// The size of a page. Units are 1/96 inch on paper, and pixels at scale 1 in pictures.
struct PageSize {
    double width = 794;
    double height = 1123; ///< 0: a single page, as high as necessary
    double margin = 48;
};

/// The positions of a page's contents.
struct PlacedText {
    QPointF at; ///< the line's top left corner
    TextBlock block;
    int line = 0;
};
struct PlacedDrawing {
    QPointF at;
    double scale = 1;
    Drawing drawing;

    [[nodiscard]] double width() const { return drawing.width * scale; }
};
struct PlacedFill {
    enum class Kind : quint8 { Tile, Rule, NoteBar };
    QRectF rect;
    Kind kind = Kind::Tile;
};
struct LaidOutPage {
    std::vector<PlacedFill> fills; ///< behind everything else
    std::vector<PlacedDrawing> drawings;
    std::vector<PlacedText> texts;
};

/// An entry of the outline (bookmarks).
struct OutlineEntry {
    QString title;
    int level = 1; ///< 1: the outermost level
    size_t page = 0;
    double y = 0; ///< from the top of the page
};

/// A document divided into pages. A value, for painting and testing.
struct DocumentLayout {
    PageSize size;
    double usedHeight = 0; ///< of the last page, including margins
    std::vector<LaidOutPage> pages;
    std::vector<OutlineEntry> outline;
};

/// Lays the document out on pages, from the right for languages written in that direction. A heading stays
/// with what follows, a part with drawings stays together if a page has room for it, table rows and drawings
/// are not cut, and table heads are repeated. Each page has the document's footer, and its number if there is
/// more than one. Needs a QGuiApplication, for the fonts; any thread.
[[nodiscard]] DocumentLayout layOut(const Document &document, const PageSize &size, const ReportTheme &theme);

} // namespace Pongwatch
