// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Pongwatch::TestSupport
{

/// A client of a server in this process, which has no file descriptor left to accept it with: all but the
/// client's own are taken, under a limit of 128. release(), or the end of this, gives them back.
class LastDescriptors
{
public:
    explicit LastDescriptors(quint16 port)
        : m_client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        ::getrlimit(RLIMIT_NOFILE, &m_former);
        rlimit few = m_former;
        few.rlim_cur = 128;
        ::setrlimit(RLIMIT_NOFILE, &few);
        for (int one = ::dup(m_client); one >= 0; one = ::dup(m_client))
            m_taken.push_back(one);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        m_isConnected =
            ::connect(m_client, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~LastDescriptors()
    {
        release();
        ::close(m_client);
    }
    Q_DISABLE_COPY_MOVE(LastDescriptors)

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    /// The client stays connected.
    void release()
    {
        for (const int one : m_taken)
            ::close(one);
        m_taken.clear();
        ::setrlimit(RLIMIT_NOFILE, &m_former);
    }

private:
    rlimit m_former{};
    int m_client;
    std::vector<int> m_taken;
    bool m_isConnected = false;
};

} // namespace Pongwatch::TestSupport
