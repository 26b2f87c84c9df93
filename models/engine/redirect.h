// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/httpanswer.h"
#include "engine/values/settings.h"

#include <QString>
#include <QUrl>

namespace Pongwatch
{

/// At most so many redirects are followed in one dial.
inline constexpr int mostRedirects = 5;

/// Where an answer sends a client: a WebSocket URL, or why it is not gone to.
struct Redirect {
    QUrl url;        ///< empty: the answer redirects nowhere, or `refusal` says why it is not followed
    QString refusal; ///< a clause for a person; translated

    friend bool operator==(const Redirect &, const Redirect &) = default;
};

/// Reads a redirect (301, 302, 303, 307 and 308 with a Location, RFC 9110 15.4): http and https count as ws
/// and wss, a relative Location is resolved against `from`. Never from wss to ws. Any thread.
[[nodiscard]] Redirect redirectFrom(const QUrl &from, const HttpAnswer &answer);

/// The settings to dial the target of a redirect with. Another origin (scheme, host or port) gets no
/// credentials: no authorization, no headers of the user's, no client certificate. Any thread.
[[nodiscard]] ConnectionSettings redirected(const ConnectionSettings &original, const QUrl &target);

} // namespace Pongwatch
