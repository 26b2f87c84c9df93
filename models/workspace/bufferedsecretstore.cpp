// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/bufferedsecretstore.h"

#include <algorithm>

namespace Pongwatch
{

BufferedSecretStore::BufferedSecretStore(SecretStore *behind)
    : m_behind(behind)
    , m_held(std::make_shared<Buffer>())
{
}

BufferedSecretStore::~BufferedSecretStore() = default;

void BufferedSecretStore::read(const QString &name, const SecretReceiver &receiver)
{
    const auto held = m_held->constFind(name);
    if (held != m_held->constEnd())
        receiver(QString(held->secret)); // a copy, because the receiver may write
    else
        m_behind->read(name, receiver);
}

void BufferedSecretStore::write(const QString &name, const QString &secret, const OutcomeReceiver &receiver)
{
    const quint64 number = ++m_writes;
    m_held->insert(name, {secret, number, true});
    m_behind->write(name, secret,
                    [held = std::weak_ptr(m_held), name, number, receiver](const Outcome &outcome) {
                        const std::shared_ptr<Buffer> buffer = held.lock();
                        if (!buffer)
                            return;
                        const auto found = buffer->find(name);
                        if (found != buffer->end() && found->write == number) {
                            if (outcome)
                                buffer->erase(found);
                            else
                                found->isWaiting = false;
                        }
                        receiver(outcome);
                    });
}

void BufferedSecretStore::keepForThisRun(const QString &name, const QString &secret)
{
    m_held->insert(name, {secret, ++m_writes, false});
}

void BufferedSecretStore::remove(const QString &name, const OutcomeReceiver &receiver)
{
    m_held->remove(name);
    m_behind->remove(name, receiver);
}

qsizetype BufferedSecretStore::waiting() const
{
    return std::count_if(m_held->cbegin(), m_held->cend(), [](const Held &held) { return held.isWaiting; });
}

} // namespace Pongwatch
