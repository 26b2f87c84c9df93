// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/secretstore.h"

#include <QHash>

#include <memory>

namespace Pongwatch
{

/// Holds secrets in memory until the underlying store has accepted them, so that they can be read at once
/// however long a keychain waits for its user. What the store refuses stays in memory until the program ends.
/// Lives on one thread.
class BufferedSecretStore : public SecretStore
{
public:
    /// The underlying store must outlive this object.
    explicit BufferedSecretStore(SecretStore *behind);
    ~BufferedSecretStore() override;

    void read(const QString &name, const SecretReceiver &receiver) override;
    void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) override;
    void remove(const QString &name, const OutcomeReceiver &receiver) override;

    /// Keeps a secret that should not go to the underlying store: it is lost when the program ends.
    void keepForThisRun(const QString &name, const QString &secret);

    void probe() override { m_behind->probe(); }
    [[nodiscard]] bool isLasting() const override { return m_behind->isLasting(); }

    /// How many secrets the underlying store has neither accepted nor refused yet.
    [[nodiscard]] qsizetype waiting() const;

private:
    struct Held {
        QString secret;
        quint64 write = 0; ///< the last write() with that name; answers to earlier ones are ignored
        bool isWaiting = true;
    };
    using Buffer = QHash<QString, Held>;

    SecretStore *m_behind;
    std::shared_ptr<Buffer> m_held; ///< shared with answers that may come after this object is destroyed
    quint64 m_writes = 0;
};

} // namespace Pongwatch
