// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/peerprocess.h"
#include "tests/support/testcertificates.h"

#include <QTemporaryDir>

#include <chrono>

namespace Pongwatch::TestSupport
{

/// nginx as the reverse proxy of a WebSocket server on this machine. Everything it writes is in a temporary
/// folder.
class NginxPeer
{
public:
    /// Proxies to that port on 127.0.0.1, and drops a connection if the server sends nothing for
    /// `readTimeout` (nginx's proxy_read_timeout; whole seconds).
    NginxPeer(quint16 upstreamPort, std::chrono::seconds readTimeout);

    /// Before listen(): clients must use TLS and show a certificate from that authority; empty: none.
    void useTls(const CertificateFiles &own, const QString &clientAuthority = {});

    /// Starts it and waits until it accepts. Returns an empty text, or what went wrong.
    [[nodiscard]] QString listen();

    [[nodiscard]] quint16 port() const { return m_process.port(); }
    /// The running nginx, a single process; only after listen().
    [[nodiscard]] PeerProcess &process() { return m_process; }

private:
    [[nodiscard]] QString writeConfiguration(quint16 port) const;

    quint16 m_upstreamPort;
    std::chrono::seconds m_readTimeout;
    QString m_tls; ///< in its configuration; empty: none
    QTemporaryDir m_folder;
    PeerProcess m_process;
};

} // namespace Pongwatch::TestSupport
