// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/secretstore.h"

#include <QHash>

namespace Pongwatch
{

/// Keeps secrets while the program runs: for systems without a keychain, and for tests.
class MemorySecretStore final : public SecretStore
{
public:
    void read(const QString &name, const SecretReceiver &receiver) override;
    void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) override;
    void remove(const QString &name, const OutcomeReceiver &receiver) override;
    [[nodiscard]] bool isLasting() const override { return false; }

private:
    QHash<QString, QString> m_secrets;
};

} // namespace Pongwatch
