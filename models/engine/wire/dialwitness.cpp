// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/dialwitness.h"

#include <QChildEvent>
#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype mostPeeked = qsizetype(64) * 1024;

/// A child of which perhaps only the QObject is constructed so far: we may connect to it, but not call it.
#if defined(__clang__) || defined(__GNUC__)
__attribute__((no_sanitize("vptr")))
#endif
QIODevice *
deviceInTheMaking(QObject *child)
{
    return static_cast<QIODevice *>(child);
}

} // namespace

void DialWitness::watch(QObject *socket)
{
    socket->installEventFilter(this);
}

bool DialWitness::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildAdded)
        watchChild(static_cast<QChildEvent *>(event)->child());
    return QObject::eventFilter(watched, event);
}

void DialWitness::watchChild(QObject *child)
{
    if (m_tls.isDone() && m_proxyDone)
        return;
    // We can tell whether it is a socket only when it is used: bytesCame() asks.
    child->installEventFilter(this);
    m_taps.append(
        connect(deviceInTheMaking(child), &QIODevice::readyRead, this, [this, child] { bytesCame(child); }));
    m_taps.append(
        connect(deviceInTheMaking(child), &QIODevice::bytesWritten, this, [this, child](qint64 bytes) {
            if (qobject_cast<const QSslSocket *>(child->parent()))
                m_written += bytes;
        }));
}

void DialWitness::encrypted(bool isTls13, qint64 request, qint64 bytesWaiting)
{
    // What this side has sent since the server's last flight is its own flight (RFC 8446 4.4):
    // ChangeCipherSpec of 6 bytes and Finished of at most 74. If the server asked for a certificate, a
    // Certificate message comes before them, of 30 bytes if it is empty.
    constexpr qint64 longestWithoutCertificate = 6 + 74;
    constexpr qint64 recordOverhead = 5 + 1 + 16; // header, content type, tag: RFC 8446 5.2
    const qint64 sent = m_written + bytesWaiting - m_writtenBeforeFlight;
    const qint64 flight = request > 0 ? sent - request - recordOverhead : sent;
    if (isTls13 && flight > longestWithoutCertificate)
        m_certificateRequested = true;
    m_tls.finish();
    m_proxyDone = true;
    for (const QMetaObject::Connection &tap : std::as_const(m_taps))
        QObject::disconnect(tap);
    m_taps.clear();
}

void DialWitness::bytesCame(QObject *child)
{
    auto *socket = qobject_cast<QTcpSocket *>(child);
    const QObject *above = child->parent();
    if (!socket || !above)
        return;
    const bool http = above->inherits("QHttpSocketEngine");
    const bool socks = above->inherits("QSocks5SocketEngine");
    const bool tls = qobject_cast<const QSslSocket *>(above) != nullptr;
    if (tls)
        m_writtenBeforeFlight = m_written + socket->bytesToWrite();
    if (((http || socks) && m_proxyDone) || (tls && m_tls.isDone()) || (!http && !socks && !tls))
        return;
    const QByteArray bytes = socket->peek(std::min<qint64>(socket->bytesAvailable(), mostPeeked));
    if (http)
        m_http.feed(bytes);
    else if (socks)
        m_socks.feed(bytes);
    else
        m_tls.feed(bytes);
}

} // namespace Pongwatch
