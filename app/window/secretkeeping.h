// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"
#include "workspace/secretstore.h"

#include <functional>

namespace Pongwatch
{

/// Puts all of them into the store, one after the other, and calls `done` once with the errors, perhaps
/// before the call returns. The store answers only while it lives.
void keepSecrets(SecretStore *store, const QList<ImportedSecret> &secrets,
                 const std::function<void(const QList<Error> &errors)> &done);

} // namespace Pongwatch
