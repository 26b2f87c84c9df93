// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/memorysecretstore.h"

#include "workspace/secretstore.h"

#include <QCoreApplication>

namespace Pongwatch
{

void MemorySecretStore::read(const QString &name, const SecretReceiver &receiver)
{
    const auto found = m_secrets.constFind(name);
    if (found == m_secrets.constEnd())
        receiver(Error{SecretStoreStrings::tr("reading the secret"), name,
                       SecretStoreStrings::tr("there is none of that name")});
    else
        receiver(*found);
}

void MemorySecretStore::write(const QString &name, const QString &secret, const OutcomeReceiver &receiver)
{
    m_secrets.insert(name, secret);
    receiver(success());
}

void MemorySecretStore::remove(const QString &name, const OutcomeReceiver &receiver)
{
    m_secrets.remove(name);
    receiver(success());
}

} // namespace Pongwatch
