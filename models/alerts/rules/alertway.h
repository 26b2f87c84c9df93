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

/// A program that is started for each alert, with the alert on its standard input and in PONGWATCH_*
/// variables.
struct CommandWay {
    QStringList command; ///< the program and its arguments; with `shell` one line for /bin/sh
    bool usesShell = false;
    nanoseconds timeLimit = seconds(30); ///< after which it is ended

    friend bool operator==(const CommandWay &, const CommandWay &) = default;
};

/// An HTTP server that each alert is posted to.
struct WebhookWay {
    QString url;                             ///< http or https; empty when it is a secret itself
    SecretReference urlSecret;               ///< where the URL is, if it is one
    QString format = QStringLiteral("json"); ///< the name of a template
    SecretReference token;   ///< "Authorization: Bearer …", or what the template makes of it
    SecretReference signKey; ///< each post is signed with it
    QList<std::pair<QString, QString>> headers;
    ProxySettings proxy; ///< without a password
    SecretReference proxySecret;

    friend bool operator==(const WebhookWay &, const WebhookWay &) = default;
};

/// One of the services that Debian's program `apprise` knows, by its URL, in which there is a secret.
struct AppriseWay {
    SecretReference url;
    nanoseconds timeLimit = seconds(60); ///< after which it is ended

    friend bool operator==(const AppriseWay &, const AppriseWay &) = default;
};

/// A line for the system's log daemon.
struct SyslogWay {
    int facility = 3; ///< "daemon"; RFC 5424 6.2.1 has the numbers
    QString socket;   ///< a datagram socket of this machine; empty: /dev/log

    friend bool operator==(const SyslogWay &, const SyslogWay &) = default;
};

/// An entry of systemd's journal, with a field for each of its values.
struct JournalWay {
    QString socket; ///< empty: /run/systemd/journal/socket

    friend bool operator==(const JournalWay &, const JournalWay &) = default;
};

/// A sound from this machine's loudspeakers.
struct SoundWay {
    QString file; ///< empty: two tones of our own

    friend bool operator==(const SoundWay &, const SoundWay &) = default;
};

/// What webhooks are filled with, by name: "json" is the payload as it is, the others are templates in
/// resources/webhooks.
[[nodiscard]] const QStringList &webhookFormats();

/// The names of syslog's facilities, by their numbers (RFC 5424 6.2.1): "kern", "user" …
[[nodiscard]] const QStringList &syslogFacilities();

using AlertWayKind = std::variant<CommandWay, WebhookWay, AppriseWay, SyslogWay, JournalWay, SoundWay>;

/// How alerts are told, by the name that rules call it by. A value; secrets are references.
struct AlertWay {
    QString name;
    AlertWayKind how;

    /// The notification of the desktop, which the window shows by itself.
    [[nodiscard]] static QString desktop() { return QStringLiteral("desktop"); }
    /// "sound", "syslog" or "journal", which rules may name without saying how; nullopt: none of them.
    [[nodiscard]] static std::optional<AlertWay> ready(const QString &name);

    friend bool operator==(const AlertWay &, const AlertWay &) = default;
};

/// All that rules may name but the desktop: those of a workspace, and those that need no saying how.
[[nodiscard]] QList<AlertWay> allWays(const QList<AlertWay> &ofWorkspace);

/// Of these names those that are no way's.
[[nodiscard]] QStringList waysWithout(const QStringList &names, const QList<AlertWay> &ofWorkspace);

} // namespace Pongwatch
