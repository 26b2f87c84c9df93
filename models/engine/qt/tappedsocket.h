// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSocket>
#include <QSsl>
#include <QSslError>
#include <QWebSocket>

class QNetworkRequest;

namespace Pongwatch
{

/// Told what happens on the TCP or TLS socket inside a QWebSocket, and what QWebSocket makes of it. May call
/// the socket back, but not delete it.
class SocketWitness
{
public:
    virtual ~SocketWitness() = default;

    /// QWebSocket is making its socket; only the QObject is constructed so far.
    virtual void socketMade(QObject * /*socket*/) {}
    virtual void socketHostFound() = 0;
    /// TCP is connected, through the proxy if there is one. QWebSocket has just made its Sec-WebSocket-Key.
    virtual void socketConnected() = 0;
    virtual void socketEncrypted() = 0;
    virtual void certificateDoubted(const QList<QSslError> &errors) = 0;
    /// The server sent an alert of TLS.
    virtual void alertReceived(QSsl::AlertType /*type*/) {}
    /// Before QWebSocket hears of it. Qt has closed the descriptor by then.
    virtual void socketFailed(QAbstractSocket::SocketError error) = 0;
    /// Bytes are in the socket that QWebSocket has not read.
    virtual void bytesCame() = 0;
    /// QWebSocket has read what it could use.
    virtual void bytesHandled() = 0;
    /// QWebSocket took the server's answer.
    virtual void webSocketConnected() = 0;
    /// QWebSocket's socket is closed, whoever closed it.
    virtual void webSocketDisconnected() = 0;
};

/// A QWebSocket whose socket can be watched. open() makes it as a child, and is seen doing so: what is
/// connected at that moment comes before QWebSocket's own slots, since slots run in the order in which they
/// were connected, and what is connected after open() comes after them.
class TappedSocket final : public QWebSocket
{
    Q_OBJECT

public:
    /// The witness outlives the object.
    TappedSocket(const QString &origin, SocketWitness &witness);
    ~TappedSocket() override;

    /// Once. Some things are told before it returns.
    void dial(const QNetworkRequest &request, const QStringList &subprotocols);

    /// Null until QWebSocket has made it.
    [[nodiscard]] QAbstractSocket *socket() const { return m_socket; }

    /// Bytes that wait here for the kernel to take them.
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
