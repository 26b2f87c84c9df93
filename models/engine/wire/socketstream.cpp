// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/socketstream.h"

#include "engine/wire/certificatefaults.h"
#include "engine/wire/kernelsocket.h"
#include "engine/wire/proxychoice.h"
#include "engine/wire/readbuffer.h"
#include "engine/wire/tlsconfiguration.h"
#ifdef __linux__
#include "engine/wire/tcpdialer.h"
#endif

#include <QHostAddress>
#include <QSslSocket>

#include <utility>

#ifdef __linux__
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Pongwatch
{

#ifndef __linux__
class TcpDialer : public QObject
{
};
#endif

SocketStream::SocketStream(WireContext &context, ByteStreamListener &listener, const QNetworkProxy &proxy)
    : m_context(context)
    , m_listener(listener)
    , m_proxy(proxy)
{
}

SocketStream::~SocketStream()
{
    release();
}

void SocketStream::open(const ConnectionSettings &settings)
{
    m_tls = settings.url.scheme() == QLatin1String("wss");
    m_verify = settings.tls.verify;
    m_host = settings.url.host();
    m_socket = std::make_unique<QSslSocket>();
    if (m_tls) {
        const Result<QSslConfiguration> configuration = makeTlsConfiguration(settings.tls);
        if (!configuration) {
            refuse(StreamEnd{Cause::Tls, DialPhase::Dns, configuration.error().sentence(), false});
            return;
        }
        m_socket->setSslConfiguration(configuration.value());
        m_socket->setPeerVerifyName(settings.url.host(QUrl::FullyEncoded));
    }
    m_socket->setProxy(m_proxy);
    m_socket->setReadBufferSize(WireContext::readBytesAtOnce);
    connect(m_socket.get(), &QSslSocket::hostFound, this, &SocketStream::hostFound);
    connect(m_socket.get(), &QSslSocket::encrypted, this, &SocketStream::encrypted);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, &SocketStream::certificateDoubted);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &SocketStream::socketFailed);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &SocketStream::readSome);
    connect(m_socket.get(), &QSslSocket::bytesWritten, this, &SocketStream::bytesWritten);
    connect(m_socket.get(), &QSslSocket::encryptedBytesWritten, this, &SocketStream::bytesWritten);
    dial(settings);
}

void SocketStream::dial(const ConnectionSettings &settings)
{
    m_stepStartedAt = m_context.clock.now();
#ifdef __linux__
    if (!isProxied()) {
        m_dialer = std::make_unique<TcpDialer>(m_context.clock, m_context.resolver);
        connect(m_dialer.get(), &TcpDialer::connected, this, &SocketStream::dialled);
        connect(m_dialer.get(), &TcpDialer::failed, this, &SocketStream::finish);
        m_dialer->start(m_host, portOf(settings.url), settings.addressFamily);
        return;
    }
#endif
    connect(m_socket.get(), &QSslSocket::connected, this, &SocketStream::tcpConnected);
    m_phase = isProxied() ? DialPhase::Proxy : DialPhase::Dns;
    const auto protocol = settings.addressFamily == AddressFamily::IPv4   ? QAbstractSocket::IPv4Protocol
                          : settings.addressFamily == AddressFamily::IPv6 ? QAbstractSocket::IPv6Protocol
                                                                          : QAbstractSocket::AnyIPProtocol;
    m_socket->connectToHost(m_host, portOf(settings.url), QIODevice::ReadWrite, protocol);
}

void SocketStream::dialled(const DialledSocket &socket)
{
#ifdef __linux__
    m_dialer.release()->deleteLater(); // it is the one that called
    m_facts.phases.dns = socket.dns;
    m_facts.phases.tcp = socket.tcp;
    m_facts.address = socket.address;
    if (!m_socket->setSocketDescriptor(socket.descriptor)) {
        ::close(socket.descriptor);
        finish(StreamEnd{Cause::NetworkError, DialPhase::Tcp, m_socket->errorString(), true});
        return;
    }
    watchDescriptor();
    beginTls();
#else
    Q_UNUSED(socket)
#endif
}

void SocketStream::hostFound()
{
    if (m_phase != DialPhase::Dns)
        return;
    const SteadyTime now = m_context.clock.now();
    if (QHostAddress(m_host).isNull())
        m_facts.phases.dns = now - m_stepStartedAt;
    m_stepStartedAt = now;
    m_phase = DialPhase::Tcp;
}

void SocketStream::tcpConnected()
{
    const nanoseconds took = m_context.clock.now() - m_stepStartedAt;
    (isProxied() ? m_facts.phases.proxy : m_facts.phases.tcp) = took;
    const QHostAddress address = m_socket->peerAddress();
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    m_facts.address = (v6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
                          .arg(address.isNull() ? m_host : address.toString())
                          .arg(m_socket->peerPort());
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    watchDescriptor();
    beginTls();
}

void SocketStream::watchDescriptor()
{
#ifdef __linux__
    qintptr own = m_socket->socketDescriptor();
    // The connection to a proxy hangs below the socket that the proxy is hidden from.
    const QList<QTcpSocket *> inner = m_socket->findChildren<QTcpSocket *>();
    for (qsizetype i = 0; own == -1 && i < inner.size(); ++i)
        own = inner[i]->socketDescriptor();
    if (own != -1)
        m_descriptor = ::fcntl(static_cast<int>(own), F_DUPFD_CLOEXEC, 0);
#endif
}

void SocketStream::noteFin()
{
    if (!m_sawFin) {
        const std::optional<TcpSnapshot> books = readTcpSnapshot(m_descriptor);
        m_sawFin = books && books->peerClosed;
    }
}

void SocketStream::beginTls()
{
    if (!m_tls) {
        carriesBytes();
        return;
    }
    m_phase = DialPhase::Tls;
    m_stepStartedAt = m_context.clock.now();
    m_socket->startClientEncryption();
}

void SocketStream::encrypted()
{
    m_facts.phases.tls = m_context.clock.now() - m_stepStartedAt;
    m_facts.tls = tlsFactsOf(*m_socket, m_verify);
    carriesBytes();
}

void SocketStream::carriesBytes()
{
    m_phase = DialPhase::Open;
    m_listener.streamConnected(std::exchange(m_facts, {}));
}

void SocketStream::certificateDoubted(const QList<QSslError> &errors)
{
    // With verification off there is nothing to do: Qt goes on by itself.
    m_certificateErrors = textOfTlsErrors(errors);
}

void SocketStream::readSome()
{
    if (m_over || m_phase != DialPhase::Open || m_socket->bytesAvailable() == 0)
        return;
    if (m_writing) {
        QMetaObject::invokeMethod(this, &SocketStream::readSome, Qt::QueuedConnection);
        return;
    }
    ReadBuffer buffer(m_context);
    const qint64 size = m_socket->read(buffer.data(), static_cast<qint64>(buffer.size()));
    if (size <= 0)
        return;
    noteFin();
    const bool more = m_socket->bytesAvailable() > 0;
    m_listener.streamRead(QByteArrayView(buffer.data(), size), m_context.clock.now());
    if (more && !m_over) // later, so that one peer does not starve the others
        QMetaObject::invokeMethod(this, &SocketStream::readSome, Qt::QueuedConnection);
}

void SocketStream::write(QByteArrayView bytes)
{
    if (m_over || m_phase != DialPhase::Open)
        return;
    noteFin();
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
    const StreamEnd end = explain(error);
    if (m_writing)
        refuse(end); // that is: soon
    else
        finish(end);
}

StreamEnd SocketStream::explain(QAbstractSocket::SocketError error) const
{
    StreamEnd end{Cause::NetworkError, m_phase, m_socket->errorString(), true};
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        end.cause = Cause::Tls;
        if (!m_certificateErrors.isEmpty())
            end.detail = m_certificateErrors;
        else if (end.detail.contains(QLatin1String("wrong version number")))
            end.detail =
                tr("the server does not speak TLS: should the URL start with ws://? (%1)").arg(end.detail);
        return end;
    case QAbstractSocket::RemoteHostClosedError:
        end.cause = !m_sawFin && wasReset(m_descriptor).value_or(false) ? Cause::Reset : Cause::Eof;
        break;
    case QAbstractSocket::ConnectionRefusedError:
        end.cause = Cause::Refused;
        break;
    case QAbstractSocket::HostNotFoundError:
        end.cause = Cause::Dns;
        break;
    case QAbstractSocket::SocketTimeoutError:
        end.cause = Cause::Unreachable;
        break;
    case QAbstractSocket::NetworkError:
        if (m_phase == DialPhase::Tcp || m_phase == DialPhase::Dns)
            end.cause = Cause::Unreachable;
        break;
    default:
        break;
    }
    // Until the proxy has let us through, whatever goes wrong goes wrong with the proxy.
    if (m_phase == DialPhase::Proxy)
        end.cause = Cause::Proxy;
    return end;
}

void SocketStream::close()
{
    m_over = true;
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->flush();
        m_socket->disconnectFromHost();
    }
#ifdef __linux__
    if (m_descriptor != -1)
        ::close(std::exchange(m_descriptor, -1));
#endif
}

void SocketStream::abort()
{
    m_over = true;
    release();
}

DialPhase SocketStream::phase() const
{
#ifdef __linux__
    if (m_dialer)
        return m_dialer->phase();
#endif
    return m_phase;
}

DialPhases SocketStream::phases() const
{
#ifdef __linux__
    if (m_dialer)
        return m_dialer->phases();
#endif
    DialPhases phases = m_facts.phases;
    if (m_stepStartedAt == SteadyTime{})
        return phases; // it was never dialled
    const nanoseconds underWay = m_context.clock.now() - m_stepStartedAt;
    switch (m_phase) {
    case DialPhase::Dns:
        phases.dns = underWay;
        break;
    case DialPhase::Tcp:
        phases.tcp = underWay;
        break;
    case DialPhase::Proxy:
        phases.proxy = underWay;
        break;
    case DialPhase::Tls:
        phases.tls = underWay;
        break;
    case DialPhase::Upgrade:
    case DialPhase::Open:
        break;
    }
    return phases;
}

void SocketStream::refuse(const StreamEnd &end)
{
    QMetaObject::invokeMethod(
        this, [this, end] { finish(end); }, Qt::QueuedConnection);
}

void SocketStream::finish(const StreamEnd &streamEnd)
{
    StreamEnd end = streamEnd;
    if (m_phase != DialPhase::Open)
        end.phases = phases();
    // What the peer said before it left.
    while (!m_over && m_phase == DialPhase::Open && m_socket && m_socket->bytesAvailable() > 0) {
        ReadBuffer buffer(m_context);
        const qint64 size = m_socket->read(buffer.data(), static_cast<qint64>(buffer.size()));
        if (size <= 0)
            break;
        m_listener.streamRead(QByteArrayView(buffer.data(), size), m_context.clock.now());
    }
    release();
    if (!std::exchange(m_over, true))
        m_listener.streamEnded(end);
}

void SocketStream::release()
{
    // One of these may be what called: they are silenced now and deleted later.
    if (m_dialer) {
        m_dialer->disconnect(this);
        m_dialer.release()->deleteLater();
    }
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
#ifdef __linux__
    if (m_descriptor != -1)
        ::close(std::exchange(m_descriptor, -1));
#endif
}

} // namespace Pongwatch
