// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/peerprocess.h"
#include "tests/support/testcertificates.h"

#include <QTemporaryDir>

#include <chrono>

namespace Pongwatch::TestSupport
{

/// nginx as the reverse proxy of a WebSocket server on this machine. All that it writes is in a temporary
/// folder.
class NginxPeer
{
public:
    /// Proxies to that port on 127.0.0.1, and drops a connection of which the server says nothing for
    /// `readTimeout` (nginx's proxy_read_timeout; whole seconds).
    NginxPeer(quint16 upstreamPort, std::chrono::seconds readTimeout);

    /// Before listen(): clients come by TLS, and have to show a certificate of that authority; empty: none.
    void useTls(const CertificateFiles &own, const QString &clientAuthority = {});

    /// Starts it and waits until it accepts. Gives the empty string, or what went wrong.
    [[nodiscard]] QString listen();

    [[nodiscard]] quint16 port() const { return m_process.port(); }
    /// The running nginx, one single process; only after listen().
    [[nodiscard]] PeerProcess &process() { return m_process; }

private:
    [[nodiscard]] QString writeConfiguration(quint16 port) const;

    quint16 m_upstreamPort;
    std::chrono::seconds m_readTimeout;
    QString m_tls; ///< of its configuration; empty: none
    QTemporaryDir m_folder;
    PeerProcess m_process;
};

} // namespace Pongwatch::TestSupport
