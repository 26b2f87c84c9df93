// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace Pongwatch
{

// The only place that knows how to recognise a secret by its name or form. Masked text is only for showing
// and storing: on the wire goes what the user wrote.

/// Replaces a secret. Survives in a URL unchanged, and is never taken for a secret itself.
inline constexpr QLatin1String secretMask("***");

/// Whether a value with that name (a query parameter, an object member, a header) is by nature a secret:
/// "token", "access_token", "X-Amz-Signature", "listenKey". Names are compared word by word, ignoring case
/// and the way the words are joined.
[[nodiscard]] bool isSecretName(QStringView name);

/// Whether a value looks like a secret whatever its name: a JSON Web Token, a token with a known issuer's
/// prefix, or a run of at least 32 mixed letters and digits, as key generators make them.
[[nodiscard]] bool looksLikeSecret(QStringView value);

/// Whether a header names only its authentication scheme, without credentials: "Authorization: Bearer". (RFC
/// 9110 11.4 requires credentials after these schemes.)
[[nodiscard]] bool isSchemeWithoutCredentials(QStringView header, QStringView value);

/// The text of a URL, even of one that can't be parsed, as it may be shown and stored: without user
/// information, and with the mask in place of query values whose name or form is that of a secret, of path
/// segments with the form of one, and of the fragment. Anything already masked stays as it is.
[[nodiscard]] QString maskedUrlText(const QString &url);

/// Overwrites secrets with '*' in place, keeping the length: for the memory that a process list shows.
void coverSecretsInUrl(char *text);

/// Sub-protocols as they may be shown and stored. Browsers can't send headers, so tokens travel here, beside
/// a name that says so ("bearer, eyJ…") or after one ("base64url.bearer.authorization.k8s.io.…").
[[nodiscard]] QStringList maskedSubprotocols(const QStringList &subprotocols);

} // namespace Pongwatch
