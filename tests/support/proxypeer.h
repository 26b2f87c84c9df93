// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/peerprocess.h"

#include <QTemporaryDir>

namespace Pongwatch::TestSupport
{

/// A proxy on 127.0.0.1 that others wrote: tinyproxy for HTTP's CONNECT, microsocks for SOCKS 5. It connects
/// to wherever it is asked to, by IPv4.
class ProxyPeer
{
public:
    enum class Kind { Http, Socks5 };

    /// With a user, clients have to give that user and password (HTTP: Basic; SOCKS: RFC 1929).
    explicit ProxyPeer(Kind kind, const QString &user = {}, const QString &password = {});

    /// Starts it and waits until it accepts. Gives the empty string, or what went wrong.
    [[nodiscard]] QString listen();

    [[nodiscard]] quint16 port() const { return m_process.port(); }
    [[nodiscard]] PeerProcess &process() { return m_process; }

    /// Where clients wanted to go, as "host:port": a name where they left it to the proxy to look it up. Of
    /// microsocks only what could be reached; the event loop has to run for more to come.
    [[nodiscard]] QStringList targets();

private:
    [[nodiscard]] QString prepareTinyproxy(quint16 port);
    [[nodiscard]] QString prepareMicrosocks(quint16 port);

    Kind m_kind;
    QString m_user;
    QString m_password;
    QTemporaryDir m_folder;
    PeerProcess m_process;
};

} // namespace Pongwatch::TestSupport
