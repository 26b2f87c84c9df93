// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/engine/loopback.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace Pongwatch::Benchmarks
{

namespace
{

[[noreturn]] void fail(const char *doing)
{
    std::perror(doing);
    std::exit(1);
}

sockaddr_in endpoint(int address, std::uint16_t port)
{
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(port);
    result.sin_addr.s_addr = htonl(INADDR_LOOPBACK + static_cast<std::uint32_t>(address));
    return result;
}

sockaddr *generic(sockaddr_in &address)
{
    return reinterpret_cast<sockaddr *>(&address);
}

} // namespace

std::string addressOf(int connection)
{
    return "127.0.0." + std::to_string(1 + connection % addressCount);
}

void raiseDescriptorLimit()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    // QWebSocket with its tap takes two per connection. Only root can raise the hard limit.
    constexpr rlim_t plenty = 65536;
    const rlimit raised{std::max(files.rlim_max, plenty), std::max(files.rlim_max, plenty)};
    if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
        return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

int listenOn(int address, std::uint16_t port)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in local = endpoint(address, port);
    if (bind(listener, generic(local), sizeof local) != 0 || listen(listener, 4096) != 0)
        fail("listening");
    return listener;
}

std::uint16_t portOf(int socket)
{
    sockaddr_in local{};
    socklen_t size = sizeof local;
    getsockname(socket, generic(local), &size);
    return ntohs(local.sin_port);
}

int connectTo(int connection, std::uint16_t port)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in remote = endpoint(connection % addressCount, port);
    if (descriptor < 0 || connect(descriptor, generic(remote), sizeof remote) != 0)
        fail("connecting");
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

} // namespace Pongwatch::Benchmarks
