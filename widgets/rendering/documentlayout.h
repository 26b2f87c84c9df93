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

/// How large a page is. Units are 1/96 inch on paper, and pixels at scale 1 in pictures.
struct PageSize {
    double width = 794;
    double height = 1123; ///< 0: one page, as high as it has to be
    double margin = 48;
};

/// What lies where on a page.
struct PlacedText {
    QPointF at; ///< top left of the line
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
    int level = 1; ///< 1: the outermost
    size_t page = 0;
    double y = 0; ///< from the page's top
};

/// A document cut into pages. A value, to be painted or tested.
struct DocumentLayout {
    PageSize size;
    double usedHeight = 0; ///< of the last page, margins included
    std::vector<LaidOutPage> pages;
    std::vector<OutlineEntry> outline;
};

/// Lays the document out on pages, from the right for a language that is written so: a heading stays with
/// what follows, a part with drawings stays together where a page has room for it, rows of tables and
/// drawings are not cut, heads of tables are repeated. Each page has the document's footer, and its number
/// when there is more than one. Needs a QGuiApplication, for the fonts; any thread.
[[nodiscard]] DocumentLayout layOut(const Document &document, const PageSize &size, const ReportTheme &theme);

} // namespace Pongwatch
