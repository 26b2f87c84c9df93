// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretreference.h"

#include <QList>
#include <QUrl>

#include <functional>

namespace Pongwatch
{

/// Secrets in a URL's query. The file has a reference instead of each secret value, unencoded:
/// "wss://host/feed?room=7&token=$TOKEN", "…&token=keychain:host/feed". A value that really begins with a
/// dollar sign has it encoded (%24).

/// The references in a URL's query, in order.
[[nodiscard]] QList<SecretReference> secretReferencesIn(const QUrl &url);

/// The URL with the secret in place of each such reference. Characters not allowed in a query are
/// percent-encoded; the rest stays, because a token copied from a URL is already encoded.
[[nodiscard]] QUrl withSecret(const QUrl &url, const SecretReference &reference, const QString &secret);

/// The URL without the secrets in its query: `keep` is called with the name of a parameter and its value as
/// in the URL, and returns the reference to put in its place. Values that are already references stay.
[[nodiscard]] QUrl
withoutSecrets(const QUrl &url,
               const std::function<SecretReference(const QString &name, const QString &value)> &keep);

/// The name of the first parameter in a URL's query whose name marks it as a secret but that has no value:
/// "token" in "wss://host/feed?token=". Empty: there is none.
[[nodiscard]] QString emptySecretIn(const QUrl &url);

/// The URL in a form for comparison: without the default port, the path "/", and any secret or reference in
/// its query.
[[nodiscard]] QString comparableUrl(const QString &url);

} // namespace Pongwatch
