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

constexpr uchar tlsAlert = 21; // record types, RFC 8446 5.1
constexpr uchar tlsHandshake = 22;
constexpr qsizetype recordHeader = 5;
constexpr uchar certificateRequest = 13; // RFC 5246 7.4
constexpr qsizetype messageHeader = 4;

/// A child of which perhaps only the QObject has been constructed: it may be connected to, but not called.
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
    if (m_tlsDone && m_proxyDone)
        return;
    // Whether it is a socket at all shows only once it is used: bytesCame() asks.
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
    // ChangeCipherSpec of 6 bytes and Finished of 74 at most. A Certificate message goes before them if the
    // server asked for one, of 30 bytes when it is empty.
    constexpr qint64 longestWithoutCertificate = 6 + 74;
    constexpr qint64 recordOverhead = 5 + 1 + 16; // header, content type, tag: RFC 8446 5.2
    const qint64 sent = m_written + bytesWaiting - m_writtenBeforeFlight;
    const qint64 flight = request > 0 ? sent - request - recordOverhead : sent;
    if (isTls13 && flight > longestWithoutCertificate)
        m_certificateRequested = true;
    m_tlsDone = true;
    m_proxyDone = true;
    for (const QMetaObject::Connection &tap : std::as_const(m_taps))
        QObject::disconnect(tap);
    m_taps.clear();
    m_records.clear();
    m_handshake.clear();
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
    if (((http || socks) && m_proxyDone) || (tls && m_tlsDone) || (!http && !socks && !tls))
        return;
    const QByteArray bytes = socket->peek(std::min<qint64>(socket->bytesAvailable(), mostPeeked));
    if (http)
        readHttp(bytes);
    else if (socks)
        readSocks(bytes);
    else
        readTls(bytes);
}

void DialWitness::readHttp(QByteArrayView bytes)
{
    // After 407 Qt asks again with credentials, perhaps on the same connection.
    const bool isNext = m_reader.state() != HttpAnswerReader::State::Headers && bytes.startsWith("HTTP/");
    if (isNext)
        m_reader = HttpAnswerReader();
    (void)m_reader.feed(bytes);
}

void DialWitness::readSocks(QByteArrayView bytes)
{
    constexpr uchar noMethod = 0xff;
    constexpr uchar userAndPassword = 2;
    // Each answer begins with two bytes, of which the second counts (RFC 1928 3 and 6, RFC 1929 2).
    while (bytes.size() >= 2 && m_socksStage != SocksStage::Done) {
        // Not all put RFC 1929's 1 in front of what they say to a password.
        if (bytes[0] != 5 && (m_socksStage != SocksStage::Login || bytes[0] > 5)) {
            m_speaksNoSocks = true;
            m_socksStage = SocksStage::Done;
            return;
        }
        const auto answer = static_cast<uchar>(bytes[1]);
        switch (m_socksStage) {
        case SocksStage::Method:
            m_socksWantsLogin = answer == noMethod || answer == userAndPassword; // until it has taken ours
            m_socksStage = answer == noMethod          ? SocksStage::Done
                           : answer == userAndPassword ? SocksStage::Login
                                                       : SocksStage::Reply;
            break;
        case SocksStage::Login:
            m_socksWantsLogin = answer != 0;
            m_socksStage = answer != 0 ? SocksStage::Done : SocksStage::Reply;
            break;
        case SocksStage::Reply:
            m_socksReply = answer;
            m_socksStage = SocksStage::Done;
            break;
        case SocksStage::Done:
            break;
        }
        bytes = bytes.sliced(2);
    }
}

void DialWitness::readTls(QByteArrayView bytes)
{
    m_records.append(bytes);
    while (m_records.size() >= recordHeader && !m_tlsDone) {
        const auto byte = [this](qsizetype at) { return static_cast<uchar>(m_records[at]); };
        const qsizetype length = byte(3) << 8 | byte(4);
        if (m_records.size() < recordHeader + length)
            break;
        const uchar type = byte(0);
        if (type == tlsHandshake) {
            m_handshake.append(m_records.mid(recordHeader, length));
            readTlsMessages();
        } else if (type == tlsAlert && length == 2) {
            m_alert = byte(recordHeader + 1); // in the open: before any key was agreed on
        } else {
            m_tlsDone = true; // from here on it is encrypted
        }
        m_records.remove(0, recordHeader + length);
    }
    if (m_records.size() > mostPeeked || m_handshake.size() > mostPeeked)
        m_tlsDone = true;
}

void DialWitness::readTlsMessages()
{
    while (m_handshake.size() >= messageHeader) {
        const auto byte = [this](qsizetype at) { return static_cast<uchar>(m_handshake[at]); };
        const qsizetype length = byte(1) << 16 | byte(2) << 8 | byte(3);
        if (byte(0) == certificateRequest)
            m_certificateRequested = true;
        if (m_handshake.size() < messageHeader + length)
            return;
        m_handshake.remove(0, messageHeader + length);
    }
}

std::optional<HttpAnswer> DialWitness::proxyAnswer() const
{
    if (m_reader.status() == 0 || m_reader.state() == HttpAnswerReader::State::Headers)
        return std::nullopt;
    return m_reader.answer();
}

} // namespace Pongwatch
