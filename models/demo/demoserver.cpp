// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"

#include "demo/democonnection.h"

#include <QNetworkProxy>
#include <QTcpSocket>

#include <chrono>
#include <memory>

namespace Pongwatch
{

namespace
{

constexpr std::chrono::milliseconds restTime{500};
constexpr int backlog = 1'024; // clients accepted by the kernel but not yet by us

} // namespace

DemoServer::DemoServer(const DemoLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_server(this)
    , m_rest(this)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setMaxPendingConnections(backlog);
    m_server.setListenBacklogSize(backlog);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, &m_server, &QTcpServer::resumeAccepting);
    connect(&m_server, &QTcpServer::newConnection, this, &DemoServer::acceptPending);
    connect(&m_server, &QTcpServer::acceptError, this, &DemoServer::restAfterError);
}

DemoServer::~DemoServer() = default;

QString DemoServer::listen(const QHostAddress &address, quint16 port)
{
    if (m_server.listen(address, port))
        return {};
    return tr("Listening on %1, port %2: %3.")
        .arg(address.toString(), QString::number(port), m_server.errorString());
}

void DemoServer::acceptPending()
{
    while (m_server.hasPendingConnections()) {
        std::unique_ptr<QTcpSocket> socket(m_server.nextPendingConnection());
        if (m_connections >= m_limits.mostConnections)
            continue;
        socket->setParent(nullptr);
        auto *const connection = new DemoConnection(std::move(socket), m_limits, m_nextSeed++, this);
        connect(connection, &DemoConnection::finished, this, [this, connection] {
            connection->deleteLater();
            --m_connections;
            Q_EMIT connectionCountChanged(m_connections);
        });
        ++m_connections;
        Q_EMIT connectionCountChanged(m_connections);
    }
}

void DemoServer::restAfterError()
{
    m_server.pauseAccepting();
    m_rest.start(restTime);
}

} // namespace Pongwatch
