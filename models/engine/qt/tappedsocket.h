// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSocket>
#include <QSsl>
#include <QSslError>
#include <QWebSocket>

class QNetworkRequest;

namespace Pongwatch
{

/// Is told what happens on the TCP or TLS socket inside a QWebSocket, and how QWebSocket reacts. May call the
/// socket, but must not delete it.
class SocketWitness
{
public:
    virtual ~SocketWitness() = default;

    /// QWebSocket is creating its socket; so far only the QObject is constructed.
    virtual void socketMade(QObject * /*socket*/) {}
    virtual void socketHostFound() = 0;
    /// TCP is connected, through the proxy if there is one. QWebSocket has just made its Sec-WebSocket-Key.
    virtual void socketConnected() = 0;
    virtual void socketEncrypted() = 0;
    virtual void certificateDoubted(const QList<QSslError> &errors) = 0;
    /// The server sent a TLS alert.
    virtual void alertReceived(QSsl::AlertType /*type*/) {}
    /// Called before QWebSocket is told. Qt has already closed the descriptor by then.
    virtual void socketFailed(QAbstractSocket::SocketError error) = 0;
    /// The socket has bytes that QWebSocket has not read.
    virtual void bytesCame() = 0;
    /// QWebSocket has read what it can use.
    virtual void bytesHandled() = 0;
    /// QWebSocket accepted the server's answer.
    virtual void webSocketConnected() = 0;
    /// QWebSocket's socket was closed, by either side.
    virtual void webSocketDisconnected() = 0;
};

/// A QWebSocket whose socket can be watched. open() creates it as a child, which we can observe: slots that
/// we connect at that moment run before QWebSocket's own, since slots run in the order in which they were
/// connected; slots that we connect after open() run after them.
class TappedSocket final : public QWebSocket
{
    Q_OBJECT

public:
    /// The witness must outlive the object.
    TappedSocket(const QString &origin, SocketWitness &witness);
    ~TappedSocket() override;

    /// Call once. Some functions of the witness are called before it returns.
    void dial(const QNetworkRequest &request, const QStringList &subprotocols);

    /// Null until QWebSocket has created it.
    [[nodiscard]] QAbstractSocket *socket() const { return m_socket; }

    /// Bytes waiting here until the kernel takes them.
    [[nodiscard]] qint64 backlogBytes() const;

protected:
    void childEvent(QChildEvent *event) override;

private:
    void watchFromTheStart(QObject *child);
    void watchAfterQWebSocket();
    void letFramesTakeTheirTime();

    SocketWitness &m_witness;
    QAbstractSocket *m_socket = nullptr;
};

} // namespace Pongwatch
