// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/drawing.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace Pongwatch
{

/// The meaning of a text, shown by its colour.
enum class Tone : quint8 { Plain, Soft, Good, Warning, Bad };

/// A report as a reader sees it, independent of format: headings, paragraphs, tables and drawings in order.
/// HTML, PDF and PNG are made from it, so they say the same. All texts are plain. A value; any thread.
struct Document {
    struct Heading {
        int level = 2; ///< 2: a part, 3: a part of that; both are in the outline
        QString text;
        QString detail;          ///< next to it, in soft text; may be empty
        Tone tone = Tone::Plain; ///< of the detail
    };
    struct Paragraph {
        enum class Kind : quint8 { Body, Lead, Soft, Note };
        QString text; ///< may have line breaks
        Kind kind = Kind::Body;
        Tone tone = Tone::Plain;
    };
    /// A few key figures.
    struct Tiles {
        struct Tile {
            QString label;
            QString value;
            QString detail;
            Tone tone = Tone::Plain;
        };
        std::vector<Tile> tiles;
    };
    struct Table {
        struct Column {
            QString title;
            bool figure = false;     ///< aligned to the end, never wrapped
            double stretch = 0;      ///< share of the room that figures leave over
            bool flushStart = false; ///< a column of figures aligned like text, such as times
            bool minor = false;      ///< may be left out if there is little room
        };
        struct Cell {
            QString text;
            Tone tone = Tone::Plain;
            QString detail;                ///< below it, in soft text
            std::vector<Drawing> drawings; ///< instead of text: none or one; any text is then below it,
                                           ///< across the rest of the row
        };
        std::vector<Column> columns;
        std::vector<std::vector<Cell>> rows;
    };
    /// Drawings side by side, in equal parts of the width.
    struct Drawings {
        std::vector<Drawing> drawings;
        size_t columns = 0; ///< parts of the width, if there are more of these than drawings
    };
    using Block = std::variant<Heading, Paragraph, Tiles, Table, Drawings>;

    QString title;
    QString subtitle; ///< range and time zone
    QString language; ///< "en", "zh-CN"
    bool rightToLeft = false;
    std::vector<Block> blocks;
    QString footer; ///< on each page
    /// What it is about, to trace an image to its source: name and text. Names are not translated.
    QList<std::pair<QString, QString>> facts;
};

} // namespace Pongwatch
