// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QCoreApplication>

#include <functional>

namespace Pongwatch
{

/// The translation context shared by several files here.
struct SecretStoreStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::SecretStore)
};

/// Where secrets are stored. Answers come through a function, since a keychain may ask the user first; it is
/// called once, on the caller's thread, possibly before the call returns. Errors never contain the secret.
class SecretStore
{
public:
    using SecretReceiver = std::function<void(const Result<QString> &)>;
    using OutcomeReceiver = std::function<void(const Outcome &)>;

    virtual ~SecretStore() = default;

    virtual void read(const QString &name, const SecretReceiver &receiver) = 0;
    virtual void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) = 0;
    /// Also succeeds if there is nothing with that name.
    virtual void remove(const QString &name, const OutcomeReceiver &receiver) = 0;

    /// Starts to find out whether it exists at all; a store in memory always does.
    virtual void probe() {}

    /// False if secrets are lost when the program ends, which the user must be told.
    [[nodiscard]] virtual bool isLasting() const = 0;
};

} // namespace Pongwatch
