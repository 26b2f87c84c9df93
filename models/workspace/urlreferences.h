// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretreference.h"

#include <QList>
#include <QUrl>

#include <functional>

namespace Pongwatch
{

/// Secrets in the query of a URL. Where one belongs, the file has a reference in place of the value, written
/// plainly: "wss://host/feed?room=7&token=$TOKEN", "…&token=keychain:host/feed". A value that shall begin
/// with a dollar sign has it encoded (%24).

/// The references in a URL's query, in order.
[[nodiscard]] QList<SecretReference> secretReferencesIn(const QUrl &url);

/// The URL with the secret in place of each such reference. What can't stand in a query is percent-encoded;
/// the rest goes out as it is, because a token that was copied from a URL is encoded already.
[[nodiscard]] QUrl withSecret(const QUrl &url, const SecretReference &reference, const QString &secret);

/// The URL without the secrets in its query: `keep` gets the name of a parameter and its value as it stood in
/// the URL, and gives the reference that takes its place. Values that are references already stay.
[[nodiscard]] QUrl
withoutSecrets(const QUrl &url,
               const std::function<SecretReference(const QString &name, const QString &value)> &keep);

/// The name of the first parameter of a URL's query that by its name is a secret and has no value: "token" of
/// "wss://host/feed?token=". Empty: there is none.
[[nodiscard]] QString emptySecretIn(const QUrl &url);

/// The URL in a form in which two that mean the same are equal: the usual port and the path "/" left out, and
/// no secret or reference in its query.
[[nodiscard]] QString comparableUrl(const QString &url);

} // namespace Pongwatch
