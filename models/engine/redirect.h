// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/httpanswer.h"
#include "engine/values/settings.h"

#include <QString>
#include <QUrl>

namespace Pongwatch
{

/// How many redirects are followed in one dial.
inline constexpr int mostRedirects = 5;

/// Where an answer redirects to: a WebSocket URL, or the reason not to follow it.
struct Redirect {
    QUrl url;        ///< empty: the answer doesn't redirect, or `refusal` says why it isn't followed
    QString refusal; ///< a clause for people; translated

    friend bool operator==(const Redirect &, const Redirect &) = default;
};

/// Reads a redirect (301, 302, 303, 307 or 308 with a Location, RFC 9110 15.4). http and https count as ws
/// and wss; a relative Location is resolved against `from`. Never leads from wss to ws. Any thread.
[[nodiscard]] Redirect redirectFrom(const QUrl &from, const HttpAnswer &answer);

/// The settings for dialling the target of a redirect. Another origin (scheme, host or port) gets no
/// credentials: no authorization, no custom headers, no client certificate, no secret subprotocols, no
/// messages of the dialogue that have a secret in them. Any thread.
[[nodiscard]] ConnectionSettings redirected(const ConnectionSettings &original, const QUrl &target);

} // namespace Pongwatch
