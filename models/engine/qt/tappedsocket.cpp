// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qt/tappedsocket.h"

#include <QChildEvent>
#include <QNetworkRequest>
#include <QSslSocket>
#include <QTimer>
#include <QWebSocketHandshakeOptions>

#include <chrono>

namespace Pongwatch
{

namespace
{

/// A socket of which only the QObject is constructed so far: we may connect to it, but not call it, nor check
/// its type. That is why UBSan's type check is off here.
#if defined(__clang__) || defined(__GNUC__)
__attribute__((no_sanitize("vptr")))
#endif
QAbstractSocket *
socketInTheMaking(QObject *child)
{
    return static_cast<QAbstractSocket *>(child);
}

} // namespace

TappedSocket::TappedSocket(const QString &origin, SocketWitness &witness)
    : QWebSocket(origin)
    , m_witness(witness)
{
    letFramesTakeTheirTime();
}

TappedSocket::~TappedSocket()
{
    abort(); // QWebSocket's destructor would send a Close frame
}

void TappedSocket::dial(const QNetworkRequest &request, const QStringList &subprotocols)
{
    connect(
        this, &QWebSocket::connected, this, [this] { m_witness.webSocketConnected(); },
        Qt::SingleShotConnection);
    connect(this, &QWebSocket::disconnected, this, [this] { m_witness.webSocketDisconnected(); });
    QWebSocketHandshakeOptions options;
    options.setSubprotocols(subprotocols);
    open(request, options);
    if (m_socket)
        watchAfterQWebSocket();
}

void TappedSocket::childEvent(QChildEvent *event)
{
    if (event->added() && !m_socket)
        watchFromTheStart(event->child());
    QWebSocket::childEvent(event);
}

void TappedSocket::watchFromTheStart(QObject *child)
{
    m_socket = socketInTheMaking(child);
    m_witness.socketMade(child);
    connect(m_socket, &QIODevice::readyRead, this, [this] { m_witness.bytesCame(); });
    connect(
        m_socket, &QAbstractSocket::hostFound, this, [this] { m_witness.socketHostFound(); },
        Qt::SingleShotConnection);
    connect(
        m_socket, &QAbstractSocket::connected, this, [this] { m_witness.socketConnected(); },
        Qt::SingleShotConnection);
    connect(m_socket, &QAbstractSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) { m_witness.socketFailed(error); });
}

void TappedSocket::watchAfterQWebSocket()
{
    connect(m_socket, &QIODevice::readyRead, this, [this] { m_witness.bytesHandled(); });
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket)) {
        connect(
            tls, &QSslSocket::encrypted, this, [this] { m_witness.socketEncrypted(); },
            Qt::SingleShotConnection);
        connect(tls, &QSslSocket::sslErrors, this,
                [this](const QList<QSslError> &errors) { m_witness.certificateDoubted(errors); });
        connect(tls, &QSslSocket::alertReceived, this,
                [this](QSsl::AlertLevel, QSsl::AlertType type) { m_witness.alertReceived(type); });
    }
}

/// QWebSocket 6.4 closes with 1001 after 5 s within a frame, or between the fragments of a message. RFC 6455
/// has no such limit, and pings find out whether a peer is silent for too long.
void TappedSocket::letFramesTakeTheirTime()
{
    const QList<QTimer *> timers = findChildren<QTimer *>();
    for (QTimer *timer : timers)
        timer->setInterval(std::chrono::hours(24 * 7));
}

qint64 TappedSocket::backlogBytes() const
{
    if (!m_socket)
        return 0;
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

} // namespace Pongwatch
