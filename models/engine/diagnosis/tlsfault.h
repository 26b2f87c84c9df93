// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"
#include "engine/values/suspects.h"
#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// Derives the reason from the TLS library's message, in English (the wording of OpenSSL and Qt): for records
/// from before verdicts had a TlsFailure.
[[nodiscard]] TlsFault classifyTlsFault(const QString &detail);

/// How TLS failed in this verdict; also for verdicts from before they had a TlsFailure.
[[nodiscard]] TlsFailure tlsFailureOf(const Verdict &verdict);

/// Where to look after it. If the server complained about this side in an alert, that is this side; if this
/// side found fault with the server's certificate or answer, it is the peer (RFC 8446 6.2).
[[nodiscard]] Suspicion suspicionOfTls(const TlsFailure &failure);

/// The sentence about it, without the library's own wording. Translated.
[[nodiscard]] QString explainTlsFailure(const TlsFailure &failure);

} // namespace Pongwatch
