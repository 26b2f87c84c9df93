// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/socketrig.h"

#include "engine/clienttransportfactory.h"
#include "tests/support/engine/bothclients.h"

#include <QAbstractEventDispatcher>
#include <QDeadlineTimer>
#include <QTest>
#include <QtEndian>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace Pongwatch::TestSupport
{

namespace
{

constexpr std::chrono::seconds patience{20};

/// Serves what is ready, until nothing is.
void serveEvents()
{
    auto *const dispatcher = QAbstractEventDispatcher::instance();
    while (dispatcher->processEvents(QEventLoop::AllEvents)) {
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

RawPeer::Script scriptFor(SocketPeer::Manner manner, const std::function<void()> &opened,
                          const std::function<void(const QByteArray &)> &received)
{
    RawPeer::Script script;
    if (manner == SocketPeer::Manner::Silent)
        script.connected = [opened](QTcpSocket &) { opened(); };
    script.opened = [opened](QTcpSocket &) { opened(); };
    script.received = [received](QTcpSocket &, const QByteArray &bytes) { received(bytes); };
    return script;
}

} // namespace

SocketPeer::SocketPeer(Manner manner)
    : m_peer(scriptFor(
          manner,
          [this] {
              ++connections;
              m_reader = {};
              pings.clear();
              texts.clear();
              pongs.clear();
              closeReceived.reset();
          },
          [this](const QByteArray &bytes) { take(bytes); }))
{
}

void SocketPeer::take(const QByteArray &bytes)
{
    m_reader.feed(bytes);
    while (const std::optional<DemoIncoming> frame = m_reader.next()) {
        switch (frame->kind) {
        case DemoIncoming::Kind::Ping:
            pings.append(frame->payload);
            break;
        case DemoIncoming::Kind::Pong:
            pongs.append(frame->payload);
            break;
        case DemoIncoming::Kind::Text:
            texts.append(QString::fromUtf8(frame->payload));
            break;
        case DemoIncoming::Kind::Close: {
            CloseFrame close;
            if (frame->payload.size() >= 2)
                close.code = qFromBigEndian<quint16>(frame->payload.constData());
            close.reason = QString::fromUtf8(frame->payload.mid(2));
            closeReceived = close;
            break;
        }
        case DemoIncoming::Kind::Binary:
            break;
        case DemoIncoming::Kind::Fault:
            QFAIL(frame->payload.constData());
        }
    }
}

void SocketPeer::send(const QByteArray &bytes)
{
    QVERIFY(m_peer.client());
    m_peer.client()->write(bytes);
    m_peer.client()->flush();
}

void SocketPeer::fin()
{
    m_peer.client()->disconnectFromHost();
}

void SocketPeer::reset()
{
    const linger now{1, 0};
    (void)::setsockopt(static_cast<int>(m_peer.client()->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                       sizeof now);
    m_peer.client()->abort();
}

void SocketPeer::stopReading()
{
    QObject::disconnect(m_peer.client(), &QTcpSocket::readyRead, nullptr, nullptr);
    m_peer.client()->setReadBufferSize(1);
}

bool SocketPeer::wasSpokenTo() const
{
    return m_peer.client() && m_peer.client()->bytesAvailable() > 0;
}

bool SocketPeer::gone() const
{
    return !m_peer.client() || m_peer.client()->state() == QAbstractSocket::UnconnectedState;
}

bool SocketPeer::isHeard() const
{
    if (gone())
        return true;
    int waiting = 0;
    (void)::ioctl(static_cast<int>(m_peer.client()->socketDescriptor()), SIOCOUTQNSD, &waiting);
    return waiting == 0 && m_peer.client()->bytesToWrite() == 0;
}

SocketRig::SocketRig(ConnectionSettings settings, Manner manner,
                     const std::function<void(ConnectionSettings &, const SocketPeer &)> &change)
    : SocketPeer(manner)
    , TimedConnection(
          [&] {
              settings.url = url();
              settings.proxy.kind = ProxyKind::None;
              settings.client = clientOfRow();
              if (change)
                  change(settings, *this);
              return settings;
          }(),
          [](const Clock &theClock) { return std::make_unique<ClientTransportFactory>(theClock); })
{
}

SocketRig::~SocketRig() = default;

SocketPeer &SocketRig::open()
{
    const int before = connections;
    if (connection.state() == ConnectionState::Closed)
        connection.start();
    const auto isOpen = [this, before] {
        settle();
        return connections > before && connection.state() == ConnectionState::Open;
    };
    (void)QTest::qWaitFor(isOpen, std::chrono::milliseconds(patience).count());
    [this] { QCOMPARE(connection.state(), ConnectionState::Open); }();
    return *this;
}

void SocketRig::settle()
{
    const QDeadlineTimer tooLong(patience);
    do {
        serveEvents();
        retired.clear();
    } while (!isHeard() && !tooLong.hasExpired());
    serveEvents();
}

} // namespace Pongwatch::TestSupport
