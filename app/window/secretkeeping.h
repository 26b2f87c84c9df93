// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"
#include "workspace/secretstore.h"

#include <functional>

namespace Pongwatch
{

/// Passes all of them to the store before it returns, and calls `done` once with the errors, possibly before
/// returning. The store only answers while it exists.
void keepSecrets(SecretStore *store, const QList<ImportedSecret> &secrets,
                 const std::function<void(const QList<Error> &errors)> &done);

} // namespace Pongwatch
