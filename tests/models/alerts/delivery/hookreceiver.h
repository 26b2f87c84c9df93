// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/socket.h>

namespace Pongwatch::TestSupport
{

/// An HTTP server that takes posts, and answers the first of them with what it is told to.
class Receiver : public QTcpServer
{
public:
    struct Post {
        QByteArray head;
        QByteArray body;

        [[nodiscard]] QByteArray header(const QByteArray &name) const
        {
            for (const QByteArray &line : head.split('\n'))
                if (line.toLower().startsWith(QByteArray(name.toLower() + ':')))
                    return line.mid(name.size() + 1).trimmed();
            return {};
        }
    };
    QList<Post> posts;
    /// "503 Busy"; "200 OK" once they are used up. Empty: the connection is closed.
    QList<QByteArray> answers;
    bool isSilent = false;
    int taken = 0; ///< that were answered with 200

    /// Answers of another kind.
    static QByteArray reset() { return "reset"; }
    static QByteArray silence() { return "silence"; }

    explicit Receiver(quint16 port = 0)
    {
        listen(QHostAddress::LocalHost, port);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/hook").arg(serverPort()); }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &all = m_read[socket];
        all += socket->readAll();
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const Post post{all.left(end), all.mid(end + 4)};
        if (post.body.size() < post.header("Content-Length").toInt())
            return;
        m_read.remove(socket);
        posts.append(post);
        if (isSilent)
            return;
        const QByteArray answer = answers.isEmpty() ? QByteArray("200 OK") : answers.takeFirst();
        if (answer == silence())
            return;
        if (answer == reset()) {
            const linger atOnce{1, 0};
            ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
            socket->abort();
            return;
        }
        taken += answer.startsWith("200") ? 1 : 0;
        if (!answer.isEmpty())
            socket->write("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
    }

    QHash<QTcpSocket *, QByteArray> m_read;
};

} // namespace Pongwatch::TestSupport
