// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/secretstore.h"

#include <QHash>

#include <memory>

namespace Pongwatch
{

/// Holds a secret in memory until the store behind has taken it, so that it can be read at once however long
/// a keychain waits for its user. What the store refuses stays in memory until the program ends. Lives on one
/// thread.
class BufferedSecretStore : public SecretStore
{
public:
    /// The store behind outlives this.
    explicit BufferedSecretStore(SecretStore *behind);
    ~BufferedSecretStore() override;

    void read(const QString &name, const SecretReceiver &receiver) override;
    void write(const QString &name, const QString &secret, const OutcomeReceiver &receiver) override;
    void remove(const QString &name, const OutcomeReceiver &receiver) override;

    /// Holds a secret that the store behind is not to have: it ends with the program.
    void keepForThisRun(const QString &name, const QString &secret);

    void probe() override { m_behind->probe(); }
    [[nodiscard]] bool isLasting() const override { return m_behind->isLasting(); }

    /// How many secrets the store behind has neither taken nor refused yet.
    [[nodiscard]] qsizetype waiting() const;

private:
    struct Held {
        QString secret;
        quint64 write = 0; ///< the last write() of that name; answers to earlier ones don't count
        bool isWaiting = true;
    };
    using Buffer = QHash<QString, Held>;

    SecretStore *m_behind;
    std::shared_ptr<Buffer> m_held; ///< shared with answers that come when this is gone
    quint64 m_writes = 0;
};

} // namespace Pongwatch
