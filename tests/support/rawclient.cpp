// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include <QtEndian>

#include <array>
#include <cerrno>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Pongwatch::TestSupport;

namespace
{

struct ServerFrame {
    int opcode = 0;
    bool last = true;
    QByteArray payload;
    qsizetype size = 0; ///< on the wire; 0 if the frame is not complete yet
};

ServerFrame frameAt(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&bytes, at](qsizetype i) { return static_cast<quint8>(bytes.at(at + i)); };
    const qsizetype available = bytes.size() - at;
    if (available < 2)
        return {};
    ServerFrame frame{byte(0) & 0x0f, (byte(0) & 0x80) != 0, {}, 0};
    qint64 length = byte(1);
    qsizetype header = 2;
    if (length == 126 && available >= 4) {
        length = qFromBigEndian<quint16>(bytes.constData() + at + 2);
        header = 4;
    } else if (length == 127 && available >= 10) {
        length = qFromBigEndian<qint64>(bytes.constData() + at + 2);
        header = 10;
    }
    if (available < header + length)
        return {};
    frame.payload = bytes.mid(at + header, length);
    frame.size = header + length;
    return frame;
}

QString inWords(const ServerFrame &frame)
{
    static constexpr std::array names{"continuation", "text", "binary", "3",  "4",  "5",  "6",  "7",
                                      "close",        "ping", "pong",   "11", "12", "13", "14", "15"};
    QString words = QString::fromLatin1(names.at(static_cast<size_t>(frame.opcode)));
    if (!frame.last)
        words += QLatin1String("...");
    QByteArray payload = frame.payload;
    if (frame.opcode == 8 && payload.size() >= 2) {
        words += QLatin1Char(' ') + QString::number(qFromBigEndian<quint16>(payload.constData()));
        payload.remove(0, 2);
    }
    return payload.isEmpty() ? words : QString(words + QLatin1Char(' ') + QString::fromUtf8(payload));
}

} // namespace

RawClient::RawClient(quint16 port)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("nobody listens on port %d", port);
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &RawClient::read);
    m_writeNotifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
    m_writeNotifier->setEnabled(false);
    connect(m_writeNotifier.get(), &QSocketNotifier::activated, this, &RawClient::write);
}

RawClient::~RawClient()
{
    hangUp();
}

void RawClient::hangUp()
{
    m_notifier.reset();
    m_writeNotifier.reset();
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void RawClient::send(const QByteArray &bytes)
{
    m_unsent += bytes;
    write();
}

void RawClient::write()
{
    const auto n = ::send(m_descriptor, m_unsent.constData(), static_cast<size_t>(m_unsent.size()),
                          MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n > 0)
        m_unsent.remove(0, n);
    else if (n < 0 && errno != EAGAIN)
        m_unsent.clear(); // if a server disappears in the middle, the client is not to blame
    m_writeNotifier->setEnabled(!m_unsent.isEmpty());
}

void RawClient::request(const QByteArray &target)
{
    send("GET " + target +
         " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
}

void RawClient::sendFrame(int opcode, const QByteArray &payload, bool last, bool masked)
{
    const QByteArray mask = masked ? QByteArray("mask") : QByteArray();
    const int maskBit = masked ? 0x80 : 0;
    QByteArray frame(1, static_cast<char>(opcode | (last ? 0x80 : 0)));
    const auto append = [&frame](auto value) {
        const auto big = qToBigEndian(value);
        frame.append(reinterpret_cast<const char *>(&big), sizeof big);
    };
    if (payload.size() < 126) {
        frame.append(static_cast<char>(payload.size() | maskBit));
    } else if (payload.size() < 65'536) {
        frame.append(static_cast<char>(126 | maskBit));
        append(static_cast<quint16>(payload.size()));
    } else {
        frame.append(static_cast<char>(127 | maskBit));
        append(static_cast<quint64>(payload.size()));
    }
    frame.append(mask);
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame.append(static_cast<char>(masked ? payload.at(i) ^ mask.at(i % 4) : payload.at(i)));
    send(frame);
}

void RawClient::stopReading()
{
    m_notifier->setEnabled(false);
}

QByteArray RawClient::head() const
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : m_received.left(end);
}

int RawClient::status() const
{
    return head().split(' ').value(1).toInt();
}

QByteArray RawClient::rest() const
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : m_received.mid(end + 4);
}

QStringList RawClient::frames() const
{
    const QByteArray bytes = rest();
    QStringList words;
    qsizetype at = 0;
    while (true) {
        const ServerFrame frame = frameAt(bytes, at);
        if (frame.size == 0)
            return words;
        words << inWords(frame);
        at += frame.size;
    }
}

void RawClient::read()
{
    std::array<char, 65'536> buffer{};
    const auto n = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (n > 0) {
        m_heardAt = Clock::now();
        m_received.append(buffer.data(), n);
        return;
    }
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    m_end = n == 0 ? QStringLiteral("eof") : QStringLiteral("reset");
    m_notifier->setEnabled(false);
}
