// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace Pongwatch
{

// The one place that knows what a secret looks like by its name or by its form. What is masked is only ever
// shown or kept so: the wire gets what the user wrote.

/// Stands where a secret was. Survives in a URL as it is, and is no secret itself.
inline constexpr QLatin1String secretMask("***");

/// Whether a value of that name (a parameter of a query, a member of an object, a header) is a secret by its
/// nature: "token", "access_token", "X-Amz-Signature", "listenKey". Names are compared word by word, whatever
/// their case and however the words are joined.
[[nodiscard]] bool isSecretName(QStringView name);

/// Whether a value looks like a secret whatever it is called: a JSON Web Token, a token with the prefix of a
/// known issuer, or at least 32 letters and digits mixed, in one run, as generators of keys make them.
[[nodiscard]] bool looksLikeSecret(QStringView value);

/// Whether a header says how it signs in, and not with what: "Authorization: Bearer". (RFC 9110 11.4 wants
/// credentials behind these schemes.)
[[nodiscard]] bool isSchemeWithoutCredentials(QStringView header, QStringView value);

/// A URL's text, also one that can't be parsed, as it may be shown and kept: without user information, and
/// with the mask for the values of its query whose name or form is that of a secret, for parts of its path
/// that have the form of one, and for a fragment. What is masked already stays as it is.
[[nodiscard]] QString maskedUrlText(const QString &url);

/// The same length for length, by '*': for the memory that a list of processes shows.
void coverSecretsInUrl(char *text);

/// Sub-protocols as they may be shown and kept. Browsers can send no header, so tokens travel there, beside a
/// name that says so ("bearer, eyJ…") or behind one ("base64url.bearer.authorization.k8s.io.…").
[[nodiscard]] QStringList maskedSubprotocols(const QStringList &subprotocols);

} // namespace Pongwatch
