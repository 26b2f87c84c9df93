// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Pongwatch
{

/// The text of a body of HTTP as a person reads it: decoded by the charset of its Content-Type, by its byte
/// order mark or its meta element, or else as UTF-8 or Windows-1252; without tags, scripts and styles when it
/// is HTML; in one line, printable characters only, and at most `limit` of them. Empty when it is no text. A
/// body that was cut anywhere gives the text of what is there. Any thread.
[[nodiscard]] QString readableBody(QByteArrayView body, QByteArrayView contentType, qsizetype limit);

/// Whether a Content-Type, or the first bytes where there is none, says HTML.
[[nodiscard]] bool isHtml(QByteArrayView body, QByteArrayView contentType);

/// Text of a peer's as it may be shown: in one line, printable characters only, and at most `limit` of them.
[[nodiscard]] QString printableLine(QStringView text, qsizetype limit);

} // namespace Pongwatch
