// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/clock.h"
#include "engine/values/result.h"
#include "engine/values/settings.h"
#include "engine/wire/bytestream.h"
#include "engine/wire/dialwitness.h"
#include "engine/wire/proxychoice.h"

#include <QAbstractSocket>
#include <QSsl>
#include <QSslError>
#include <QString>

#include <memory>

class QSslSocket;

namespace Pongwatch
{

/// What is known of a connection on Qt's sockets: the steps of its dial and how long they took, the address
/// that answered, what TLS agreed on, and what an end reported by Qt means. The socket's owner reports what
/// it does. Lives on an I/O thread.
class SocketDial
{
public:
    /// The clock must outlive the object. The first step starts now.
    SocketDial(const Clock &clock, const ConnectionSettings &settings, const ChosenProxy &proxy);
    ~SocketDial();
    Q_DISABLE_COPY_MOVE(SocketDial)

    /// Watches this socket, from before it dials; only its QObject need be constructed.
    void watch(QObject *socket);
    /// The server sent an alert (QSslSocket::alertReceived).
    void alertReceived(QSsl::AlertType type);

    void hostFound();
    /// TCP is connected, through the proxy if there is one.
    void connected(const QAbstractSocket &socket);
    /// The same if somebody else has measured the steps.
    void connected(const QAbstractSocket &socket, const StreamFacts &facts);
    /// The failure if the certificate, though valid, is not for this host by RFC 9525: then the connection
    /// must not be used.
    [[nodiscard]] std::optional<TransportEnd> encrypted(QSslSocket &socket);
    /// Bytes from the server have been read since TLS was established.
    void heard() { m_heard = true; }
    /// With verification off, Qt continues by itself.
    void certificateDoubted(const QList<QSslError> &errors);

    /// Dns, Tcp, Proxy, Tls, or Open once it can carry bytes.
    [[nodiscard]] DialPhase phase() const { return m_phase; }
    /// How long each step took, including the current one. Only until it can carry bytes.
    [[nodiscard]] DialPhases phases() const;
    /// Call once it can carry bytes; a second call returns nothing.
    [[nodiscard]] StreamFacts takeFacts();

    /// How the connection ended, or why it could not begin, after Qt's socket reported this error.
    [[nodiscard]] TransportEnd explain(QAbstractSocket::SocketError error, const QString &errorString);

    /// The proxy of the dial, and what it did.
    [[nodiscard]] DialStory story() const;
    /// The configured proxy can't be used: the end to report, before anything is dialled.
    [[nodiscard]] static TransportEnd refusedBy(const ChosenProxy &proxy);
    /// A file of the TLS settings can't be used.
    [[nodiscard]] static TransportEnd refusedBy(const Error &tlsFile);

    /// A duplicate of the socket's descriptor; -1 if there is none. Qt closes its own before it reports an
    /// end, and the kernel's data are needed then.
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// Notes a FIN before our own bytes can provoke a RST that would hide it. Call before writing.
    void noteFin();
    /// After Qt has closed its own descriptor: moves the duplicate to that number, if it is free. An epoll
    /// set identifies a file by its number, and could not remove it otherwise.
    void takeOverNumber();
    void closeDescriptor();

private:
    void nextStep(DialPhase phase);
    void learnFromWitness();
    [[nodiscard]] TlsFailure tlsFailure(const QString &errorString) const;
    void explainHangUp(TransportEnd &end) const;
    [[nodiscard]] bool explainProxy(QAbstractSocket::SocketError error, TransportEnd &end);
    [[nodiscard]] ProxyFault proxyFault(QAbstractSocket::SocketError error);
    [[nodiscard]] std::optional<nanoseconds> *durationOf(DialPhase phase, DialPhases &phases) const;
    void watchDescriptor(const QAbstractSocket &socket);

    const Clock &m_clock;
    QString m_host;
    /// Only needed while dialling. A dial with a proxy or TLS has a witness.
    struct Steps {
        StreamFacts facts;
        std::unique_ptr<DialWitness> witness;
    };
    std::unique_ptr<Steps> m_steps;    ///< null once its facts were taken
    std::unique_ptr<ProxyUse> m_proxy; ///< null: none
    QList<QSslError> m_certificateErrors;
    std::optional<quint8> m_alert;
    bool m_certificateRequested = false;
    SteadyTime m_stepStartedAt{}; ///< of the current step
    int m_descriptor = -1;
    int m_qtsDescriptor = -1;
    quint16 m_port;
    DialPhase m_phase;
    bool m_proxied;
    bool m_tls;
    bool m_verify;
    bool m_hasCertificate;
    bool m_proxyLooksUp = true; ///< the name of the server
    bool m_sawFin = false;
    bool m_heard = false;
};

/// "127.0.0.1:9001", "[::1]:9001": the other end of a connected socket; `host` if a proxy hides it.
[[nodiscard]] QString endpointOf(const QAbstractSocket &socket, const QString &host);

} // namespace Pongwatch
