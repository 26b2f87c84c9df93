// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demolimits.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTimer>

#include <memory>

class QSocketNotifier;

namespace Pongwatch
{

/// Listens for WebSocket clients and gives each the demo peer for the path of its request (see
/// demoPathList()). Lives on one thread, together with its connections.
class DemoServer : public QObject
{
    Q_OBJECT

public:
    explicit DemoServer(const DemoLimits &limits = {}, QObject *parent = nullptr);
    ~DemoServer() override;

    /// Starts to listen; port 0: any free port. Returns an empty text, or a sentence with the reason.
    [[nodiscard]] QString listen(const QHostAddress &address, quint16 port);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QHostAddress address() const { return m_server.serverAddress(); }

    /// How many clients are connected now, whatever they are doing.
    [[nodiscard]] int connectionCount() const { return m_connections; }

Q_SIGNALS:
    /// A client has connected or gone.
    void connectionCountChanged(int count);
    /// A client can't be accepted, for lack of file descriptors most likely: a sentence. It is told once
    /// until one has been accepted again; in between it is tried twice a second.
    void complained(const QString &sentence);

private:
    void acceptWaiting();
    void welcome(int descriptor);
    void rest(const QString &why);

    DemoLimits m_limits;
    QTcpServer m_server;
    std::unique_ptr<QSocketNotifier> m_waiting; ///< clients; null before listen()
    QTimer m_rest; ///< after accept() failed, so that a lack of descriptors doesn't cause a busy loop
    bool m_hasComplained = false;
    int m_connections = 0;
    quint32 m_nextSeed = 1;
};

} // namespace Pongwatch
