// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"
#include "engine/values/suspects.h"
#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// Tells the reason from what the TLS library said, in English (OpenSSL's and Qt's words): for records that
/// were written before verdicts carried a TlsFailure.
[[nodiscard]] TlsFault classifyTlsFault(const QString &detail);

/// How TLS failed in this verdict, also when it was written before verdicts said so in numbers.
[[nodiscard]] TlsFailure tlsFailureOf(const Verdict &verdict);

/// Where to look after it. What the server said of this side by an alert points to this side; what this side
/// found in what the server showed points to the peer (RFC 8446 6.2).
[[nodiscard]] Suspicion suspicionOfTls(const TlsFailure &failure);

/// The sentence about it, without the system's words. Translated.
[[nodiscard]] QString explainTlsFailure(const TlsFailure &failure);

} // namespace Pongwatch
