// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>

namespace Pongwatch
{

/// The head of an HTTP/1 request, as far as a server of metrics needs it.
struct HttpRequest {
    QByteArray method;
    QByteArray path;                       ///< without the query
    bool takesChunks = true;               ///< an answer may come in chunks (RFC 9112 7.1): not in HTTP/1.0
    QHash<QByteArray, QByteArray> headers; ///< names in small letters; of several of a name, joined by ", "
};

/// The longest head that is read.
inline constexpr qsizetype longestHttpHead = 16 * 1024;

/// Reads a head, the empty line at its end included; nullopt: it is not one (RFC 9112 3 and 5).
[[nodiscard]] std::optional<HttpRequest> parseHttpRequest(const QByteArray &head);

/// Whether a list such as Accept or Accept-Encoding has this entry, with a weight above 0 (RFC 9110 12.4.2).
[[nodiscard]] bool acceptsToken(const QByteArray &list, const QByteArray &token);

/// The weight of an entry, 0 to 1; 0: it is not in the list.
[[nodiscard]] double weightOf(const QByteArray &list, const QByteArray &token);

} // namespace Pongwatch
