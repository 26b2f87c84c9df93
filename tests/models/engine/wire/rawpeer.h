// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "engine/wire/frame.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace Pongwatch::TestSupport
{

/// A frame that the client sent, unmasked.
struct ClientFrame {
    Opcode opcode = Opcode::Continuation;
    bool masked = false;
    QByteArray payload;
};

/// Hands its connections out as QSslSockets, which begin with TLS when there is a configuration for it.
class RawServer : public QTcpServer
{
    Q_OBJECT

public:
    std::optional<QSslConfiguration> tls;

protected:
    void incomingConnection(qintptr descriptor) override;
};

/// A TCP server on a free port of 127.0.0.1 that says exactly the bytes it is told to, to one client.
class RawPeer : public QObject
{
    Q_OBJECT

public:
    RawPeer();

    /// From now on it speaks TLS, and settings() says wss.
    void useTls(const QSslConfiguration &configuration) { m_server.tls = configuration; }

    /// What a client needs to dial this peer, without a proxy.
    [[nodiscard]] ConnectionSettings settings() const;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// Called as soon as the TCP connection is there. Empty: the request is waited for.
    std::function<void(RawPeer &)> onConnection;
    /// Called when bytes of the client's came. Empty: the request is waited for.
    std::function<void(RawPeer &)> onBytes;
    /// Called once the client's request is complete. Empty: a good answer, with `extraHeaders`, followed by
    /// `firstBytes` in one write.
    std::function<void(RawPeer &)> onRequest;
    QByteArray extraHeaders;
    QByteArray firstBytes;

    void send(const QByteArray &bytes);
    void fin();
    void reset();
    /// No client is served any more, and the port refuses.
    void stopListening() { m_server.close(); }
    /// Stops taking bytes off the connection.
    void stopReading();

    [[nodiscard]] QByteArray request() const { return m_request; }
    [[nodiscard]] QByteArray requestField(const QByteArray &name) const;
    /// The frames that came so far.
    [[nodiscard]] QList<ClientFrame> frames() const;
    [[nodiscard]] bool clientGone() const { return m_clientGone; }
    [[nodiscard]] QByteArray goodAnswer() const;

    /// A server's frame.
    [[nodiscard]] static QByteArray frame(Opcode opcode, const QByteArray &payload = {}, bool final = true);
    [[nodiscard]] static QByteArray closeFrame(quint16 code, const QByteArray &reason = {});

private:
    void accept();
    void readMore();

    RawServer m_server;
    QTcpSocket *m_client = nullptr;
    QByteArray m_request;
    QByteArray m_received;
    bool m_requestComplete = false;
    bool m_clientGone = false;
};

} // namespace Pongwatch::TestSupport
