// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/delivery.h"
#include "workspace/secretstore.h"

#include <QProcessEnvironment>

namespace Pongwatch
{

/// Puts the secrets that ways refer to into them, just before they are used. Lives on the thread of its
/// store.
class WayResolver
{
public:
    using Receiver = std::function<void(const QList<ReadyWay> &)>;
    using IsTrusted = std::function<bool(const AlertWay &)>;

    /// The store outlives this, and answers only while it lives.
    explicit WayResolver(SecretStore *store,
                         const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

    /// Each of the ways, with its secrets or why it can't be used: no secret is read for a way that is not
    /// trusted. `receiver` is called once, perhaps before the call returns.
    void resolve(const QList<AlertWay> &ways, const IsTrusted &isTrusted, const Receiver &receiver) const;

private:
    struct Work;

    SecretStore *m_store;
    QProcessEnvironment m_environment;
};

} // namespace Pongwatch
