// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingstable.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

using C = ConnectionSettings;
using P = ProfileSettings;

constexpr SettingRange positive{0, false, 86400};
constexpr SettingRange notNegative{0, true, 86400};
constexpr qsizetype longestPath = 4096;
constexpr qsizetype longestText = 8192;
constexpr qsizetype longestName = 200;

template <typename T>
struct MemberType;
template <typename Class, typename T>
struct MemberType<T Class::*> {
    using Type = T;
};

/// A member of ConnectionSettings: at<&C::openTimeout>().
template <auto Member, typename T = typename MemberType<decltype(Member)>::Type>
constexpr SettingMember<T> at()
{
    return {[](const C &settings) -> std::optional<T> { return settings.*Member; },
            [](C &settings, const T &value) { settings.*Member = value; }};
}

/// A member of a part of it: at<&C::keepalive, &KeepaliveSettings::interval>().
template <auto Part, auto Member, typename T = typename MemberType<decltype(Member)>::Type>
constexpr SettingMember<T> at()
{
    return {[](const C &settings) { return std::optional<T>(settings.*Part.*Member); },
            [](C &settings, const T &value) { settings.*Part.*Member = value; }};
}

template <auto Member>
constexpr auto keepalive()
{
    return at<&C::keepalive, Member>();
}

template <auto Member>
constexpr auto reconnect()
{
    return at<&C::reconnect, Member>();
}

template <auto Member>
constexpr auto tls()
{
    return at<&C::tls, Member>();
}

constexpr SettingMember<ProxySettings> proxyWithoutPassword{
    [](const C &settings) {
        ProxySettings proxy = settings.proxy;
        proxy.password.clear();
        return std::optional(proxy);
    },
    [](C &settings, const ProxySettings &proxy) { settings.proxy = proxy; }};

constexpr SettingMember<SlowLimit> slowLimit{
    [](const C &settings) {
        const bool isAuto = settings.keepalive.slowIsAuto && !settings.keepalive.slowAfter;
        return std::optional(isAuto ? SlowLimit::byItself() : SlowLimit(settings.keepalive.slowAfter));
    },
    [](C &settings, const SlowLimit &limit) {
        settings.keepalive.slowAfter = limit.after;
        settings.keepalive.slowIsAuto = limit.isAuto || limit.after; // false only where it is off
    }};

constexpr SettingMember<QString> heartbeatSend{[](const C &settings) {
                                                   const auto &heartbeat = settings.keepalive.heartbeat;
                                                   return heartbeat ? std::optional(heartbeat->send)
                                                                    : std::nullopt;
                                               },
                                               [](C &settings, const QString &send) {
                                                   auto &heartbeat = settings.keepalive.heartbeat;
                                                   if (send.isEmpty())
                                                       heartbeat.reset();
                                                   else if (heartbeat)
                                                       heartbeat->send = send;
                                                   else
                                                       heartbeat = HeartbeatSettings{send, {}};
                                               }};

/// Without something to send there is no answer to expect.
constexpr SettingMember<QString> heartbeatExpect{[](const C &settings) {
                                                     const auto &heartbeat = settings.keepalive.heartbeat;
                                                     return heartbeat ? std::optional(heartbeat->expect)
                                                                      : std::nullopt;
                                                 },
                                                 [](C &settings, const QString &expect) {
                                                     if (settings.keepalive.heartbeat)
                                                         settings.keepalive.heartbeat->expect = expect;
                                                 }};

// Shown while that is so of what is in the fields; what differs from peer to peer is absent.
bool asksForUser(const P &now)
{
    return now.authKind.value_or(AuthKind::Basic) == AuthKind::Basic;
}

bool asksForSecret(const P &now)
{
    return now.authKind.value_or(AuthKind::Basic) != AuthKind::None;
}

bool hasProxy(const P &now)
{
    const ProxyKind kind = now.proxy ? now.proxy->kind : ProxyKind::Http;
    return kind == ProxyKind::Http || kind == ProxyKind::Socks5;
}

constexpr AnySetting table[] = {
    Setting<P::Limit>{
        .path = "ping_interval_s",
        .own = &P::pingInterval,
        .inUse = keepalive<&KeepaliveSettings::interval>(),
        .range = positive,
        .options = {{{.name = "ping-interval",
                      .value = "S|off",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Seconds between two pings; off: none are sent (20)"),
                      .isAlwaysCopied = true}}},
        .dialsAnew = false,
        .editor = {.page = EditorPage::Keepalive,
                   .place = 0,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Ping every")},
        .record = {.historyKey = "ping_interval_s",
                   .reportKey = "ping_interval_s",
                   .said = {QT_TRANSLATE_NOOP("Pongwatch::Report", "no pings"),
                            QT_TRANSLATE_NOOP("Pongwatch::Report", "a ping every %1")}}},
    Setting<P::Limit>{
        .path = "ping_timeout_s",
        .own = &P::pingTimeout,
        .inUse = keepalive<&KeepaliveSettings::timeout>(),
        .range = positive,
        .options = {{{.name = "ping-timeout",
                      .value = "S|off",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Seconds to wait for a pong; off: for ever (20)"),
                      .isAlwaysCopied = true}}},
        .dialsAnew = false,
        .editor = {.page = EditorPage::Keepalive,
                   .place = 1,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Time out after"),
                   .hint = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                             "Off: the peer is pinged and measured, and never given up.")},
        .record = {.historyKey = "ping_timeout_s",
                   .reportKey = "ping_timeout_s",
                   .said = {QT_TRANSLATE_NOOP("Pongwatch::Report", "no ping timeout"),
                            QT_TRANSLATE_NOOP("Pongwatch::Report", "answers expected within %1")}}},
    Setting<nanoseconds>{
        .path = "open_timeout_s",
        .own = &P::openTimeout,
        .inUse = at<&C::openTimeout>(),
        .range = positive,
        .options = {{{.name = "open-timeout",
                      .value = "S",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Seconds until a connection must be open (10)")}}},
        .dialsAnew = false,
        .editor = {.page = EditorPage::Connection,
                   .place = 0,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Give up dialling after"),
                   .hint =
                       QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Name, TCP, TLS and upgrade together.")},
        .record = {.historyKey = "open_timeout_s",
                   .reportKey = "open_timeout_s",
                   .said = {nullptr, QT_TRANSLATE_NOOP("Pongwatch::Report", "connections open within %1")}}},
    Setting<nanoseconds>{
        .path = "close_timeout_s",
        .own = &P::closeTimeout,
        .inUse = at<&C::closeTimeout>(),
        .range = positive,
        .options = {{{.name = "close-timeout",
                      .value = "S",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Seconds until a connection must be closed (10)")}}},
        .dialsAnew = false,
        .editor = {.page = EditorPage::Connection,
                   .place = 1,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Wait for the &close")},
        .record = {.historyKey = "close_timeout_s", .reportKey = "close_timeout_s"}},
    Setting<SlowLimit>{
        .path = "slow_after_s",
        .own = &P::slowAfter,
        .inUse = slowLimit,
        .range = positive,
        .options = {{{.name = "slow-after",
                      .value = "S|auto|off",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Flag answers that take longer than this as slow; auto: much "
                                                "longer than this peer's usual ones (auto)")}}},
        .dialsAnew = false,
        .editor = {.page = EditorPage::Keepalive,
                   .place = 3,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Slow after"),
                   .hint = QT_TRANSLATE_NOOP(
                       "Pongwatch::SettingPages",
                       "Answers that take longer are marked, and the peer is shown as slow.")},
        .record = {.historyKey = "slow_after_s",
                   .reportKey = "slow_after_s",
                   .isLeftOutWhenUnset = true,
                   .said = {nullptr, QT_TRANSLATE_NOOP("Pongwatch::Report", "slow after %1"),
                            QT_TRANSLATE_NOOP("Pongwatch::Report", "slow by the peer's own past")}}},
    Setting<OnTimeout>{
        .path = "on_timeout",
        .own = &P::onTimeout,
        .inUse = keepalive<&KeepaliveSettings::onTimeout>(),
        .words = {"close", "keep"},
        .options = {{{.name = "on-timeout",
                      .value = "close|keep",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "When a pong is missing: close and reconnect, or keep the "
                                                "connection and flag it (close)")}}},
        .dialsAnew = false,
        .editor = {.page = EditorPage::Keepalive,
                   .place = 2,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&On a timeout"),
                   .choices = {QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Close, then reconnect"),
                               QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Flag it and continue")}},
        .record = {.historyKey = "on_timeout",
                   .reportKey = "on_timeout",
                   .said = {QT_TRANSLATE_NOOP("Pongwatch::Report", "closed on a timeout"),
                            QT_TRANSLATE_NOOP("Pongwatch::Report", "kept open on a timeout")}}},

    Setting<FirstPing>{
        .path = "first_ping",
        .own = &P::firstPing,
        .inUse = keepalive<&KeepaliveSettings::firstPing>(),
        .words = {"interval", "now"},
        .options = {{{.name = "first-ping",
                      .value = "now|interval",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Ping as soon as a connection is open, or within the first "
                                                "interval (now)")}}},
        .dialsAnew = false,
        .editor = {.page = EditorPage::Keepalive,
                   .place = 4,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&First ping"),
                   .hint =
                       QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                         "Within the first interval, pings of connections that open together "
                                         "are spread out."),
                   .choices = {QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Within the first interval"),
                               QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "As soon as it is open")}},
        .record = {.historyKey = "first_ping",
                   .reportKey = "first_ping",
                   .beforeItWasKept = static_cast<int>(FirstPing::Interval)}},
    Setting<bool>{.path = "reconnect.enabled",
                  .own = &P::reconnectEnabled,
                  .inUse = reconnect<&ReconnectSettings::enabled>(),
                  .options = {{{.name = "reconnect",
                                .value = "on|off",
                                .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                          "Reconnect after a connection has ended (on)")}}},
                  .dialsAnew = false,
                  .editor = {.page = EditorPage::Reconnect,
                             .place = 0,
                             .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Reconnect"),
                             .choices = {QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "No"),
                                         QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Yes")}},
                  .record = {.historyKey = "reconnect.enabled",
                             .reportKey = "reconnect",
                             .said = {QT_TRANSLATE_NOOP("Pongwatch::Report", "does not reconnect"),
                                      QT_TRANSLATE_NOOP("Pongwatch::Report", "reconnects")}}},
    Setting<nanoseconds>{
        .path = "reconnect.initial_s",
        .own = &P::reconnectInitial,
        .inUse = reconnect<&ReconnectSettings::initial>(),
        .range = notNegative,
        .dialsAnew = false,
        .editor = {.page = EditorPage::Reconnect,
                   .place = 1,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&First wait at most"),
                   .hint = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                             "Random, so that many peers don't come back at once.")},
        .record = {.historyKey = "reconnect.initial_s"}},
    Setting<nanoseconds>{.path = "reconnect.min_s",
                         .own = &P::reconnectMinimum,
                         .inUse = reconnect<&ReconnectSettings::minimum>(),
                         .range = positive,
                         .dialsAnew = false,
                         .editor = {.page = EditorPage::Reconnect,
                                    .place = 2,
                                    .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Second wait")},
                         .record = {.historyKey = "reconnect.min_s"}},
    Setting<double>{.path = "reconnect.factor",
                    .own = &P::reconnectFactor,
                    .inUse = reconnect<&ReconnectSettings::factor>(),
                    .range = {1, true, 100},
                    .dialsAnew = false,
                    .editor = {.page = EditorPage::Reconnect,
                               .place = 3,
                               .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Growth factor")},
                    .record = {.historyKey = "reconnect.factor"}},
    Setting<nanoseconds>{.path = "reconnect.max_s",
                         .own = &P::reconnectMaximum,
                         .inUse = reconnect<&ReconnectSettings::maximum>(),
                         .range = positive,
                         .dialsAnew = false,
                         .editor = {.page = EditorPage::Reconnect,
                                    .place = 4,
                                    .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Longest wait")},
                         .record = {.historyKey = "reconnect.max_s"}},
    Setting<nanoseconds>{
        .path = "reconnect.stable_after_s",
        .own = &P::reconnectStableAfter,
        .inUse = reconnect<&ReconnectSettings::stableAfter>(),
        .range = notNegative,
        .dialsAnew = false,
        .editor = {.page = EditorPage::Reconnect,
                   .place = 5,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Start &over after"),
                   .hint = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                             "A connection that has been open this long counts as stable.")},
        .record = {.historyKey = "reconnect.stable_after_s"}},
    Setting<bool>{
        .path = "reconnect.give_up",
        .own = &P::reconnectGiveUp,
        .inUse = reconnect<&ReconnectSettings::giveUp>(),
        .options = {{{.name = "give-up",
                      .help = QT_TRANSLATE_NOOP(
                          "Pongwatch::CommandLine",
                          "Do not dial again what another dial is unlikely to change")}}},
        .dialsAnew = false,
        .editor = {.page = EditorPage::Reconnect,
                   .place = 6,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Give &up"),
                   .hint = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                             "After an answer that another dial is unlikely to change: a bad "
                                             "certificate, 403 Forbidden."),
                   .choices = {QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Never"),
                               QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "When it is of no use")}},
        .record = {.historyKey = "reconnect.give_up",
                   .said = {nullptr, QT_TRANSLATE_NOOP("Pongwatch::Report",
                                                       "gives up when another dial is of no use")}}},

    Setting<P::Headers>{
        .path = "headers",
        .own = &P::headers,
        .inUse = at<&C::headers>(),
        .options = {{{.name = "header",
                      .letter = 'H',
                      .value = "'NAME: VALUE'",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Send this header in the handshake; the value may be "
                                                "$VARIABLE or @FILE; @FILE alone is a file of headers, one a "
                                                "line. Repeatable."),
                      .isRepeatable = true,
                      .isSecret = true}}},
        .isInTables = false,
        .editor = {.page = EditorPage::Handshake,
                   .place = 3,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Headers"),
                   .placeholder = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Name: value, one per line")},
        .record = {.historyKey = "header_names",
                   .reportKey = "header_names",
                   .said = {nullptr, QT_TRANSLATE_NOOP("Pongwatch::Report", "added headers: %1")}}},
    Setting<QStringList>{.path = "subprotocols",
                         .own = &P::subprotocols,
                         .inUse = at<&C::subprotocols>(),
                         .longest = longestName,
                         .options = {{{.name = "subprotocol",
                                       .value = "P",
                                       .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                                 "Offer this sub-protocol. Repeatable."),
                                       .isRepeatable = true,
                                       .isSecret = true}}}, // a token may be among them
                         .isInTables = false,
                         .editor = {.page = EditorPage::Handshake,
                                    .place = 4,
                                    .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Sub-p&rotocols"),
                                    .placeholder = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                                                     "none; separate several with commas")},
                         .record = {.historyKey = "subprotocols", .reportKey = "subprotocols"}},
    Setting<QString>{
        .path = "origin",
        .own = &P::origin,
        .inUse = at<&C::origin>(),
        .longest = longestPath,
        .form = TextForm::Origin,
        .options = {{{.name = "origin",
                      .value = "O",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine", "Send this Origin header")}}},
        .editor = {.page = EditorPage::Handshake,
                   .place = 5,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Origin"),
                   .placeholder = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "none")},
        .record = {.historyKey = "origin", .reportKey = "origin", .isLeftOutWhenUnset = true}},
    Setting<AuthKind>{
        .path = "auth.kind",
        .own = &P::authKind,
        .inUse = at<&C::auth, &AuthSettings::kind>(),
        .words = {"none", "basic", "bearer"},
        // Each says kind, user and secret at once.
        .options = {{{.name = "user",
                      .value = "U:P",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Basic authentication; the password may be $VARIABLE or "
                                                "@FILE"),
                      .isSecret = true},
                     {.name = "bearer",
                      .value = "TOKEN",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Bearer authentication; $VARIABLE or @FILE, too"),
                      .isSecret = true}}},
        .isInTables = false,
        .editor = {.page = EditorPage::Handshake,
                   .place = 0,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Sign in with"),
                   .choices = {QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Nothing"),
                               QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "User and password (basic)"),
                               QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "A token (bearer)")}},
        .record = {.historyKey = "auth",
                   .said = {nullptr, QT_TRANSLATE_NOOP("Pongwatch::Report", "with credentials"),
                            QT_TRANSLATE_NOOP("Pongwatch::Report", "with credentials")}}},
    Setting<QString>{.path = "auth.user",
                     .own = &P::authUser,
                     .inUse = at<&C::auth, &AuthSettings::user>(),
                     .longest = longestName,
                     .isNullForNone = false,
                     .isInTables = false,
                     .editor = {.page = EditorPage::Handshake,
                                .place = 1,
                                .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&User"),
                                .isShown = asksForUser}},
    Setting<SecretReference>{
        .path = "auth.secret",
        .own = &P::authSecret,
        .isInTables = false,
        .editor = {.page = EditorPage::Handshake,
                   .place = 2,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Password or token"),
                   .hint = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                             "Stored outside the file. $NAME takes it from the environment."),
                   .isShown = asksForSecret}},

    Setting<bool>{
        .path = "tls.verify",
        .own = &P::tlsVerify,
        .inUse = tls<&TlsSettings::verify>(),
        .options = {{{.name = "insecure",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Do not verify the server's certificate"),
                      .flagSets = 0}}},
        .editor = {.page = EditorPage::Tls,
                   .place = 0,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Verify the certificate"),
                   .hint = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                             "While this is off, the peer is marked in the list."),
                   .choices = {QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "No: anyone may answer"),
                               QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Yes")}},
        .record = {.historyKey = "tls_verify",
                   .reportKey = "tls_verify",
                   .said = {QT_TRANSLATE_NOOP("Pongwatch::Report", "certificate not verified")}}},
    Setting<QString>{
        .path = "tls.ca_file",
        .own = &P::tlsCaFile,
        .inUse = tls<&TlsSettings::caFile>(),
        .longest = longestPath,
        .form = TextForm::CertificateFile,
        .options = {{{.name = "ca",
                      .value = "FILE",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Trust the certificates in this file (PEM) and no others")}}},
        .editor = {.page = EditorPage::Tls,
                   .place = 1,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Certificate &authorities"),
                   .placeholder = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "the system's")}},
    Setting<QString>{
        .path = "tls.client_certificate",
        .own = &P::tlsClientCertificate,
        .inUse = tls<&TlsSettings::clientCertificate>(),
        .longest = longestPath,
        .form = TextForm::CertificateFile,
        .options = {{{.name = "client-cert",
                      .value = "FILE",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine", "Client certificate (PEM)")}}},
        .editor = {.page = EditorPage::Tls,
                   .place = 2,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Client certificate"),
                   .placeholder = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "none")}},
    Setting<QString>{.path = "tls.client_key",
                     .own = &P::tlsClientKey,
                     .inUse = tls<&TlsSettings::clientKey>(),
                     .longest = longestPath,
                     .form = TextForm::KeyFile,
                     .options = {{{.name = "client-key",
                                   .value = "FILE",
                                   .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                             "Key of the client certificate (PEM)")}}},
                     .editor = {.page = EditorPage::Tls,
                                .place = 3,
                                .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Client &key"),
                                .placeholder = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "none")}},

    Setting<ProxySettings>{
        .path = "proxy",
        .own = &P::proxy,
        .inUse = proxyWithoutPassword,
        .options = {{{.name = "proxy",
                      .value = "URL|system|none",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "http://HOST:PORT, socks5://HOST:PORT, the system's, or none "
                                                "(system)"),
                      .isSecret = true}}},
        .editor = {.page = EditorPage::Proxy,
                   .place = 0,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Proxy")},
        .record = {.historyKey = "proxy"}},
    Setting<SecretReference>{
        .path = "proxy_secret",
        .own = &P::proxySecret,
        .isInTables = false,
        .editor = {.page = EditorPage::Proxy,
                   .place = 1,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Pass&word"),
                   .hint = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                             "Stored outside the file. $NAME takes it from the environment."),
                   .isShown = hasProxy}},
    Setting<QString>{
        .path = "connect_to",
        .own = &P::connectTo,
        .inUse = at<&C::connectTo>(),
        .longest = 300,
        .form = TextForm::Address,
        .options = {{{.name = "connect-to",
                      .value = "HOST:PORT|unix:PATH",
                      .help = QT_TRANSLATE_NOOP(
                          "Pongwatch::CommandLine",
                          "Connect to this address; the Host header and the name in the "
                          "certificate stay those of the URL")}}},
        .editor = {.page = EditorPage::Connection,
                   .place = 6,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "C&onnect to"),
                   .hint =
                       QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                         "Try one server behind a name: 10.0.0.7:443. The Host header and "
                                         "the certificate's name stay those of the URL."),
                   .placeholder = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "the host of the URL")},
        .record = {.historyKey = "connect_to",
                   .reportKey = "connect_to",
                   .isLeftOutWhenUnset = true,
                   .said = {nullptr, QT_TRANSLATE_NOOP("Pongwatch::Report", "connected to %1")}}},
    Setting<bool>{.path = "follow_redirects",
                  .own = &P::followRedirects,
                  .inUse = at<&C::followRedirects>(),
                  .options = {{{.name = "follow-redirects",
                                .help = QT_TRANSLATE_NOOP(
                                    "Pongwatch::CommandLine",
                                    "Go where the server sends us, at most 5 times; never from wss "
                                    "to ws")}}},
                  .editor = {.page = EditorPage::Connection,
                             .place = 5,
                             .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Follow redirects"),
                             .hint = QT_TRANSLATE_NOOP(
                                 "Pongwatch::SettingPages",
                                 "At most 5, never from wss to ws. Credentials go to the same origin "
                                 "only."),
                             .choices = {QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "No"),
                                         QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Yes")}},
                  .record = {.historyKey = "follow_redirects",
                             .reportKey = "follow_redirects",
                             .said = {nullptr, QT_TRANSLATE_NOOP("Pongwatch::Report", "follows redirects")}}},
    Setting<Client>{
        .path = "client",
        .own = &P::client,
        .inUse = at<&C::client>(),
        .words = {"qt", "wire"},
        .options = {{{.name = "client",
                      .value = "qt|wire",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Which WebSocket client connects: Qt's, or this program's "
                                                "own (qt)")}}},
        .editor = {.page = EditorPage::Connection,
                   .place = 4,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&WebSocket client"),
                   .hint = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                             "A second opinion, when it matters who misbehaves."),
                   .choices = {QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Qt's (QWebSocket)"),
                               QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Pongwatch's own (wire)")}},
        .record = {.historyKey = "client",
                   .reportKey = "client",
                   .beforeItWasKept = static_cast<int>(Client::Wire),
                   .said = {QT_TRANSLATE_NOOP("Pongwatch::Report", "by Qt's WebSocket client"),
                            QT_TRANSLATE_NOOP("Pongwatch::Report", "by Pongwatch's own WebSocket client")}}},
    Setting<AddressFamily>{
        .path = "address_family",
        .own = &P::addressFamily,
        .inUse = at<&C::addressFamily>(),
        .words = {"any", "ipv4", "ipv6"},
        .options = {{{.name = "ipv4",
                      .letter = '4',
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine", "Use IPv4 only"),
                      .flagSets = 1},
                     {.name = "ipv6",
                      .letter = '6',
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine", "Use IPv6 only"),
                      .flagSets = 2}}},
        .editor = {.page = EditorPage::Connection,
                   .place = 2,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Addresses"),
                   .choices = {QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "IPv4 and IPv6"),
                               QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Only IPv4"),
                               QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "Only IPv6")}}},
    Setting<qint64>{
        .path = "max_message_bytes",
        .own = &P::maxMessageBytes,
        .inUse = at<&C::maxMessageBytes>(),
        .range = {1, true, 1024.0 * 1024 * 1024},
        .options = {{{.name = "max-message",
                      .value = "BYTES",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "End the connection when the peer sends a larger message "
                                                "(1048576)")}}},
        .editor = {.page = EditorPage::Connection,
                   .place = 3,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Largest message"),
                   .hint = QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                             "A larger one ends the connection with 1009.")}},

    Setting<QString>{
        .path = "heartbeat.send",
        .own = &P::heartbeatSend,
        .inUse = heartbeatSend,
        .longest = longestText,
        .form = TextForm::Message,
        .options = {{{.name = "heartbeat",
                      .value = "TEXT",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "Send this text message in place of pings; %id% in it is new "
                                                "each time"),
                      .isSecret = true}}}, // it may log in as well as ask
        .dialsAnew = false,
        .editor = {.page = EditorPage::Heartbeat,
                   .place = 0,
                   .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Send"),
                   .hint =
                       QT_TRANSLATE_NOOP("Pongwatch::SettingPages",
                                         "A text message sent instead of each ping, for servers that don't "
                                         "answer pings. %1 in it is replaced by a new value each time."),
                   .placeholder =
                       QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "nothing: ping frames are sent")},
        .record = {.historyKey = "heartbeat",
                   .said = {nullptr,
                            QT_TRANSLATE_NOOP("Pongwatch::Report", "measured by a heartbeat in text")}}},
    Setting<QString>{
        .path = "heartbeat.expect",
        .own = &P::heartbeatExpect,
        .inUse = heartbeatExpect,
        .longest = longestText,
        .form = TextForm::Pattern,
        .options = {{{.name = "heartbeat-expect",
                      .value = "REGEX",
                      .help = QT_TRANSLATE_NOOP("Pongwatch::CommandLine",
                                                "What an answer to the heartbeat contains, with %id% for the "
                                                "same again (any message)")}}},
        .dialsAnew = false,
        .editor =
            {.page = EditorPage::Heartbeat,
             .place = 1,
             .label = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "&Expect"),
             .hint = QT_TRANSLATE_NOOP(
                 "Pongwatch::SettingPages",
                 "A regular expression that the answer must match; %1 stands for the value that was sent."),
             .placeholder = QT_TRANSLATE_NOOP("Pongwatch::SettingPages", "any text message")}},
};

} // namespace

std::span<const AnySetting> settingsTable()
{
    return table;
}

} // namespace Pongwatch
