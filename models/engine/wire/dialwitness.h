// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"
#include "engine/wire/httpproxyanswers.h"
#include "engine/wire/socksanswers.h"
#include "engine/wire/tlsopening.h"

#include <QList>
#include <QMetaObject>
#include <QObject>

#include <optional>

class QTcpSocket;

namespace Pongwatch
{

/// Sees what Qt's sockets don't report while they dial: what a proxy answered, whether a TLS server asked for
/// a certificate, and the number of the alert that it sent. Qt creates the sockets that carry these bytes as
/// children of the one it is asked for; slots that are connected as soon as they exist run first, and can
/// look at the bytes before Qt takes them. Lives on the socket's thread.
class DialWitness : public QObject
{
    Q_OBJECT

public:
    DialWitness() = default;

    /// Watches this socket and any created below it. Call before it dials; only its QObject need be
    /// constructed.
    void watch(QObject *socket);

    /// The tunnel through the proxy, or TLS, is established: nothing is looked at from now on.
    void tunnelBegan() { m_proxyDone = true; }
    /// This side has written all that it had to: the end of the handshake, and `request` bytes after it. Of
    /// these, `bytesWaiting` bytes of TLS are waiting for the kernel to take them.
    void encrypted(bool isTls13, qint64 request, qint64 bytesWaiting);

    /// What an HTTP proxy answered last, with as much of the body as came; nullopt: nothing yet.
    [[nodiscard]] std::optional<HttpAnswer> proxyAnswer() const { return m_http.last(); }
    /// What came from the proxy is no answer of HTTP, or of SOCKS 5, whichever it should be.
    [[nodiscard]] bool proxySpeaksOtherwise() const { return m_socks.isNoSocks() || m_http.isNoHttp(); }
    /// What a SOCKS proxy replied to the request (RFC 1928 6).
    [[nodiscard]] std::optional<quint8> socksReply() const { return m_socks.reply(); }
    /// It takes none of the methods that were offered to it, or not this user name and password.
    [[nodiscard]] bool socksWantsLogin() const { return m_socks.wantsLogin(); }

    /// The server asked for a client certificate: seen in the unencrypted part of TLS 1.2, or inferred from
    /// the length of this side's answer in TLS 1.3.
    [[nodiscard]] bool certificateRequested() const
    {
        return m_certificateRequested || m_tls.certificateRequested();
    }
    /// The number of the alert that the server sent.
    [[nodiscard]] std::optional<quint8> alertReceived() const { return m_tls.alert(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchChild(QObject *child);
    void bytesCame(QObject *child);

    QList<QMetaObject::Connection> m_taps;
    HttpProxyAnswers m_http;
    SocksAnswers m_socks;
    TlsOpening m_tls;
    qint64 m_written = 0;                ///< bytes of TLS that this side has sent
    qint64 m_writtenBeforeFlight = 0;    ///< that included which waited, when bytes of the server last came
    bool m_certificateRequested = false; ///< by TLS 1.3
    bool m_proxyDone = false;
};

} // namespace Pongwatch
