// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Pongwatch
{

/// The text of an HTTP body as a person would read it: decoded by the charset in its Content-Type, its byte
/// order mark or its meta element, or else as UTF-8 or Windows-1252; without tags, scripts and styles if it
/// is HTML; in one line of printable characters, at most `limit` of them. Empty if it is not text. If the
/// body was cut off anywhere, returns the text up to there. Any thread.
[[nodiscard]] QString readableBody(QByteArrayView body, QByteArrayView contentType, qsizetype limit);

/// Whether the Content-Type, or the first bytes if there is none, indicates HTML.
[[nodiscard]] bool isHtml(QByteArrayView body, QByteArrayView contentType);

/// Text from a peer as it may be shown: one line of printable characters, at most `limit` of them.
[[nodiscard]] QString printableLine(QStringView text, qsizetype limit);

} // namespace Pongwatch
