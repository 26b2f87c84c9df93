// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/settings.h"
#include "engine/values/verdict.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <optional>
#include <utility>
#include <variant>

namespace Pongwatch
{

/// A new Sec-WebSocket-Key: 16 random bytes in Base64 (RFC 6455 4.1, 7.).
[[nodiscard]] QByteArray makeWebSocketKey();

/// The Sec-WebSocket-Accept that answers a key (RFC 6455 4.2.2, 5.4).
[[nodiscard]] QByteArray acceptForKey(QByteArrayView key);

/// Header fields of a request: name and value.
using HandshakeFields = QList<std::pair<QByteArray, QByteArray>>;

/// What the settings add to a request beside origin and subprotocols: their headers in order, User-Agent, and
/// credentials (those of the settings, or else those of the URL, or else none). An error when one of these,
/// the origin or a subprotocol could not be written down without breaking out of its line; the error never
/// repeats a value.
[[nodiscard]] Result<HandshakeFields> handshakeFields(const ConnectionSettings &settings);

/// The GET request that asks for a WebSocket (RFC 6455 4.1). Errors: those of handshakeFields().
[[nodiscard]] Result<QByteArray> writeHandshakeRequest(const ConnectionSettings &settings,
                                                       QByteArrayView key);

/// The server agreed.
struct HandshakeAccepted {
    QString subprotocol;
    QString server; ///< the Server header, at most 200 printable characters
};

/// It did not, or not as RFC 6455 wants it.
struct HandshakeRefused {
    Cause cause = Cause::HandshakeInvalid; ///< or HandshakeRejected
    std::optional<int> httpStatus;
    QString detail;        ///< for a person; what of it comes from the server is printable and short
    bool mayRetry = false; ///< true for 500, 502, 503 and 504
};

/// monostate: more bytes are needed.
using HandshakeEvent = std::variant<std::monostate, HandshakeAccepted, HandshakeRefused>;

/// Reads the server's answer to a handshake request from pieces of any size, and checks it as RFC 6455 4.1
/// tells a client to. At most 16 KiB of headers.
class HandshakeResponse
{
public:
    /// `key`: the one that was sent.
    HandshakeResponse(QByteArrayView key, QStringList offeredSubprotocols);

    /// Takes bytes off the front of `input`, up to the empty line that ends the headers; what is left belongs
    /// to frames. Not to be called again after it gave anything but monostate.
    [[nodiscard]] HandshakeEvent feed(QByteArrayView &input);

private:
    struct Fields {
        QByteArrayList upgrade, connection, accept, extensions, subprotocol, server, location;
    };

    [[nodiscard]] HandshakeEvent takeLine(QByteArrayView line);
    [[nodiscard]] HandshakeEvent readStatusLine(QByteArrayView line);
    [[nodiscard]] HandshakeEvent readField(QByteArrayView line);
    [[nodiscard]] HandshakeEvent judge() const;
    [[nodiscard]] HandshakeEvent judgeSwitch() const;

    QByteArray m_expectedAccept;
    QStringList m_offered;
    QByteArray m_line; ///< the part of the current line that came so far
    Fields m_fields;
    QString m_phrase;
    qsizetype m_total = 0;
    int m_status = 0; ///< 0: the status line is still to come
    bool m_http11 = false;
    bool m_fieldsBroken = false;
};

/// Text of a peer's as it may be shown: printable characters only, and at most `limit` of them.
[[nodiscard]] QString printable(QByteArrayView text, qsizetype limit);

} // namespace Pongwatch
