// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wire/socketdial.h"

#include "engine/wire/certificatefaults.h"
#include "engine/wire/kernelsocket.h"
#include "engine/wire/proxyanswer.h"
#include "engine/wire/proxychoice.h"
#include "engine/wire/tlsconfiguration.h"
#include "engine/wire/tlsfailure.h"

#include <QHostAddress>
#include <QSslSocket>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace Pongwatch
{

namespace
{

QString dialledEndpoint(const QString &host, quint16 port)
{
    const QHostAddress address(host);
    return address.isNull() ? QStringLiteral("%1:%2").arg(host).arg(port) : endpointText(address, port);
}

} // namespace

SocketDial::SocketDial(const Clock &clock, const ConnectionSettings &settings, const ChosenProxy &proxy)
    : m_clock(clock)
    , m_host(settings.url.host(QUrl::FullyEncoded))
    , m_steps(std::make_unique<Steps>())
    , m_proxy(proxy.use ? std::make_unique<ProxyUse>(*proxy.use) : nullptr)
    , m_stepStartedAt(clock.now())
    , m_port(portOf(settings.url))
    , m_phase(proxy.isProxied() ? DialPhase::Proxy : DialPhase::Dns)
    , m_proxied(proxy.isProxied())
    , m_tls(settings.url.scheme() == QLatin1String("wss"))
    , m_verify(settings.tls.verify)
    , m_hasCertificate(!settings.tls.clientCertificate.isEmpty())
    , m_proxyLooksUp(proxy.proxy.capabilities().testFlag(QNetworkProxy::HostNameLookupCapability))
{
}

SocketDial::~SocketDial()
{
    closeDescriptor();
}

void SocketDial::watch(QObject *socket)
{
    if (!m_proxied && !m_tls)
        return; // there is nothing to see
    m_steps->witness = std::make_unique<DialWitness>();
    m_steps->witness->watch(socket);
}

DialStory SocketDial::story() const
{
    return {m_proxy ? std::optional(*m_proxy) : std::nullopt, {}};
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
    if (std::optional<nanoseconds> *duration = m_steps ? durationOf(m_phase, m_steps->facts.phases) : nullptr)
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
    if (m_steps->witness)
        m_steps->witness->tunnelBegan();
    m_steps->facts.address = endpointOf(socket, m_host);
    watchDescriptor(socket);
}

void SocketDial::connected(const QAbstractSocket &socket, const StreamFacts &facts)
{
    nextStep(m_tls ? DialPhase::Tls : DialPhase::Open);
    if (m_steps->witness)
        m_steps->witness->tunnelBegan();
    m_steps->facts = facts;
    watchDescriptor(socket);
}

std::optional<TransportEnd> SocketDial::encrypted(QSslSocket &socket)
{
    if (m_phase != DialPhase::Tls)
        return std::nullopt;
    if (m_verify && m_certificateErrors.isEmpty()) {
        if (const std::optional<TlsFault> fault = nameFault(socket.peerCertificate(), m_host)) {
            TlsFailure failure;
            failure.fault = *fault;
            TransportEnd end{Cause::Tls, m_phase, {}, true};
            end.tls = failure;
            end.phases = phases();
            return end;
        }
    }
    nextStep(DialPhase::Open);
    if (m_steps->witness) {
        // QWebSocket has queued its request: it leaves with the end of the handshake, as one record.
        const qint64 request = socket.bytesToWrite();
        socket.flush();
        m_steps->witness->encrypted(socket.sessionProtocol() == QSsl::TlsV1_3, request,
                                    socket.encryptedBytesToWrite());
    }
    m_steps->facts.tls = tlsFactsOf(socket, m_verify);
    return std::nullopt;
}

void SocketDial::certificateDoubted(const QList<QSslError> &errors)
{
    m_certificateErrors = errors;
}

void SocketDial::alertReceived(QSsl::AlertType type)
{
    // 0 is close_notify, a normal end; 255 is for numbers unknown to Qt.
    if (type != QSsl::AlertType::CloseNotify && type != QSsl::AlertType::UnknownAlertMessage)
        m_alert = static_cast<quint8>(type);
}

void SocketDial::learnFromWitness()
{
    if (!m_steps || !m_steps->witness)
        return;
    if (!m_alert)
        m_alert = m_steps->witness->alertReceived();
    m_certificateRequested = m_steps->witness->certificateRequested();
}

TlsFailure SocketDial::tlsFailure(const QString &errorString) const
{
    const TlsCircumstances known{m_alert, m_certificateRequested, m_hasCertificate};
    TlsFailure failure = tlsFailureFrom(opensslErrorIn(errorString), known);
    if (!m_certificateErrors.isEmpty() && !failure.byPeer && m_verify)
        failure.fault = faultOfCertificate(m_certificateErrors);
    return failure;
}

DialPhases SocketDial::phases() const
{
    DialPhases phases = m_steps ? m_steps->facts.phases : DialPhases();
    if (std::optional<nanoseconds> *duration = durationOf(m_phase, phases))
        *duration = m_clock.now() - m_stepStartedAt;
    return phases;
}

StreamFacts SocketDial::takeFacts()
{
    learnFromWitness();
    const std::unique_ptr<Steps> steps = std::move(m_steps);
    return steps ? std::move(steps->facts) : StreamFacts();
}

TransportEnd SocketDial::refusedBy(const ChosenProxy &proxy)
{
    return {Cause::Proxy, DialPhase::Proxy, proxy.refusal, false};
}

TransportEnd SocketDial::refusedBy(const Error &tlsFile)
{
    TransportEnd end{Cause::Tls, DialPhase::Dns, tlsFile.sentence(), false};
    end.tls = TlsFailure{TlsFault::LocalFile, false, {}, false, false};
    return end;
}

TransportEnd SocketDial::explain(QAbstractSocket::SocketError error, const QString &errorString)
{
    const int systemError = errno; // Qt has no error for each: from the last call, if called at once
    learnFromWitness();
    TransportEnd end{Cause::NetworkError, m_phase, errorString, true};
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError: {
        const std::optional<quint32> number = opensslErrorIn(errorString);
        if (number && isUnexpectedEof(*number)) {
            error = QAbstractSocket::RemoteHostClosedError;
            end.detail.clear();
            break;
        }
        end.cause = Cause::Tls;
        end.tls = tlsFailure(errorString);
        if (error == QAbstractSocket::SslInvalidUserDataError && end.tls->fault == TlsFault::Other)
            end.tls->fault = m_hasCertificate ? TlsFault::LocalKey : TlsFault::LocalFile;
        if (!m_certificateErrors.isEmpty() && !end.tls->byPeer)
            end.detail = textOfTlsErrors(m_certificateErrors);
        return end;
    }
    default:
        break;
    }
    if (m_phase == DialPhase::Proxy && explainProxy(error, end))
        return end;
    switch (error) {
    case QAbstractSocket::RemoteHostClosedError:
        end.cause = !m_sawFin && wasReset(m_descriptor).value_or(false) ? Cause::Reset : Cause::Eof;
        explainHangUp(end);
        break;
    case QAbstractSocket::ConnectionRefusedError:
        end.cause = Cause::Refused;
        if (m_phase == DialPhase::Tcp) // in the system's words, and about which address
            end.detail =
                QStringLiteral("%1: %2").arg(dialledEndpoint(m_host, m_port), textOfErrno(ECONNREFUSED));
        break;
    case QAbstractSocket::HostNotFoundError:
        end.cause = Cause::Dns;
        break;
    case QAbstractSocket::SocketResourceError: // Qt's error for EMFILE and the like
        end.cause = Cause::OwnLimit;
        end.detail = textOfErrno(whyNoSocket());
        return end;
    case QAbstractSocket::UnknownSocketError:
        if (systemError != EADDRNOTAVAIL || m_proxied || m_phase == DialPhase::Open || m_host.contains(u':'))
            break;
        end.cause = Cause::OwnLimit;
        end.detail = QStringLiteral("%1: %2").arg(m_host, noPortLeft());
        return end;
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
    return end;
}

/// A server that wants a certificate may just hang up, or its alert may be lost in a reset. In TLS 1.3 this
/// side's handshake is over by then (RFC 8446 4.4.2.4).
void SocketDial::explainHangUp(TransportEnd &end) const
{
    const bool withinTls = m_phase == DialPhase::Tls;
    const bool rightAfterTls = m_tls && m_phase == DialPhase::Open && !m_heard;
    if (!m_tls || (!withinTls && !rightAfterTls && !m_alert))
        return;
    TlsFailure failure = tlsFailure({});
    if (!failure.byPeer) {
        if (!failure.certificateRequested || !(withinTls || rightAfterTls))
            return;
        failure.fault =
            failure.certificateConfigured ? TlsFault::CertificateRefused : TlsFault::CertificateRequired;
        failure.byPeer = true;
        failure.hungUp = true;
    }
    end.cause = Cause::Tls;
    end.tls = failure;
}

/// Returns true if the end was explained. False only for a name that this side itself could not resolve.
bool SocketDial::explainProxy(QAbstractSocket::SocketError error, TransportEnd &end)
{
    if (error == QAbstractSocket::HostNotFoundError && !m_proxyLooksUp) {
        end.phase = DialPhase::Dns;
        return false;
    }
    end.cause = Cause::Proxy;
    if (!m_proxy || !m_steps || !m_steps->witness)
        return true;
    const std::optional<HttpAnswer> answer = m_steps->witness->proxyAnswer();
    if (answer && answer->status != 200)
        m_proxy->answer = answer;
    m_proxy->socksReply = m_steps->witness->socksReply();
    m_proxy->fault = proxyFault(error);
    return true;
}

ProxyFault SocketDial::proxyFault(QAbstractSocket::SocketError error)
{
    if (m_proxy->answer)
        return faultOfProxyAnswer(*m_proxy->answer);
    if (m_proxy->socksReply.value_or(0) != 0)
        return faultOfSocksReply(*m_proxy->socksReply);
    m_proxy->socksReply.reset();
    if (m_steps->witness->socksWantsLogin())
        return ProxyFault::WantsLogin;
    if (m_steps->witness->proxySpeaksOtherwise())
        return ProxyFault::NotAProxy;
    switch (error) {
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::HostNotFoundError:
        return ProxyFault::NotResolved;
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ConnectionRefusedError:
    case QAbstractSocket::NetworkError:
        return ProxyFault::NotReached;
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::SocketTimeoutError:
        return ProxyFault::NoAnswer;
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::RemoteHostClosedError:
        return ProxyFault::Ended;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return ProxyFault::WantsLogin;
    case QAbstractSocket::SocketAccessError:
        return ProxyFault::Forbids;
    default:
        return ProxyFault::NotAProxy;
    }
}

void SocketDial::watchDescriptor(const QAbstractSocket &socket)
{
    // The connection to a proxy is a child of the sockets that it is hidden from. Their descriptors are not
    // real ones: Qt's SOCKS engine counts its own.
    const QAbstractSocket *innermost = &socket;
    const QList<QTcpSocket *> inner = m_proxied ? socket.findChildren<QTcpSocket *>() : QList<QTcpSocket *>();
    for (const QTcpSocket *one : inner)
        if (!one->findChild<QTcpSocket *>())
            innermost = one;
    const qintptr own = innermost->socketDescriptor();
    m_qtsDescriptor = static_cast<int>(own);
    if (own != -1)
        m_descriptor = ::fcntl(m_qtsDescriptor, F_DUPFD_CLOEXEC, 0);
}

void SocketDial::noteFin()
{
    if (!m_sawFin)
        m_sawFin = readPeerClosed(m_descriptor).value_or(false);
}

void SocketDial::takeOverNumber()
{
    if (m_descriptor == -1 || m_qtsDescriptor == -1)
        return;
    const int moved = ::fcntl(m_descriptor, F_DUPFD_CLOEXEC, m_qtsDescriptor);
    if (moved == -1)
        return;
    ::close(std::exchange(m_descriptor, moved));
}

void SocketDial::closeDescriptor()
{
    if (m_descriptor != -1)
        ::close(std::exchange(m_descriptor, -1));
}

QString endpointOf(const QAbstractSocket &socket, const QString &host)
{
    const QHostAddress address = socket.peerAddress();
    return address.isNull() ? QStringLiteral("%1:%2").arg(host).arg(socket.peerPort())
                            : endpointText(address, socket.peerPort());
}

} // namespace Pongwatch
