// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testproxy.h"

#include "tests/support/proxysession.h"

#include <QTcpSocket>

using namespace Pongwatch::TestSupport;

TestProxy::TestProxy(Kind kind, const QString &user, const QString &password, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_user(user)
    , m_password(password)
    , m_server(this)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TestProxy::acceptPending);
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        qFatal("the test proxy can't listen: %s", qPrintable(m_server.errorString()));
}

TestProxy::~TestProxy()
{
    // Sessions look at this object when their sockets end.
    const auto sessions = findChildren<ProxySession *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(sessions);
}

void TestProxy::acceptPending()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        if (m_silent)
            continue; // a child of the server; nobody reads it
        new ProxySession(this, socket);
    }
}
