// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demolimits.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTimer>

namespace Pongwatch
{

/// Listens for WebSocket clients and gives each a demo peer to talk to, picked by the path of its request
/// (see demoPathList()). Lives on one thread, with its connections.
class DemoServer : public QObject
{
    Q_OBJECT

public:
    explicit DemoServer(const DemoLimits &limits = {}, QObject *parent = nullptr);
    ~DemoServer() override;

    /// Begins to listen; port 0 takes a free one. Gives the empty string, or a sentence that says why not.
    [[nodiscard]] QString listen(const QHostAddress &address, quint16 port);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QHostAddress address() const { return m_server.serverAddress(); }

    /// How many clients are connected now, whatever they do.
    [[nodiscard]] int connectionCount() const { return m_connections; }

Q_SIGNALS:
    /// Another client came or went.
    void connectionCountChanged(int count);

private:
    void acceptPending();
    void restAfterError();

    DemoLimits m_limits;
    QTcpServer m_server;
    QTimer m_rest; ///< after accept() failed, lest a lack of descriptors becomes a busy loop
    int m_connections = 0;
    quint32 m_nextSeed = 1;
};

} // namespace Pongwatch
