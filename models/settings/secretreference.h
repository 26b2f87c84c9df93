// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Pongwatch
{

/// Where a secret is, never the secret itself: all that a workspace knows of passwords and tokens.
struct SecretReference {
    enum class Kind : quint8 {
        None,
        Keychain,    ///< "keychain:NAME": an entry of the system's keychain
        Environment, ///< "$NAME": an environment variable, for headless use
    };
    Kind kind = Kind::None;
    QString name;

    /// Reads "keychain:NAME", "$NAME" or nothing; nullopt for anything else, which may be a secret itself:
    /// never show it.
    [[nodiscard]] static std::optional<SecretReference> parse(const QString &text);

    /// To a new entry of the keychain, whose name begins with what it is for and is nobody else's.
    [[nodiscard]] static SecretReference toNewEntry(const QString &purpose);

    /// As it stands in the file.
    [[nodiscard]] QString text() const;

    friend bool operator==(const SecretReference &, const SecretReference &) = default;
};

} // namespace Pongwatch
