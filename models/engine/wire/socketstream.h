// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/bytestream.h"
#include "engine/wire/proxychoice.h"
#include "engine/wire/socketdial.h"
#include "engine/wire/wirecontext.h"

#include <QAbstractSocket>
#include <QSslError>

#include <memory>

class QSslSocket;

namespace Pongwatch
{

class TcpDialer;
struct DialledSocket;

/// A stream on Qt's sockets, for TLS, proxies and systems that NativeStream doesn't support. Without a proxy
/// it dials with TcpDialer, where available, and gives Qt the descriptor, so that the dial is measured and
/// explained like that of a NativeStream.
class SocketStream final : public ByteStream
{
    Q_OBJECT

public:
    /// Context and listener must outlive the stream.
    SocketStream(WireContext &context, ByteStreamListener &listener, ChosenProxy proxy);
    ~SocketStream() override;

    void open(const ConnectionSettings &settings) override;
    void write(QByteArrayView bytes) override;
    [[nodiscard]] qint64 backlogBytes() const override;
    void setReading(bool reading) override;
    void close() override;
    void abort() override;
    [[nodiscard]] DialPhase phase() const override;
    [[nodiscard]] DialPhases phases() const override;
    [[nodiscard]] DialStory story() const override;
    [[nodiscard]] qintptr descriptor() const override { return m_dial ? m_dial->descriptor() : -1; }
    void refuse(const TransportEnd &end) override;

private:
    void openSocket(const ConnectionSettings &settings);
    void dial(const ConnectionSettings &settings);
    void dialled(const DialledSocket &socket);
    void dialFailed(const TransportEnd &end);
    void tcpConnected();
    void beginTls();
    void encrypted();
    void carriesBytes();
    void socketFailed(QAbstractSocket::SocketError error);
    void readSome();
    void bytesWritten();
    [[nodiscard]] bool isProxied() const { return m_proxy.isProxied(); }
    void finish(TransportEnd end);
    void release();

    WireContext &m_context;
    ByteStreamListener &m_listener;
    ChosenProxy m_proxy;
    std::unique_ptr<TcpDialer> m_dialer; ///< during a dial without a proxy
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<SocketDial> m_dial; ///< null until it dials
    QList<AddressAttempt> m_attempts;   ///< addresses that were tried but did not answer
    bool m_tls = false;
    bool m_writing = false; ///< inside write(): what Qt reports now is passed on later
    bool m_hadBacklog = false;
    bool m_reading = true;
    bool m_over = false; ///< nothing may be reported any more
};

} // namespace Pongwatch
