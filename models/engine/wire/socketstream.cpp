// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/socketstream.h"

#include "engine/wire/proxychoice.h"
#include "engine/wire/readbuffer.h"
#include "engine/wire/tcpdialer.h"

#include <QSslSocket>

#include <utility>

#include <unistd.h>

namespace Pongwatch
{

SocketStream::SocketStream(WireContext &context, ByteStreamListener &listener, ChosenProxy proxy)
    : m_context(context)
    , m_listener(listener)
    , m_proxy(std::move(proxy))
{
}

SocketStream::~SocketStream()
{
    release();
}

void SocketStream::open(const ConnectionSettings &settings)
{
    m_tls = settings.url.scheme() == QLatin1String("wss");
    if (!m_proxy.refusal.isEmpty()) {
        refuse(SocketDial::refusedBy(m_proxy));
        return;
    }
    m_socket = std::make_unique<QSslSocket>();
    if (!m_tls) {
        openSocket(settings);
        return;
    }
    m_context.tls.prepare(settings.tls, this,
                          [this, settings](const Result<QSslConfiguration> &configuration) {
                              if (m_over)
                                  return;
                              if (!configuration) {
                                  finish(SocketDial::refusedBy(configuration.error()));
                                  return;
                              }
                              m_socket->setSslConfiguration(configuration.value());
                              m_socket->setPeerVerifyName(settings.url.host(QUrl::FullyEncoded));
                              openSocket(settings);
                          });
}

void SocketStream::openSocket(const ConnectionSettings &settings)
{
    m_socket->setProxy(m_proxy.proxy);
    m_socket->setReadBufferSize(WireContext::readBytesAtOnce);
    connect(m_socket.get(), &QSslSocket::hostFound, this, [this] { m_dial->hostFound(); });
    connect(m_socket.get(), &QSslSocket::encrypted, this, &SocketStream::encrypted);
    connect(m_socket.get(), &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_dial->certificateDoubted(errors); });
    connect(m_socket.get(), &QSslSocket::alertReceived, this,
            [this](QSsl::AlertLevel, QSsl::AlertType type) { m_dial->alertReceived(type); });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &SocketStream::socketFailed);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &SocketStream::readSome);
    connect(m_socket.get(), &QSslSocket::bytesWritten, this, &SocketStream::bytesWritten);
    connect(m_socket.get(), &QSslSocket::encryptedBytesWritten, this, &SocketStream::bytesWritten);
    dial(settings);
}

void SocketStream::dial(const ConnectionSettings &settings)
{
    m_dial = std::make_unique<SocketDial>(m_context.clock, settings, m_proxy);
    m_dial->watch(m_socket.get());
    if (!isProxied()) {
        m_dialer = std::make_unique<TcpDialer>(m_context.clock, m_context.resolver);
        connect(m_dialer.get(), &TcpDialer::connected, this, &SocketStream::dialled);
        connect(m_dialer.get(), &TcpDialer::failed, this, &SocketStream::dialFailed);
        m_dialer->start(targetOf(settings), settings.addressFamily);
        return;
    }
    connect(m_socket.get(), &QSslSocket::connected, this, &SocketStream::tcpConnected);
    const auto protocol = settings.addressFamily == AddressFamily::IPv4   ? QAbstractSocket::IPv4Protocol
                          : settings.addressFamily == AddressFamily::IPv6 ? QAbstractSocket::IPv6Protocol
                                                                          : QAbstractSocket::AnyIPProtocol;
    const ConnectTarget target = targetOf(settings);
    m_socket->connectToHost(target.host, target.port, QIODevice::ReadWrite, protocol);
}

void SocketStream::dialFailed(const TransportEnd &end)
{
    m_attempts = m_dialer->attempts();
    finish(end);
}

DialStory SocketStream::story() const
{
    DialStory story = m_dial ? m_dial->story() : DialStory();
    if (!m_dial)
        story.proxy = m_proxy.use;
    story.attempts = m_attempts;
    if (m_dialer)
        story.attempts = m_dialer->attempts();
    return story;
}

void SocketStream::dialled(const DialledSocket &socket)
{
    m_attempts = socket.attempts;
    m_dialer.release()->deleteLater(); // it is the caller
    if (!m_socket->setSocketDescriptor(socket.descriptor)) {
        ::close(socket.descriptor);
        finish(TransportEnd{Cause::NetworkError, DialPhase::Tcp, m_socket->errorString(), true});
        return;
    }
    StreamFacts facts;
    facts.phases.dns = socket.dns;
    facts.phases.tcp = socket.tcp;
    facts.address = socket.address;
    m_dial->connected(*m_socket, facts);
    beginTls();
}

void SocketStream::tcpConnected()
{
    m_dial->connected(*m_socket);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    beginTls();
}

void SocketStream::beginTls()
{
    if (!m_tls) {
        carriesBytes();
        return;
    }
    m_socket->startClientEncryption();
}

void SocketStream::encrypted()
{
    const bool outer = std::exchange(m_writing, true); // this writes the end of the handshake
    const std::optional<TransportEnd> refused = m_dial->encrypted(*m_socket);
    m_writing = outer;
    if (refused)
        finish(*refused);
    else
        carriesBytes();
}

void SocketStream::carriesBytes()
{
    m_listener.streamConnected(m_dial->takeFacts());
}

void SocketStream::readSome()
{
    if (m_over || !m_reading || phase() != DialPhase::Open || m_socket->bytesAvailable() == 0)
        return;
    if (m_writing) {
        QMetaObject::invokeMethod(this, &SocketStream::readSome, Qt::QueuedConnection);
        return;
    }
    ReadBuffer buffer(m_context);
    const qint64 size = m_socket->read(buffer.data(), static_cast<qint64>(buffer.size()));
    if (size <= 0)
        return;
    m_dial->heard();
    m_dial->noteFin();
    const bool more = m_socket->bytesAvailable() > 0;
    m_listener.streamRead(QByteArrayView(buffer.data(), size), m_context.clock.now());
    if (more && !m_over) // later, so that one peer does not starve others
        QMetaObject::invokeMethod(this, &SocketStream::readSome, Qt::QueuedConnection);
}

void SocketStream::setReading(bool reading)
{
    // Qt continues to read until its buffer, which is limited, is full.
    if (!std::exchange(m_reading, reading) && reading)
        QMetaObject::invokeMethod(this, &SocketStream::readSome, Qt::QueuedConnection);
}

void SocketStream::write(QByteArrayView bytes)
{
    if (m_over || phase() != DialPhase::Open)
        return;
    m_dial->noteFin();
    const bool outer = std::exchange(m_writing, true);
    m_socket->write(bytes.data(), bytes.size());
    m_socket->flush();
    m_writing = outer;
    m_hadBacklog = backlogBytes() > 0;
}

qint64 SocketStream::backlogBytes() const
{
    return m_socket ? m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() : 0;
}

void SocketStream::bytesWritten()
{
    if (m_over || m_writing || !m_hadBacklog || backlogBytes() > 0)
        return;
    m_hadBacklog = false;
    m_listener.streamDrained();
}

void SocketStream::socketFailed(QAbstractSocket::SocketError error)
{
    if (m_socket->bytesAvailable() > 0 && phase() == DialPhase::Open)
        m_dial->heard(); // though nobody has read it yet
    const TransportEnd end = m_dial->explain(error, m_socket->errorString());
    if (m_writing)
        refuse(end); // soon, but not now
    else
        finish(end);
}

void SocketStream::close()
{
    m_over = true;
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->flush();
        m_socket->disconnectFromHost();
    }
    if (m_dial)
        m_dial->closeDescriptor();
}

void SocketStream::abort()
{
    m_over = true;
    release();
}

DialPhase SocketStream::phase() const
{
    if (m_dialer)
        return m_dialer->phase();
    return m_dial ? m_dial->phase() : DialPhase::Dns;
}

DialPhases SocketStream::phases() const
{
    if (m_dialer)
        return m_dialer->phases();
    return m_dial ? m_dial->phases() : DialPhases();
}

void SocketStream::refuse(const TransportEnd &end)
{
    QMetaObject::invokeMethod(
        this, [this, end] { finish(end); }, Qt::QueuedConnection);
}

void SocketStream::finish(TransportEnd end)
{
    if (phase() != DialPhase::Open)
        end.phases = phases();
    // What the peer sent before it left.
    while (!m_over && phase() == DialPhase::Open && m_socket && m_socket->bytesAvailable() > 0) {
        ReadBuffer buffer(m_context);
        const qint64 size = m_socket->read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (size <= 0)
            break;
        m_dial->heard();
        m_listener.streamRead(QByteArrayView(buffer.data(), size), m_context.clock.now());
    }
    release();
    if (!std::exchange(m_over, true))
        m_listener.streamEnded(end);
}

void SocketStream::release()
{
    // One of these may be the caller: silence them now, delete them later.
    if (m_dialer) {
        m_dialer->disconnect(this);
        m_dialer.release()->deleteLater();
    }
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
    if (m_dial)
        m_dial->closeDescriptor();
}

} // namespace Pongwatch
