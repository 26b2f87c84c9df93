// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"

#include <QString>

namespace Pongwatch
{

/// Tells the reason from what the TLS library said, in English (OpenSSL's and Qt's words): for records that
/// were written before verdicts carried a TlsFailure.
[[nodiscard]] TlsFault classifyTlsFault(const QString &detail);

} // namespace Pongwatch
