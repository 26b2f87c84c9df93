// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Pongwatch
{

/// The text of a file of unknown encoding.
struct DecodedText {
    QString text;
    QString encoding;     ///< "UTF-8", "UTF-16LE", "GB18030", "windows-1252" …
    bool guessed = false; ///< the bytes do not say it: worth a word to the person
    qsizetype lost = 0;   ///< bytes that are no characters in it; U+FFFD stands in their place
};

/// Finds out the encoding: by the byte order mark; by the zeroes of UTF-16; UTF-8 when the bytes are valid;
/// GB18030 when all others stand in pairs that are characters of GB 2312, which spreadsheets save in China;
/// else windows-1252, which they save in Western Europe and America.
[[nodiscard]] DecodedText decodeImport(const QByteArray &bytes);

} // namespace Pongwatch
