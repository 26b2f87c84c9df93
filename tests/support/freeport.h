// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace Pongwatch::TestSupport
{

/// A port of 127.0.0.1 where nobody listened a moment ago; 0: there is none.
[[nodiscard]] inline quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace Pongwatch::TestSupport
