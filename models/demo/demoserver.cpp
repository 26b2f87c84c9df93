// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"

#include "demo/democonnection.h"

#include <QNetworkProxy>
#include <QSocketNotifier>
#include <QTcpSocket>

#include <cerrno>
#include <chrono>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

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
    m_server.setListenBacklogSize(backlog);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restTime);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_waiting->setEnabled(true); });
}

DemoServer::~DemoServer() = default;

QString DemoServer::listen(const QHostAddress &address, quint16 port)
{
    if (m_server.listen(address, port)) {
        // Clients are accepted here, because QTcpServer would try again at once, and forever, when no more
        // files can be opened.
        m_server.pauseAccepting();
        m_waiting = std::make_unique<QSocketNotifier>(m_server.socketDescriptor(), QSocketNotifier::Read);
        connect(m_waiting.get(), &QSocketNotifier::activated, this, &DemoServer::acceptWaiting);
        return {};
    }
    return tr("Listening on %1, port %2: %3.")
        .arg(address.toString(), QString::number(port), m_server.errorString());
}

void DemoServer::acceptWaiting()
{
    for (;;) {
        const int descriptor =
            ::accept4(static_cast<int>(m_server.socketDescriptor()), nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor >= 0) {
            m_hasComplained = false;
            welcome(descriptor);
            continue;
        }
        if (errno == EINTR || errno == ECONNABORTED)
            continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK)
            rest(qt_error_string(errno));
        return;
    }
}

void DemoServer::welcome(int descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return;
    }
    if (m_connections >= m_limits.mostConnections)
        return;
    auto *const connection = new DemoConnection(std::move(socket), m_limits, m_nextSeed++, this);
    connect(connection, &DemoConnection::finished, this, [this, connection] {
        connection->deleteLater();
        --m_connections;
        Q_EMIT connectionCountChanged(m_connections);
    });
    ++m_connections;
    Q_EMIT connectionCountChanged(m_connections);
}

void DemoServer::rest(const QString &why)
{
    m_waiting->setEnabled(false);
    m_rest.start();
    if (std::exchange(m_hasComplained, true))
        return;
    Q_EMIT complained(tr("A client could not be accepted: %1. It will be tried again every %2 ms.")
                          .arg(why)
                          .arg(restTime.count()));
}

} // namespace Pongwatch
