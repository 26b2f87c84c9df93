// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/socketdial.h"

#include "engine/wire/certificatefaults.h"
#include "engine/wire/kernelsocket.h"
#include "engine/wire/tlsconfiguration.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QSslSocket>

#include <utility>

#ifdef __linux__
#include <fcntl.h>
#include <unistd.h>
#endif

namespace Pongwatch
{

SocketDial::SocketDial(const Clock &clock, const ConnectionSettings &settings, bool isProxied)
    : m_clock(clock)
    , m_host(settings.url.host())
    , m_stepStartedAt(clock.now())
    , m_phase(isProxied ? DialPhase::Proxy : DialPhase::Dns)
    , m_proxied(isProxied)
    , m_tls(settings.url.scheme() == QLatin1String("wss"))
    , m_verify(settings.tls.verify)
{
}

SocketDial::~SocketDial()
{
    closeDescriptor();
}

std::optional<nanoseconds> *SocketDial::durationOf(DialPhase phase, DialPhases &phases) const
{
    switch (phase) {
    case DialPhase::Dns:
        return QHostAddress(m_host).isNull() ? &phases.dns : nullptr; // an address is not looked up
    case DialPhase::Tcp:
        return &phases.tcp;
    case DialPhase::Proxy:
        return &phases.proxy;
    case DialPhase::Tls:
        return &phases.tls;
    case DialPhase::Upgrade:
    case DialPhase::Open:
        break;
    }
    return nullptr;
}

void SocketDial::nextStep(DialPhase phase)
{
    const SteadyTime now = m_clock.now();
    if (std::optional<nanoseconds> *duration = durationOf(m_phase, m_facts.phases))
        *duration = now - m_stepStartedAt;
    m_stepStartedAt = now;
    m_phase = phase;
}

void SocketDial::hostFound()
{
    if (m_phase == DialPhase::Dns)
        nextStep(DialPhase::Tcp);
}

void SocketDial::connected(const QAbstractSocket &socket)
{
    nextStep(m_tls ? DialPhase::Tls : DialPhase::Open);
    m_facts.address = endpointOf(socket, m_host);
    watchDescriptor(socket);
}

void SocketDial::connected(const QAbstractSocket &socket, const StreamFacts &facts)
{
    nextStep(m_tls ? DialPhase::Tls : DialPhase::Open);
    m_facts = facts;
    watchDescriptor(socket);
}

void SocketDial::encrypted(const QSslSocket &socket)
{
    if (m_phase != DialPhase::Tls)
        return;
    nextStep(DialPhase::Open);
    m_facts.tls = tlsFactsOf(socket, m_verify);
}

void SocketDial::certificateDoubted(const QList<QSslError> &errors)
{
    m_certificateErrors = textOfTlsErrors(errors);
}

DialPhases SocketDial::phases() const
{
    DialPhases phases = m_facts.phases;
    if (std::optional<nanoseconds> *duration = durationOf(m_phase, phases))
        *duration = m_clock.now() - m_stepStartedAt;
    return phases;
}

StreamFacts SocketDial::takeFacts()
{
    return std::exchange(m_facts, {});
}

StreamEnd SocketDial::explain(QAbstractSocket::SocketError error, const QString &errorString) const
{
    StreamEnd end{Cause::NetworkError, m_phase, errorString, true};
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        end.cause = Cause::Tls;
        if (!m_certificateErrors.isEmpty())
            end.detail = m_certificateErrors;
        else if (end.detail.contains(QLatin1String("wrong version number")))
            end.detail = QCoreApplication::translate(
                             "Pongwatch::SocketStream",
                             "the server does not speak TLS: should the URL start with ws://? (%1)")
                             .arg(end.detail);
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

void SocketDial::watchDescriptor(const QAbstractSocket &socket)
{
#ifdef __linux__
    qintptr own = socket.socketDescriptor();
    // The connection to a proxy hangs below the socket that the proxy is hidden from.
    const QList<QTcpSocket *> inner = socket.findChildren<QTcpSocket *>();
    for (qsizetype i = 0; own == -1 && i < inner.size(); ++i)
        own = inner[i]->socketDescriptor();
    m_qtsDescriptor = static_cast<int>(own);
    if (own != -1)
        m_descriptor = ::fcntl(m_qtsDescriptor, F_DUPFD_CLOEXEC, 0);
#else
    Q_UNUSED(socket)
#endif
}

void SocketDial::noteFin()
{
    if (!m_sawFin)
        m_sawFin = readPeerClosed(m_descriptor).value_or(false);
}

void SocketDial::takeOverNumber()
{
#ifdef __linux__
    if (m_descriptor == -1 || m_qtsDescriptor == -1)
        return;
    const int moved = ::fcntl(m_descriptor, F_DUPFD_CLOEXEC, m_qtsDescriptor);
    if (moved == -1)
        return;
    ::close(std::exchange(m_descriptor, moved));
#endif
}

void SocketDial::closeDescriptor()
{
#ifdef __linux__
    if (m_descriptor != -1)
        ::close(std::exchange(m_descriptor, -1));
#endif
}

QString endpointOf(const QAbstractSocket &socket, const QString &host)
{
    const QHostAddress address = socket.peerAddress();
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (v6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(address.isNull() ? host : address.toString())
        .arg(socket.peerPort());
}

} // namespace Pongwatch
