// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialoguesettings.h"
#include "engine/values/pathtrace.h"
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
    Keep,  ///< flag it and carry on; a late pong makes the peer recover
};

/// When a connection's first ping goes out.
enum class FirstPing : quint8 {
    Interval, ///< at a random moment of the first interval, which spreads out connections that open together;
              ///< like python-websockets, except for the spreading
    Now,      ///< as soon as the connection is open, so that there is a figure within the first second
};

/// In a heartbeat's text, stands for a new value each time; in its expected answer, for that same value.
inline constexpr QLatin1String heartbeatToken("%id%");

/// Likewise for a number that grows with each heartbeat of a connection.
inline constexpr QLatin1String heartbeatNumber("%n%");

/// A message sent in place of a ping, for servers that answer no ping frames.
struct HeartbeatSettings {
    QString send;   ///< with placeholders, see DialogueMessage
    QString expect; ///< a regular expression to be found in the answer; empty: any text message is an answer
    MessageForm form = MessageForm::Text; ///< of both send and expect

    friend bool operator==(const HeartbeatSettings &, const HeartbeatSettings &) = default;
};

/// When to ping, and when to give up. The defaults are those of python-websockets, except for slow answers,
/// which it doesn't know, and for the first ping, which a person at a window does not want to wait for.
struct KeepaliveSettings {
    std::optional<nanoseconds> interval = seconds(20); ///< nullopt: no pings
    std::optional<nanoseconds> timeout = seconds(20);  ///< nullopt: pings are measured; none times out
    std::optional<nanoseconds> slowAfter;              ///< a pong that comes in time is slow from here on
    bool slowIsAuto = true; ///< without slowAfter: whether to learn what is slow from the peer's own past
    OnTimeout onTimeout = OnTimeout::Close;
    std::optional<HeartbeatSettings> heartbeat; ///< nullopt: ping frames
    FirstPing firstPing = FirstPing::Now;

    friend bool operator==(const KeepaliveSettings &, const KeepaliveSettings &) = default;
};

/// How long to wait before dialling again. The defaults are those of python-websockets.
struct ReconnectSettings {
    bool enabled = true;
    nanoseconds initial = seconds(5);         ///< the first delay is random, between 0 and this
    nanoseconds minimum = milliseconds(3100); ///< the second delay; later ones grow from it
    double factor = 1.618;
    nanoseconds maximum = seconds(90);
    nanoseconds stableAfter =
        seconds(30); ///< how long a connection must have been open for the delays to start over
    /// The rule of python-websockets: don't dial again when another dial is unlikely to help. If false, such
    /// peers are dialled again as well, after long delays.
    bool giveUp = false;

    friend bool operator==(const ReconnectSettings &, const ReconnectSettings &) = default;
};

enum class AuthKind : quint8 { None, Basic, Bearer };

/// Credentials, in memory only. They are never written, printed or compared in output.
struct AuthSettings {
    AuthKind kind = AuthKind::None;
    QString user;
    QString secret; ///< password or token

    friend bool operator==(const AuthSettings &, const AuthSettings &) = default;
};

struct TlsSettings {
    bool verify = true;
    QString caFile;            ///< PEM; empty: the system's CAs
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
    Wire, ///< the program's own implementation
};

[[nodiscard]] QLatin1String toWord(Client client);

/// The reverse of toWord(); nullopt if it is not a client's word.
[[nodiscard]] std::optional<Client> clientFromWord(QStringView word);

/// Where a connection really goes.
struct ConnectTarget {
    QString host; ///< a name, or an address without brackets; empty for a local socket
    quint16 port = 0;
    QString socketPath{}; ///< absolute; empty for TCP

    friend bool operator==(const ConnectTarget &, const ConnectTarget &) = default;
};

/// When the network path to a peer is traced without being asked for.
struct TraceSettings {
    bool onFailure = true; ///< when the network seems to be at fault
    std::optional<nanoseconds> every =
        std::chrono::hours(1); ///< to know how it is when all is well; nullopt: never
    TraceProtocol protocol = TraceProtocol::Tcp;

    friend bool operator==(const TraceSettings &, const TraceSettings &) = default;
};

enum class AddressFamily : quint8 { Any, IPv4, IPv6 };

/// Everything that is needed to dial and watch one peer. The engine's view of a profile.
struct ConnectionSettings {
    QString name; ///< unique among the peers of a run; the URL's host and path if the user gave no name
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
    /// "10.0.0.7:443", "unix:/run/app.sock": dialled in place of the URL's host and port. The Host header and
    /// the name that the certificate is checked against remain those of the URL. Empty: none.
    QString connectTo;
    bool followRedirects = false; ///< at most 5, never from wss to ws, other origins without credentials
    Client client = Client::Qt;
    SharedDialogue dialogue;
    TraceSettings trace;
    qint64 maxMessageBytes = 1024 * 1024; ///< a larger message ends the connection with 1009

    friend bool operator==(const ConnectionSettings &, const ConnectionSettings &) = default;
};

/// Checks a URL as a person typed it: scheme ws or wss, a host, a port from 1 to 65535, no fragment. The
/// error's answer is one sentence, without a full stop, that says what is wrong and where.
Result<QUrl> parseWebSocketUrl(const QString &text);

/// Checks one "Name: value" header as a person typed it (RFC 9110 5.1 and 5.5: a token, no control
/// characters), and that it is not one of those that the handshake sets itself (RFC 6455 4.1).
Result<std::pair<QString, QString>> parseHeader(const QString &text);

/// Parses "10.0.0.7:443", "[::1]:443", "edge-2.example:443" or "unix:/run/app.sock".
Result<ConnectTarget> parseConnectTo(const QString &text);

/// Checks a heartbeat as a person wrote it: its message must not be empty, have at most 4,096 characters and
/// be valid in its form; the expected answer must be a regular expression.
Result<HeartbeatSettings> checkHeartbeat(const HeartbeatSettings &heartbeat);

/// The URL as it may be shown and stored: without user information, and with anything that looks like a
/// secret masked (secretnames.h). A URL that is already masked stays the same.
[[nodiscard]] QString displayUrl(const QUrl &url);

/// The URL as it is dialled, and as it is stored in the user's own file: only without user information. Never
/// for output.
[[nodiscard]] QString dialledUrl(const QUrl &url);

} // namespace Pongwatch
