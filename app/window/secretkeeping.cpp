// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/secretkeeping.h"

#include <memory>

namespace Pongwatch
{

namespace
{

struct Work {
    SecretStore *store = nullptr;
    QList<ImportedSecret> left;
    QList<Error> errors;
    std::function<void(const QList<Error> &)> done;
};

void next(const std::shared_ptr<Work> &work)
{
    if (work->left.isEmpty()) {
        work->done(work->errors);
        return;
    }
    const ImportedSecret secret = work->left.takeFirst();
    work->store->write(secret.name, secret.secret, [work](const Outcome &outcome) {
        if (!outcome)
            work->errors.append(outcome.error());
        next(work);
    });
}

} // namespace

void keepSecrets(SecretStore *store, const QList<ImportedSecret> &secrets,
                 const std::function<void(const QList<Error> &)> &done)
{
    next(std::make_shared<Work>(Work{store, secrets, {}, done}));
}

} // namespace Pongwatch
