// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/peerprocess.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace Pongwatch::TestSupport
{

/// A host, four routers in a row and a peer, each in a network namespace:
/// tests/support/peers/router_chain.py, which describes it and its commands. The host is this process, which
/// must be alone in its namespace (runInNetworkNamespace()). Everything disappears with this object.
class RouterChain
{
public:
    static constexpr int routers = 4;
    static constexpr quint16 port = 8080; ///< of the peer's WebSocket server

    /// Returns an empty text, or what went wrong.
    [[nodiscard]] QString setUp();

    /// Runs one command, such as "cut 3". Returns when it is in effect: an empty text, or what went wrong.
    [[nodiscard]] QString tell(const QByteArray &command);

    [[nodiscard]] static QString peerAddress() { return QStringLiteral("10.77.4.2"); }
    [[nodiscard]] static QString peerAddress6() { return QStringLiteral("fd77:4::2"); }
    [[nodiscard]] static QUrl url() { return QUrl(QStringLiteral("ws://10.77.4.2:8080/")); }
    /// The address that answers for a hop, from 1; the peer is hop 5.
    [[nodiscard]] static QString hopAddress(int hop) { return QStringLiteral("10.77.%1.2").arg(hop - 1); }
    /// The router that replaces it after "reroute".
    [[nodiscard]] static QString otherAddress(int hop) { return QStringLiteral("10.78.%1.2").arg(hop); }

private:
    PeerProcess m_network{QStringLiteral("unshare"), {}};
    qsizetype m_answers = 0;
};

} // namespace Pongwatch::TestSupport
