// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"
#include "workspace/secretstore.h"

#include <functional>

namespace Pongwatch
{

/// Hands all of them to the store before it returns, and calls `done` once with the errors, perhaps before
/// that. The store answers only while it lives.
void keepSecrets(SecretStore *store, const QList<ImportedSecret> &secrets,
                 const std::function<void(const QList<Error> &errors)> &done);

} // namespace Pongwatch
