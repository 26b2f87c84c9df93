// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/keychain/keychainsecretstore.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace Pongwatch
{

namespace
{

/// In words for people; otherwise in the system's own, which contain no secret.
QString answerOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // QtKeychain's answer if there is no service on D-Bus
        return KeychainSecretStore::tr("no keychain is running");
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainSecretStore::tr("the keychain was not unlocked");
    case QKeychain::EntryNotFound:
        return KeychainSecretStore::tr("the keychain has no entry of that name");
    default:
        break;
    }
    const QString answer = job.errorString().trimmed();
    return answer.isEmpty() ? KeychainSecretStore::tr("the keychain did not say why") : answer.left(300);
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
}

void KeychainSecretStore::noteAnswer(int error)
{
    const bool isThere = error != QKeychain::NoBackendAvailable && error != QKeychain::NotImplemented &&
                         error != QKeychain::OtherError;
    if (isThere != std::exchange(m_isThere, isThere))
        Q_EMIT isThereChanged();
}

void KeychainSecretStore::probe()
{
    read(QStringLiteral("probe"), [](const Result<QString> &) {});
}

void KeychainSecretStore::read(const QString &name, const SecretReceiver &receiver)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this, job, name, receiver] {
        noteAnswer(job->error());
        if (job->error() == QKeychain::NoError) {
            receiver(job->textData());
            return;
        }
        const Error error{tr("reading the secret"), name, answerOf(*job)};
        // What the keychain did not accept is in memory.
        m_memory.read(name, [&receiver, &error](const Result<QString> &kept) {
            receiver(kept ? kept : Result<QString>(error));
        });
    });
    job->start();
}

void KeychainSecretStore::write(const QString &name, const QString &secret, const OutcomeReceiver &receiver)
{
    auto *job = new QKeychain::WritePasswordJob(m_service, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this, [this, job, name, secret, receiver] {
        noteAnswer(job->error());
        if (job->error() == QKeychain::NoError) {
            m_memory.remove(name, [](const Outcome &) {});
            receiver(success());
            return;
        }
        m_memory.write(name, secret, [](const Outcome &) {});
        receiver(
            Error{tr("saving the secret"), name, tr("%1: it is kept until you quit").arg(answerOf(*job))});
    });
    job->start();
}

void KeychainSecretStore::remove(const QString &name, const OutcomeReceiver &receiver)
{
    m_memory.remove(name, [](const Outcome &) {});
    auto *job = new QKeychain::DeletePasswordJob(m_service, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this, job, name, receiver] {
        noteAnswer(job->error());
        const bool gone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        receiver(gone ? success() : Outcome(Error{tr("removing the secret"), name, answerOf(*job)}));
    });
    job->start();
}

} // namespace Pongwatch
