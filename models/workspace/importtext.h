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
    bool guessed = false; ///< not determined by the bytes: worth telling the user
    qsizetype lost = 0;   ///< bytes that are not valid in it, replaced by U+FFFD
};

/// Detects the encoding: from the byte order mark; from zero bytes, UTF-16; UTF-8 if the bytes are valid;
/// GB18030 if all non-ASCII bytes are pairs from GB 2312, which spreadsheets save in China; otherwise
/// windows-1252, which they save in Western Europe and America.
[[nodiscard]] DecodedText decodeImport(const QByteArray &bytes);

} // namespace Pongwatch
