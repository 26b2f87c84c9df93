// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "settings/secretreference.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace Pongwatch
{

/// A program that is started for each alert. It gets the alert on standard input and in PONGWATCH_*
/// variables.
struct CommandWay {
    QStringList command; ///< the program and its arguments; with `shell`, a line for /bin/sh
    bool usesShell = false;
    nanoseconds timeLimit = seconds(30); ///< after which it is ended

    friend bool operator==(const CommandWay &, const CommandWay &) = default;
};

/// An HTTP server to which each alert is posted.
struct WebhookWay {
    QString url;                             ///< http or https; empty if it is a secret
    SecretReference urlSecret;               ///< where the URL is, if it is a secret
    QString format = QStringLiteral("json"); ///< the name of a template
    SecretReference token;   ///< for "Authorization: Bearer …", or where the template puts it
    SecretReference signKey; ///< signs each post
    QList<std::pair<QString, QString>> headers;
    ProxySettings proxy; ///< without a password
    SecretReference proxySecret;

    friend bool operator==(const WebhookWay &, const WebhookWay &) = default;
};

/// A service that Debian's program `apprise` supports, by its URL, which contains a secret.
struct AppriseWay {
    SecretReference url;
    nanoseconds timeLimit = seconds(60); ///< after which it is ended

    friend bool operator==(const AppriseWay &, const AppriseWay &) = default;
};

/// A line for the system log.
struct SyslogWay {
    int facility = 3; ///< "daemon"; RFC 5424 6.2.1 has the numbers
    QString socket;   ///< a datagram socket of this machine; empty: /dev/log

    friend bool operator==(const SyslogWay &, const SyslogWay &) = default;
};

/// An entry in systemd's journal, with a field for each value.
struct JournalWay {
    QString socket; ///< empty: /run/systemd/journal/socket

    friend bool operator==(const JournalWay &, const JournalWay &) = default;
};

/// A sound on this machine's loudspeakers.
struct SoundWay {
    QString file; ///< empty: two tones of our own

    friend bool operator==(const SoundWay &, const SoundWay &) = default;
};

/// The names of the formats of webhooks. "json" is the payload as it is, the others are templates in
/// resources/webhooks.
[[nodiscard]] const QStringList &webhookFormats();

/// The names of syslog's facilities, by their numbers (RFC 5424 6.2.1): "kern", "user" …
[[nodiscard]] const QStringList &syslogFacilities();

using AlertWayKind = std::variant<CommandWay, WebhookWay, AppriseWay, SyslogWay, JournalWay, SoundWay>;

/// A way of telling alerts, with the name that rules use for it. A value; secrets are references.
struct AlertWay {
    QString name;
    AlertWayKind how;

    /// The desktop notification, which the window itself shows.
    [[nodiscard]] static QString desktop() { return QStringLiteral("desktop"); }
    /// "sound", "syslog" or "journal", which rules may name without a definition. nullopt: none of these.
    [[nodiscard]] static std::optional<AlertWay> ready(const QString &name);

    friend bool operator==(const AlertWay &, const AlertWay &) = default;
};

/// All ways that rules may name, except the desktop: those of a workspace, and those that need no definition.
[[nodiscard]] QList<AlertWay> allWays(const QList<AlertWay> &ofWorkspace);

/// Those of these names that no way has.
[[nodiscard]] QStringList waysWithout(const QStringList &names, const QList<AlertWay> &ofWorkspace);

} // namespace Pongwatch
