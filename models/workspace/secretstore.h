// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QCoreApplication>

#include <functional>

namespace Pongwatch
{

/// The translation context that several files here share.
struct SecretStoreStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::SecretStore)
};

/// Where secrets are kept. Answers come by a function, because a keychain may ask the user first; it is
/// called once, on the caller's thread, perhaps before the call returns. Errors never contain the secret.
class SecretStore
{
public:
    using SecretReceiver = std::function<void(const Result<QString> &)>;
    using OutcomeReceiver = std::function<void(const Outcome &)>;

    virtual ~SecretStore() = default;

    virtual void read(const QString &name, const SecretReceiver &receiver) = 0;
    virtual void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) = 0;
    /// Succeeds too when there is nothing of that name.
    virtual void remove(const QString &name, const OutcomeReceiver &receiver) = 0;

    /// Begins to find out whether it is there at all; a store in memory always is.
    virtual void probe() {}

    /// False when secrets are gone with the end of the program, which the user has to be told.
    [[nodiscard]] virtual bool isLasting() const = 0;
};

} // namespace Pongwatch
