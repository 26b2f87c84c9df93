// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstddef>
#include <vector>

// The headers of qpdf 11 are not valid C++20 for Clang 14, so what includes them, like this, is C++17.

namespace Pongwatch
{

/// The properties of a PDF file.
struct PdfFacts {
    QString title;
    QString language; ///< "en", "zh-CN"
    QString creator;
    QString subject;
    QDateTime made;
};

/// An entry of the outline.
struct PdfBookmark {
    QString title;
    int level = 1; ///< 1: the outermost level; others belong to the last one of level 1 before them
    std::size_t page = 0;
    double pointsFromTop = 0;
};

/// A PDF file, or the reason why there is none.
struct PdfBytes {
    QByteArray bytes;
    QString problem; ///< the library's error message; empty if there was no error
};

/// Adds the outline (bookmarks) to a PDF file, which Qt's writer can't, and replaces its properties, so that
/// the same pages at the same moment give the same bytes.
using AddPdfOutline = void(const QByteArray &pdf, const std::vector<PdfBookmark> &outline,
                           const PdfFacts &facts, PdfBytes *result);

/// The name of the function in the module.
inline constexpr const char *addPdfOutlineName = "pongwatchAddPdfOutline";

} // namespace Pongwatch
