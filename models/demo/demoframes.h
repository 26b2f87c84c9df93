// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Pongwatch
{

/// The opcodes of RFC 6455 5.2.
enum class DemoOpcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// One unmasked frame, as a server sends it.
[[nodiscard]] QByteArray demoFrame(DemoOpcode opcode, const QByteArray &payload, bool last = true);

/// A Close frame with a reason and a code, even one that is not allowed on the wire.
[[nodiscard]] QByteArray demoCloseFrame(quint16 code, const QByteArray &reason);

/// A complete item from a client, or the fault that makes it impossible to go on reading.
struct DemoIncoming {
    enum class Kind { Text, Binary, Ping, Pong, Close, Fault };
    Kind kind = Kind::Fault;
    QByteArray payload;    ///< for a fault: the reason in English, for the Close frame
    quint16 faultCode = 0; ///< the close code to answer a fault with
};

/// Parses the bytes of a client into whole messages and control frames. The client may be hostile: what it
/// can make this object store is limited. After a Fault it returns nothing more.
class DemoFrameReader
{
public:
    static constexpr qint64 largestMessage = 1'048'576; ///< bytes
    static constexpr int mostFragments = 1'024;         ///< per message

    void feed(const QByteArray &bytes);

    /// The next complete item in the bytes fed so far; nullopt if more bytes are needed.
    [[nodiscard]] std::optional<DemoIncoming> next();

private:
    struct Header {
        bool last = true;
        quint8 opcode = 0;
        qint64 length = 0;
        qsizetype size = 0; ///< length of the header itself
    };

    [[nodiscard]] std::optional<DemoIncoming> fault(quint16 code, const char *reason);
    [[nodiscard]] std::optional<DemoIncoming> faultOf(const Header &header);
    [[nodiscard]] std::optional<DemoIncoming> take(const Header &header);
    [[nodiscard]] std::optional<DemoIncoming> control(quint8 opcode, const QByteArray &payload);
    [[nodiscard]] std::optional<DemoIncoming> part(const Header &header, const QByteArray &payload);

    QByteArray m_buffer;
    qsizetype m_read = 0; ///< bytes at the start of the buffer that are already consumed
    QByteArray m_message; ///< the fragments so far
    std::optional<quint8> m_messageOpcode;
    int m_fragments = 0;
    bool m_broken = false;
};

} // namespace Pongwatch
