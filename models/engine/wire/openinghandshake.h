// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transportend.h"
#include "engine/values/result.h"
#include "engine/values/settings.h"
#include "engine/values/verdict.h"
#include "engine/wire/httpanswerreader.h"

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
    std::optional<HttpAnswer> answer{}; ///< with HandshakeRejected
    bool answeredInTls = false;         ///< to a request in plain text
};

/// The end of a session whose server refused it.
[[nodiscard]] TransportEnd endOf(const HandshakeRefused &refused);

/// monostate: more bytes are needed.
using HandshakeEvent = std::variant<std::monostate, HandshakeAccepted, HandshakeRefused>;

/// Reads the server's answer to a handshake request from pieces of any size, and checks it as RFC 6455 4.1
/// tells a client to. At most 16 KiB of headers. Of a rejection the body is read too, to be quoted.
class HandshakeResponse
{
public:
    /// `key`: the one that was sent.
    HandshakeResponse(QByteArrayView key, QStringList offeredSubprotocols);

    /// Takes bytes off the front of `input`, up to the empty line that ends the headers; what is left belongs
    /// to frames. Not to be called again after it gave anything but monostate.
    [[nodiscard]] HandshakeEvent feed(QByteArrayView &input);

    /// The server has rejected the handshake, and the rest of its body is still to come. It is worth
    /// HttpAnswerReader::bodyPatience of waiting; then call finish().
    [[nodiscard]] bool isRejected() const { return m_reader.state() == HttpAnswerReader::State::Body; }

    /// No more bytes come, or they are not waited for. monostate: the answer is not complete without them.
    [[nodiscard]] HandshakeEvent finish();

private:
    [[nodiscard]] HandshakeEvent judge() const;
    [[nodiscard]] HandshakeEvent judgeSwitch() const;

    QByteArray m_expectedAccept;
    QStringList m_offered;
    HttpAnswerReader m_reader;
};

} // namespace Pongwatch
