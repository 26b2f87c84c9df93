// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Pongwatch
{

/// Where a secret is stored, but never the secret itself: all that a workspace knows of passwords and tokens.
struct SecretReference {
    enum class Kind : quint8 {
        None,
        Keychain,    ///< "keychain:NAME": an entry of the system's keychain
        Environment, ///< "$NAME": an environment variable, for headless use
    };
    Kind kind = Kind::None;
    QString name;

    /// Parses "keychain:NAME", "$NAME" or nothing; nullopt for anything else. That may be a secret itself, so
    /// never show it.
    [[nodiscard]] static std::optional<SecretReference> parse(const QString &text);

    /// A reference to a new keychain entry, with a unique name that begins with its purpose.
    [[nodiscard]] static SecretReference toNewEntry(const QString &purpose);

    /// As written in the file.
    [[nodiscard]] QString text() const;

    friend bool operator==(const SecretReference &, const SecretReference &) = default;
};

} // namespace Pongwatch
