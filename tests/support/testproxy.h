// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTcpServer>

namespace Pongwatch::TestSupport
{

/// A proxy on 127.0.0.1, in this process: HTTP's CONNECT or SOCKS 5, with a password if one is given. Lives
/// on a thread with an event loop.
class TestProxy : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Http, Socks5 };

    /// Listens at once, on a free port; aborts the test program when it can't. With a user, clients have to
    /// give that user and password (HTTP: Basic; SOCKS: RFC 1929).
    explicit TestProxy(Kind kind, const QString &user = {}, const QString &password = {},
                       QObject *parent = nullptr);
    ~TestProxy() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// From now on refuses to connect anywhere: with that HTTP status, or that SOCKS reply (RFC 1928, 6).
    void refuseWith(int answer) { m_refusal = answer; }
    /// From now on takes connections and never says a word.
    void fallSilent() { m_silent = true; }

    /// Where clients with the right password wanted to go, as "host:port": a name where they left it to the
    /// proxy to look it up.
    [[nodiscard]] QStringList targets() const { return m_targets; }
    /// How many clients came without the right password.
    [[nodiscard]] int turnedAway() const { return m_turnedAway; }

private:
    friend class ProxySession;

    void acceptPending();

    Kind m_kind;
    QString m_user;
    QString m_password;
    QTcpServer m_server;
    QStringList m_targets;
    int m_refusal = 0; ///< 0: none
    int m_turnedAway = 0;
    bool m_silent = false;
};

} // namespace Pongwatch::TestSupport
