// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

struct CsvRow {
    qsizetype line = 0; ///< where it begins in the text; from 1
    QStringList cells;
};

/// Text in columns.
struct CsvTable {
    QList<CsvRow> rows; ///< without empty rows
    QChar separator = u',';
    QString complaint; ///< why the text is not a valid table; empty: it is
};

/// Reads RFC 4180 and what spreadsheets make of it: semicolons, tabs or bars instead of commas, a first line
/// "sep=;", lines that end in a single CR.
[[nodiscard]] CsvTable readCsvTable(const QString &text);

/// Whether a text is a table: several of its first lines have a separator, and one of their cells is a known
/// heading, or a URL among others.
[[nodiscard]] bool looksLikeTable(const QString &text);

/// Puts a quote before text that a spreadsheet would convert (a formula, a number, a date, a boolean), as
/// people do there. Changes nothing else.
[[nodiscard]] QString quotedForSpreadsheet(const QString &text);
/// Removes that quote.
[[nodiscard]] QString withoutFormulaQuote(const QString &cell);

} // namespace Pongwatch
