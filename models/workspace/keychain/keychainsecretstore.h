// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/memorysecretstore.h"

#include <QObject>

namespace Pongwatch
{

/// Secrets in the system's keychain, using QtKeychain. If there is none, or if it refuses, a secret
/// stays in memory while the program runs, and write() reports an error. Lives on the GUI thread; the
/// keychain may ask its user first, so answers can take long. Nothing is ever written to a file
/// unencrypted.
class KeychainSecretStore : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// `service` is the name under which the keychain stores its entries.
    explicit KeychainSecretStore(QString service = QStringLiteral("pongwatch"), QObject *parent = nullptr);

    void read(const QString &name, const SecretReceiver &receiver) override;
    void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) override;
    void remove(const QString &name, const OutcomeReceiver &receiver) override;

    /// True until the keychain has turned out to be missing: see probe().
    [[nodiscard]] bool isLasting() const override { return m_isThere; }

    /// Sends the keychain a dummy request; isThereChanged() follows if there is no keychain.
    void probe() override;

Q_SIGNALS:
    void isThereChanged();

private:
    void noteAnswer(int error);

    QString m_service;
    MemorySecretStore m_memory;
    bool m_isThere = true;
};

} // namespace Pongwatch
