// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/secretkeeping.h"

#include <memory>

namespace Pongwatch
{

void keepSecrets(SecretStore *store, const QList<ImportedSecret> &secrets,
                 const std::function<void(const QList<Error> &)> &done)
{
    struct Answers {
        qsizetype missing = 0;
        QList<Error> errors;
    };
    if (secrets.isEmpty()) {
        done({});
        return;
    }
    const auto answers = std::make_shared<Answers>();
    answers->missing = secrets.size();
    for (const ImportedSecret &secret : secrets) {
        store->write(secret.name, secret.secret, [answers, done](const Outcome &outcome) {
            if (!outcome)
                answers->errors.append(outcome.error());
            if (--answers->missing == 0)
                done(answers->errors);
        });
    }
}

} // namespace Pongwatch
