// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace Pongwatch::TestSupport
{

/// An unmasked frame as a server sends it, of at most 125 bytes. `firstByte` is FIN, reserved bits and
/// opcode.
[[nodiscard]] QByteArray serverFrame(quint8 firstByte, const QByteArray &payload);

/// A Close frame as a server sends it.
[[nodiscard]] QByteArray closeFrame(quint16 code, const QByteArray &reason = {});

/// A server for one client at a time on a free port of 127.0.0.1, whose every byte a test decides.
class RawPeer : public QObject
{
    Q_OBJECT

public:
    /// What it does with a client.
    struct Script {
        /// A client connected. Empty: its request is awaited and answered with 101.
        std::function<void(QTcpSocket &)> connected = {};
        /// The upgrade was answered.
        std::function<void(QTcpSocket &)> opened = {};
        /// Bytes came after that.
        std::function<void(QTcpSocket &, const QByteArray &)> received = {};
    };

    explicit RawPeer(Script script, QObject *parent = nullptr);
    ~RawPeer() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QUrl url(const QString &scheme = QStringLiteral("ws")) const;

    /// The client of the moment; null when there is none.
    [[nodiscard]] QTcpSocket *client() const { return m_client; }

private:
    void welcome();
    void read();

    Script m_script;
    QTcpServer m_server;
    QPointer<QTcpSocket> m_client;
    QByteArray m_request;
    bool m_upgraded = false;
};

} // namespace Pongwatch::TestSupport
