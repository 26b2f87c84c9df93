// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/peerprocess.h"

#include <QTemporaryDir>

namespace Pongwatch::TestSupport
{

/// Another project's proxy on 127.0.0.1: tinyproxy for HTTP's CONNECT, microsocks for SOCKS 5. It connects to
/// whatever it is asked for, by IPv4.
class ProxyPeer
{
public:
    enum class Kind { Http, Socks5 };

    /// With a user, clients must send that user and password (HTTP: Basic; SOCKS: RFC 1929).
    explicit ProxyPeer(Kind kind, const QString &user = {}, const QString &password = {});

    /// Starts it and waits until it accepts. Returns an empty text, or what went wrong.
    [[nodiscard]] QString listen();

    [[nodiscard]] quint16 port() const { return m_process.port(); }
    [[nodiscard]] PeerProcess &process() { return m_process; }

    /// Where clients wanted to go, as "host:port", with a name if they let the proxy resolve it. For
    /// microsocks only targets that could be reached; for more to come, the event loop must run.
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
