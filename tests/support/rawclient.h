// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <QStringList>

#include <chrono>
#include <memory>

namespace Pongwatch::TestSupport
{

/// A WebSocket client on a plain system socket, which alone can distinguish FIN from RST. It keeps everything
/// that the server sends, in words. Lives on one thread with an event loop.
class RawClient : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    /// Connects to a port on 127.0.0.1; aborts the program if nobody listens there.
    explicit RawClient(quint16 port);
    ~RawClient() override;

    /// Sends bytes unchanged, as fast as the server takes them.
    void send(const QByteArray &bytes);
    /// Sends a valid request to upgrade.
    void request(const QByteArray &target);
    /// Sends one frame, with the opcode as numbered in RFC 6455.
    void sendFrame(int opcode, const QByteArray &payload, bool last = true, bool masked = true);
    void ping(const QByteArray &payload) { sendFrame(9, payload); }
    /// Ends the TCP connection, as a client does after both Close frames.
    void hangUp();
    /// Stops reading from the system, like a client that hangs.
    void stopReading();

    /// The head of the HTTP answer without its empty line; empty until it is complete.
    [[nodiscard]] QByteArray head() const;
    /// The status of the HTTP answer; 0 until its head is complete.
    [[nodiscard]] int status() const;
    /// What came after the head, unchanged.
    [[nodiscard]] QByteArray rest() const;
    /// What came after the head as frames, each in words: "pong a", "close 1012 deploy", "text... part".
    [[nodiscard]] QStringList frames() const;
    /// "open", "eof", or "reset".
    [[nodiscard]] QString end() const { return m_end; }
    /// When the newest byte came.
    [[nodiscard]] Clock::time_point heardAt() const { return m_heardAt; }

private:
    void read();
    void write();

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<QSocketNotifier> m_writeNotifier;
    QByteArray m_unsent;
    QByteArray m_received;
    QString m_end = QStringLiteral("open");
    Clock::time_point m_heardAt{};
};

} // namespace Pongwatch::TestSupport
