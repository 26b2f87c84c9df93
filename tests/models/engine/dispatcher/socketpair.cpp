// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/dispatcher/socketpair.h"

#include <QByteArray>

#include <array>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Pongwatch::Tests
{

namespace
{

/// What the sockets interface wants instead of a union.
sockaddr *generic(sockaddr_in &address)
{
    return reinterpret_cast<sockaddr *>(&address);
}

std::array<int, 2> tcpPair()
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const bool listening = bind(listener, generic(address), length) == 0 && listen(listener, 1) == 0 &&
                           getsockname(listener, generic(address), &length) == 0;
    const int far = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (!listening || connect(far, generic(address), length) != 0)
        qFatal("no TCP connection over loopback");
    const int near = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    close(listener);
    return {near, far};
}

} // namespace

SocketPair::SocketPair(Kind kind)
{
    std::array<int, 2> ends{-1, -1};
    if (kind == Kind::Tcp)
        ends = tcpPair();
    else if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        qFatal("no socket pair");
    m_near = ends[0];
    m_far = ends[1];
}

SocketPair::~SocketPair()
{
    closeNear();
    closeFar();
}

SocketPair::SocketPair(SocketPair &&other) noexcept
    : m_near(std::exchange(other.m_near, -1))
    , m_far(std::exchange(other.m_far, -1))
{
}

void SocketPair::send(int bytes) const
{
    const QByteArray data(bytes, 'x');
    if (write(m_far, data.constData(), static_cast<size_t>(bytes)) != bytes)
        qFatal("could not send");
}

void SocketPair::sendUrgent() const
{
    if (::send(m_far, "!", 1, MSG_OOB) != 1)
        qFatal("could not send urgent data");
    pollfd urgent{m_near, POLLPRI, 0};
    poll(&urgent, 1, -1);
}

int SocketPair::receive(int bytes) const
{
    std::array<char, 64> buffer{};
    return static_cast<int>(read(m_near, buffer.data(), static_cast<size_t>(qMin(bytes, 64))));
}

void SocketPair::closeNear()
{
    if (m_near >= 0)
        close(std::exchange(m_near, -1));
}

void SocketPair::closeFar()
{
    if (m_far >= 0)
        close(std::exchange(m_far, -1));
}

} // namespace Pongwatch::Tests
