// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstddef>
#include <vector>

// The headers of qpdf 11 are no C++20 for Clang 14: what includes them is compiled as C++17, and so is this.

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

/// An entry of the outline.
struct PdfBookmark {
    QString title;
    int level = 1; ///< 1: the outermost; others lie in the one of level 1 before them
    std::size_t page = 0;
    double pointsFromTop = 0;
};

/// A PDF file, or why there is none.
struct PdfBytes {
    QByteArray bytes;
    QString problem; ///< what the library answered; empty when all is well
};

/// Adds the outline (bookmarks) to a PDF file, which Qt's writer can't, and replaces what the file says of
/// itself: the same pages at the same moment give the same bytes.
using AddPdfOutline = void(const QByteArray &pdf, const std::vector<PdfBookmark> &outline,
                           const PdfFacts &facts, PdfBytes *result);

/// What the function is called in the module.
inline constexpr const char *addPdfOutlineName = "pongwatchAddPdfOutline";

} // namespace Pongwatch
