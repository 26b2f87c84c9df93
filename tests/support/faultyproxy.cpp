// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultyproxy.h"

#include <QTcpSocket>

#include <memory>

using namespace Pongwatch::TestSupport;

namespace
{

struct Dialogue {
    QByteArray request; ///< the part received of the request that is due
    QList<QByteArray> answers;
};

} // namespace

FaultyProxy::FaultyProxy(const QList<QByteArray> &answers)
    : m_answers(answers)
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *const client = m_server.nextPendingConnection())
            serve(client);
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the faulty proxy can't listen: %s", qPrintable(m_server.errorString()));
}

QList<QByteArray> FaultyProxy::socksRefusal(int code)
{
    // Version and method; version, reply, reserved, and an address that nobody needs.
    return {QByteArray::fromHex("0500"),
            QByteArray::fromHex("05") + static_cast<char>(code) + QByteArray::fromHex("0001000000000000")};
}

void FaultyProxy::serve(QTcpSocket *client)
{
    const auto dialogue = std::make_shared<Dialogue>(Dialogue{{}, m_answers});
    const auto listen = [this, client, dialogue] {
        const QByteArray bytes = client->readAll();
        m_heard += bytes;
        dialogue->request += bytes;
        const bool isSocks = dialogue->request.startsWith('\x05');
        if (dialogue->answers.isEmpty() || (!isSocks && !dialogue->request.contains("\r\n\r\n")))
            return;
        dialogue->request.clear();
        client->write(dialogue->answers.takeFirst());
        if (dialogue->answers.isEmpty())
            client->disconnectFromHost();
    };
    QObject::connect(client, &QTcpSocket::readyRead, client, listen);
    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    if (client->bytesAvailable() > 0)
        listen();
}
