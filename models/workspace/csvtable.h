// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

struct CsvRow {
    qsizetype line = 0; ///< of the text, where it begins; from 1
    QStringList cells;
};

/// A text in columns.
struct CsvTable {
    QList<CsvRow> rows; ///< without empty ones
    QChar separator = u',';
    QString complaint; ///< what is wrong with the text as a table; empty: nothing
};

/// Reads RFC 4180, and what spreadsheets make of it: a semicolon, tab or bar for the comma, a first line
/// "sep=;", lines that end in CR alone.
[[nodiscard]] CsvTable readCsvTable(const QString &text);

/// Whether a text is a table: several of its first lines have a separator, and one of their cells is a known
/// head or a URL among others.
[[nodiscard]] bool looksLikeTable(const QString &text);

/// A text that a spreadsheet would take for something else (a formula, a number, a date, a boolean) with a
/// quote in front, as people write it there. Nothing else is changed.
[[nodiscard]] QString quotedForSpreadsheet(const QString &text);
/// Without that quote.
[[nodiscard]] QString withoutFormulaQuote(const QString &cell);

} // namespace Pongwatch
