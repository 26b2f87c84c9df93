// SPDX-License-Identifier: GPL-3.0-or-later
// The server used by all pingers: one thread, one epoll set; answers pings and does nothing else. Prints its
// port, and ends when its standard input does.
#include "tests/benchmarks/engine/loopback.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <unordered_map>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Pongwatch::Benchmarks;

namespace
{

constexpr size_t headerSize = 2;
constexpr size_t maskSize = 4;
constexpr unsigned char lengthBits = 0x7F;
constexpr unsigned char opcodeBits = 0x0F;
constexpr unsigned char closeOpcode = 0x8;
constexpr unsigned char pingOpcode = 0x9;
constexpr unsigned char finBit = 0x80;

struct Peer {
    bool open = false;
    QByteArray unread; ///< the part of a request or frame received so far
};

class Server
{
public:
    Server();
    void run();

private:
    void watch(int descriptor) const;
    void accept(int listener);
    bool read(int descriptor);
    static bool upgrade(int descriptor, Peer &peer);
    static bool answer(int descriptor, QByteArray &unread);

    int m_epoll = epoll_create1(EPOLL_CLOEXEC);
    std::array<int, addressCount> m_listeners{};
    std::unordered_map<int, Peer> m_peers;
};

Server::Server()
{
    // The same port on every address: tries until one is free on all; on a quiet machine, the first
    // is.
    m_listeners[0] = listenOn(0, 0);
    for (int address = 1; address < addressCount; ++address)
        m_listeners[static_cast<size_t>(address)] = listenOn(address, portOf(m_listeners[0]));
    for (const int listener : m_listeners)
        watch(listener);
    std::printf("%d\n", portOf(m_listeners[0]));
    std::fflush(stdout);
    watch(STDIN_FILENO);
}

void Server::watch(int descriptor) const
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void Server::run()
{
    std::array<epoll_event, 256> events{};
    for (;;) {
        const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int descriptor = events[static_cast<size_t>(i)].data.fd;
            if (descriptor == STDIN_FILENO)
                return;
            if (std::find(m_listeners.begin(), m_listeners.end(), descriptor) != m_listeners.end()) {
                accept(descriptor);
            } else if (!read(descriptor)) {
                m_peers.erase(descriptor);
                close(descriptor);
            }
        }
    }
}

void Server::accept(int listener)
{
    for (;;) {
        const int descriptor = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0)
            return;
        const int on = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_peers.try_emplace(descriptor);
        watch(descriptor);
    }
}

bool Server::read(int descriptor)
{
    std::array<char, 4096> buffer{};
    const ssize_t size = recv(descriptor, buffer.data(), buffer.size(), 0);
    if (size <= 0)
        return size < 0 && errno == EAGAIN;
    Peer &peer = m_peers[descriptor];
    peer.unread.append(buffer.data(), size);
    const bool alive = peer.open ? answer(descriptor, peer.unread) : upgrade(descriptor, peer);
    if (peer.unread.isEmpty())
        peer.unread = QByteArray();
    return alive;
}

bool Server::upgrade(int descriptor, Peer &peer)
{
    const qsizetype end = peer.unread.indexOf("\r\n\r\n");
    if (end < 0)
        return peer.unread.size() < 8192;
    QByteArray key;
    const auto lines = peer.unread.left(end).split('\n');
    for (const QByteArray &line : lines)
        if (line.toLower().startsWith("sec-websocket-key:"))
            key = line.mid(line.indexOf(':') + 1).trimmed();
    key.append("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    QByteArray response("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                        "Connection: Upgrade\r\nSec-WebSocket-Accept: ");
    response.append(QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64());
    response.append("\r\n\r\n");
    peer.open = true;
    peer.unread.remove(0, end + 4);
    return send(descriptor, response.constData(), static_cast<size_t>(response.size()), MSG_NOSIGNAL) > 0;
}

bool Server::answer(int descriptor, QByteArray &unread)
{
    while (static_cast<size_t>(unread.size()) >= headerSize + maskSize) {
        const auto byteAt = [&](size_t i) {
            return static_cast<unsigned char>(unread.at(static_cast<qsizetype>(i)));
        };
        const size_t length = byteAt(1) & lengthBits;
        const unsigned char opcode = byteAt(0) & opcodeBits;
        if (length > 125 || opcode == closeOpcode)
            return false; // nobody sends more than control frames
        if (static_cast<size_t>(unread.size()) < headerSize + maskSize + length)
            break;
        std::array<unsigned char, headerSize + 125> pong{};
        pong[0] = finBit | 0xA;
        pong[1] = static_cast<unsigned char>(length);
        for (size_t i = 0; i < length; ++i)
            pong[headerSize + i] = byteAt(headerSize + maskSize + i) ^ byteAt(headerSize + i % maskSize);
        if (opcode == pingOpcode && send(descriptor, pong.data(), headerSize + length, MSG_NOSIGNAL) < 0)
            return false;
        const size_t frameSize = headerSize + maskSize + length;
        unread.remove(0, static_cast<qsizetype>(frameSize));
    }
    return true;
}

} // namespace

int main()
{
    raiseDescriptorLimit();
    Server().run();
    return 0;
}
