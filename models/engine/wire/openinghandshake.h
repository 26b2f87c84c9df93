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

/// What the settings add to a request besides origin and subprotocols: their headers in order,
/// User-Agent, and credentials (from the settings, else from the URL, else none). An error if one of
/// these, the origin or a subprotocol can't be written without breaking out of its line; the error never
/// contains a value.
[[nodiscard]] Result<HandshakeFields> handshakeFields(const ConnectionSettings &settings);

/// The GET request that asks for a WebSocket (RFC 6455 4.1). Errors: those of handshakeFields().
[[nodiscard]] Result<QByteArray> writeHandshakeRequest(const ConnectionSettings &settings,
                                                       QByteArrayView key);

/// The server agreed.
struct HandshakeAccepted {
    QString subprotocol;
    QString server; ///< the Server header, at most 200 printable characters
};

/// The server refused, or answered in a way that breaks RFC 6455.
struct HandshakeRefused {
    Cause cause = Cause::HandshakeInvalid; ///< or HandshakeRejected
    std::optional<int> httpStatus;
    QString detail;                     ///< for people; what comes from the server is printable and short
    bool mayRetry = false;              ///< true for 500, 502, 503 and 504
    std::optional<HttpAnswer> answer{}; ///< for HandshakeRejected
    bool answeredInTls = false;         ///< to an unencrypted request
};

/// The end of a session refused by its server.
[[nodiscard]] TransportEnd endOf(const HandshakeRefused &refused);

/// monostate: needs more bytes.
using HandshakeEvent = std::variant<std::monostate, HandshakeAccepted, HandshakeRefused>;

/// Parses the server's answer to a handshake request from pieces of any size, and checks it as RFC 6455 4.1
/// requires of a client. At most 16 KiB of headers. Also reads the body of a rejection, for quoting.
class HandshakeResponse
{
public:
    /// `key`: the one that was sent.
    HandshakeResponse(QByteArrayView key, QStringList offeredSubprotocols);

    /// Consumes bytes from the front of `input`, up to the empty line that ends the headers; the rest belongs
    /// to frames. Must not be called again after it has returned anything but monostate.
    [[nodiscard]] HandshakeEvent feed(QByteArrayView &input);

    /// The server has rejected the handshake, and the rest of its body has not come yet. Wait for it for up
    /// to HttpAnswerReader::bodyPatience, then call finish().
    [[nodiscard]] bool isRejected() const { return m_reader.state() == HttpAnswerReader::State::Body; }

    /// No more bytes will come or be waited for. monostate: the answer is incomplete without them.
    [[nodiscard]] HandshakeEvent finish();

private:
    [[nodiscard]] HandshakeEvent judge() const;
    [[nodiscard]] HandshakeEvent judgeSwitch() const;

    QByteArray m_expectedAccept;
    QStringList m_offered;
    HttpAnswerReader m_reader;
};

} // namespace Pongwatch
