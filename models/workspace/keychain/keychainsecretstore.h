// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/memorysecretstore.h"

#include <QObject>

namespace Pongwatch
{

/// Secrets in the system's keychain, through QtKeychain. Where there is none, or where it refuses, a secret
/// is kept in memory for as long as the program runs, and the caller is told by the error of write(). Lives
/// on the GUI thread; the keychain may ask its user first, so that answers can take long. Nothing is ever
/// written to a file in the clear.
class KeychainSecretStore : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// `service` is what the keychain files its entries under.
    explicit KeychainSecretStore(QString service = QStringLiteral("pongwatch"), QObject *parent = nullptr);

    void read(const QString &name, const SecretReceiver &receiver) override;
    void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) override;
    void remove(const QString &name, const OutcomeReceiver &receiver) override;

    /// True until the keychain has shown that it isn't there: see probe().
    [[nodiscard]] bool isLasting() const override { return m_isThere; }

    /// Asks the keychain for nothing in particular; isThereChanged() follows when there is none.
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
