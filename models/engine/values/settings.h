// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialoguesettings.h"
#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QLatin1String>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <utility>

namespace Pongwatch
{

/// What to do when a ping's deadline passes.
enum class OnTimeout : quint8 {
    Close, ///< Close 1011 "keepalive ping timeout", then reconnect: what python-websockets does
    Keep,  ///< flag it and go on; a late pong recovers the peer
};

/// When a connection's first ping goes out.
enum class FirstPing : quint8 {
    Interval, ///< within the first interval, which spreads connections that are opened together: what
              ///< python-websockets does, but for the spreading
    Now,      ///< at once after opening: the first figure is there in the first second
};

/// Stands in a heartbeat's text for something new each time, and in its expected answer for the same again.
inline constexpr QLatin1String heartbeatToken("%id%");

/// The same for a number that grows with each heartbeat of a connection.
inline constexpr QLatin1String heartbeatNumber("%n%");

/// A question in a message, for a server that answers no ping frames: it is sent in their place.
struct HeartbeatSettings {
    QString send;   ///< with placeholders, see DialogueMessage
    QString expect; ///< a regular expression that an answer contains; empty: any text message is one
    MessageForm form = MessageForm::Text; ///< of both

    friend bool operator==(const HeartbeatSettings &, const HeartbeatSettings &) = default;
};

/// When to ping, and when to give up. Defaults are those of python-websockets, except for what it has not
/// (slow) and for the first ping, which a person at a window does not want to wait for.
struct KeepaliveSettings {
    std::optional<nanoseconds> interval = seconds(20); ///< nullopt: no pings
    std::optional<nanoseconds> timeout = seconds(20);  ///< nullopt: pings and measures, never gives up
    std::optional<nanoseconds> slowAfter;              ///< from where on an answer in time is slow
    bool slowIsAuto = true; ///< without slowAfter, slow is what the peer's own past calls so; false: nothing
    OnTimeout onTimeout = OnTimeout::Close;
    std::optional<HeartbeatSettings> heartbeat; ///< nullopt: ping frames
    FirstPing firstPing = FirstPing::Now;

    friend bool operator==(const KeepaliveSettings &, const KeepaliveSettings &) = default;
};

/// How long to wait before dialling again. Defaults are those of python-websockets.
struct ReconnectSettings {
    bool enabled = true;
    nanoseconds initial = seconds(5);         ///< the first delay is random between 0 and this
    nanoseconds minimum = milliseconds(3100); ///< the second delay; later ones grow from it
    double factor = 1.618;
    nanoseconds maximum = seconds(90);
    nanoseconds stableAfter =
        seconds(30); ///< the delays start over only after a connection was open for so long
    /// The rule of python-websockets: what another dial is not likely to change is not dialled again. Without
    /// it everything is, with long delays.
    bool giveUp = false;

    friend bool operator==(const ReconnectSettings &, const ReconnectSettings &) = default;
};

enum class AuthKind : quint8 { None, Basic, Bearer };

/// Credentials, in memory only. Never written, printed or compared in output.
struct AuthSettings {
    AuthKind kind = AuthKind::None;
    QString user;
    QString secret; ///< password or token

    friend bool operator==(const AuthSettings &, const AuthSettings &) = default;
};

struct TlsSettings {
    bool verify = true;
    QString caFile;            ///< PEM; empty: the system's
    QString clientCertificate; ///< PEM; empty: none
    QString clientKey;         ///< PEM; empty: none

    friend bool operator==(const TlsSettings &, const TlsSettings &) = default;
};

enum class ProxyKind : quint8 { System, None, Http, Socks5 };

struct ProxySettings {
    ProxyKind kind = ProxyKind::System;
    QString host;
    quint16 port = 0;
    QString user;
    QString password;

    friend bool operator==(const ProxySettings &, const ProxySettings &) = default;
};

/// Which of the program's two WebSocket clients carries a connection. The words are `qt` and `wire`.
enum class Client : quint8 {
    Qt,   ///< QWebSocket, with a tap on its bytes
    Wire, ///< the program's own, by hand
};

[[nodiscard]] QLatin1String toWord(Client client);

/// The other way round; nullopt: it is no client's word.
[[nodiscard]] std::optional<Client> clientFromWord(QStringView word);

/// Where a connection goes to.
struct ConnectTarget {
    QString host; ///< a name, or an address without brackets; empty: it is a socket of this machine
    quint16 port = 0;
    QString socketPath{}; ///< absolute; empty: it is TCP

    friend bool operator==(const ConnectTarget &, const ConnectTarget &) = default;
};

enum class AddressFamily : quint8 { Any, IPv4, IPv6 };

/// Everything that is needed to dial one peer and to watch it. The engine's view of a profile.
struct ConnectionSettings {
    QString name; ///< unique among the peers of a run; the URL's host and path when the user gave none
    QUrl url;
    KeepaliveSettings keepalive;
    ReconnectSettings reconnect;
    nanoseconds openTimeout = seconds(10); ///< DNS, TCP, proxy, TLS and upgrade together
    nanoseconds closeTimeout = seconds(10);
    QList<std::pair<QString, QString>> headers; ///< in order, sent as given
    QStringList subprotocols;
    QString origin; ///< empty: none
    AuthSettings auth;
    TlsSettings tls;
    ProxySettings proxy;
    AddressFamily addressFamily = AddressFamily::Any;
    /// "10.0.0.7:443", "unix:/run/app.sock": is dialled in place of the URL's host and port; the Host header
    /// and the name that the certificate is checked for stay the URL's. Empty: none.
    QString connectTo;
    bool followRedirects = false; ///< at most 5, never from wss to ws, without credentials to other origins
    Client client = Client::Qt;
    SharedDialogue dialogue;
    qint64 maxMessageBytes = 1024 * 1024; ///< a larger message ends the connection with 1009

    friend bool operator==(const ConnectionSettings &, const ConnectionSettings &) = default;
};

/// Checks a URL as a person typed it: scheme ws or wss, a host, a port of 1 to 65535, no fragment. The
/// error's answer is one sentence without a full stop that says what is wrong and where.
Result<QUrl> parseWebSocketUrl(const QString &text);

/// Checks one "Name: value" header as a person typed it (RFC 9110 5.1 and 5.5: a token, no control
/// characters), and that it is not one of those that the handshake itself sets (RFC 6455 4.1).
Result<std::pair<QString, QString>> parseHeader(const QString &text);

/// Reads "10.0.0.7:443", "[::1]:443", "edge-2.example:443" or "unix:/run/app.sock".
Result<ConnectTarget> parseConnectTo(const QString &text);

/// Checks a heartbeat as a person wrote it: something to send of at most 4,096 characters, in its form, and a
/// pattern that is a regular expression.
Result<HeartbeatSettings> checkHeartbeat(const HeartbeatSettings &heartbeat);

/// The URL as it may be shown and kept: without user information, and with a mask for what looks like a
/// secret (secretnames.h). The same for a URL that is masked already.
[[nodiscard]] QString displayUrl(const QUrl &url);

/// The URL as it is dialled, and as the user's own file keeps it: only without user information. Never for
/// output.
[[nodiscard]] QString dialledUrl(const QUrl &url);

} // namespace Pongwatch
