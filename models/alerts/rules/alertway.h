// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"
#include "settings/secretreference.h"

#include <QList>
#include <QString>
#include <QStringList>

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

    friend bool operator==(const WebhookWay &, const WebhookWay &) = default;
};

/// How alerts are told, by the name that rules call it by. A value; secrets are references.
struct AlertWay {
    QString name;
    std::variant<CommandWay, WebhookWay> how;

    friend bool operator==(const AlertWay &, const AlertWay &) = default;
};

} // namespace Pongwatch
