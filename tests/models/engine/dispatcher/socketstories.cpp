// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/dispatcher/stage.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace Pongwatch::Tests
{

namespace
{

/// A server that sends back what it receives.
class EchoServer : public QTcpServer
{
public:
    EchoServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const peer = nextPendingConnection()) {
                connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
                connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
            }
        });
    }
};

void echo(Stage &stage)
{
    EchoServer server;
    QTcpSocket socket;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] {
        stage.say("connected");
        socket.write("hello");
    });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] {
        stage.say(QString::fromLatin1(socket.readAll()));
        socket.disconnectFromHost();
    });
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { stage.say("disconnected"); });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    Stage::turnUntil([&] { return socket.state() == QAbstractSocket::UnconnectedState; });
}

void abortedInItsSlot(Stage &stage)
{
    EchoServer server;
    QTcpSocket socket;
    bool ended = false;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write("hello"); });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] {
        stage.say("ready");
        socket.abort();
        ended = true;
    });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    Stage::turnUntil([&] { return ended; });
    for (int i = 0; i < 10; ++i)
        Stage::turn();
    stage.say(socket.state() == QAbstractSocket::UnconnectedState ? "gone" : "still there");
}

void dialledAnewInItsSlot(Stage &stage)
{
    EchoServer server;
    QTcpSocket socket;
    int connects = 0;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] {
        ++connects;
        socket.write("hello");
    });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] {
        stage.say("ready");
        socket.abort();
        if (connects < 4)
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    Stage::turnUntil([&] { return connects == 4 && socket.state() == QAbstractSocket::UnconnectedState; });
}

void refused(Stage &stage)
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    const quint16 port = server.serverPort();
    server.close();
    QTcpSocket socket;
    bool failed = false;
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &socket, [&](QAbstractSocket::SocketError error) {
        stage.say(error == QAbstractSocket::ConnectionRefusedError ? "refused" : "another error");
        failed = true;
    });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    Stage::turnUntil([&] { return failed; });
}

void closedByThePeer(Stage &stage)
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *const peer = server.nextPendingConnection();
        peer->write("bye");
        peer->disconnectFromHost();
    });
    QTcpSocket socket;
    bool ended = false;
    QByteArray received;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { ended = true; });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    Stage::turnUntil([&] { return ended; });
    stage.say(QString::fromLatin1(received));
}

void moreThanTheBuffersHold(Stage &stage)
{
    constexpr qint64 size = 8 * 1024 * 1024;
    EchoServer server;
    QTcpSocket socket;
    qint64 received = 0;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(QByteArray(size, 'x')); });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll().size(); });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    Stage::turnUntil([&] { return received == size; });
    stage.say("all there and back");
}

void blockingCallsBetween(Stage &stage)
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    stage.expect(server.waitForNewConnection(10'000), "accepted");
    stage.expect(socket.waitForConnected(10'000), "connected");
    QTcpSocket *const peer = server.nextPendingConnection();
    peer->write("hello");
    stage.expect(peer->waitForBytesWritten(10'000), "written");
    bool ready = false;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { ready = true; });
    Stage::turnUntil([&] { return ready; });
    stage.say(QString::fromLatin1(socket.readAll()));
}

} // namespace

std::vector<Story> socketStories()
{
    return {
        {"a TCP socket says hello", echo, lines({"connected", "hello", "disconnected"})},
        {"a TCP socket aborted in its slot", abortedInItsSlot, lines({"ready", "gone"})},
        {"a TCP socket dialled anew in its slot", dialledAnewInItsSlot,
         lines({"ready", "ready", "ready", "ready"})},
        {"a refused connection", refused, lines({"refused"})},
        {"a TCP socket closed by its peer", closedByThePeer, lines({"bye"})},
        {"more bytes than the buffers hold", moreThanTheBuffersHold, lines({"all there and back"})},
        {"blocking calls between the turns", blockingCallsBetween, lines({"hello"})},
    };
}

} // namespace Pongwatch::Tests
