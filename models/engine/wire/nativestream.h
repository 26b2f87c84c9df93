// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/bytestream.h"
#include "engine/wire/wirecontext.h"

#include <QByteArray>
#include <QSocketNotifier>

#include <memory>

namespace Pongwatch
{

class TcpDialer;
struct DialledSocket;

/// Plain TCP on its own descriptor: one recv(2) for incoming and one send(2) for outgoing bytes, and no
/// memory while nothing waits. Distinguishes FIN, RST and other ends by errno. POSIX only.
class NativeStream final : public ByteStream
{
    Q_OBJECT

public:
    /// Both must outlive the stream.
    NativeStream(WireContext &context, ByteStreamListener &listener);
    ~NativeStream() override;

    void open(const ConnectionSettings &settings) override;
    void write(QByteArrayView bytes) override;
    [[nodiscard]] qint64 backlogBytes() const override { return m_backlog.size(); }
    void setReading(bool reading) override;
    void close() override;
    void abort() override;
    [[nodiscard]] DialPhase phase() const override;
    [[nodiscard]] DialPhases phases() const override;
    [[nodiscard]] DialStory story() const override;
    [[nodiscard]] qintptr descriptor() const override { return m_descriptor; }
    void refuse(const TransportEnd &end) override;

private:
    class ReadNotifier;

    void dialled(const DialledSocket &socket);
    void dialFailed(const TransportEnd &end);
    void rememberAttempts(QList<AddressAttempt> attempts);
    void readSome();
    void writeBacklog();
    /// Passes on what the kernel takes; returns the number of bytes.
    qsizetype sendSome(QByteArrayView bytes);
    void finish(TransportEnd end);
    void finishWithError(int error);
    void release();

    WireContext &m_context;
    ByteStreamListener &m_listener;
    std::unique_ptr<TcpDialer> m_dialer; ///< during the dial
    std::unique_ptr<ReadNotifier> m_readNotifier;
    std::unique_ptr<QSocketNotifier> m_writeNotifier; ///< while there is a backlog
    QByteArray m_backlog;
    std::unique_ptr<QList<AddressAttempt>> m_attempts; ///< null: none, as usual
    int m_descriptor = -1;
    int m_writeError = 0; ///< send(2)'s error; the end is reported when the descriptor wakes us
    bool m_over = false;  ///< nothing may be reported any more
};

} // namespace Pongwatch
