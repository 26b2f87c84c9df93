// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/suspects.h"
#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// The forward proxy of a dial, by name, and where its setting came from: "the proxy http://p:3128 (from
/// https_proxy)". Translated.
[[nodiscard]] QString proxyWithSource(const ProxyUse &proxy);

/// The sentences about Cause::Proxy: what the proxy did, or what happened beyond it. Translated.
[[nodiscard]] QString explainProxy(const Verdict &verdict);

/// Where to look after Cause::Proxy. The proxy is not to blame for a server that it can't reach.
[[nodiscard]] Suspicion suspicionOfProxy(const Verdict &verdict);

/// "[::1]:9001 refused the connection; 192.0.2.1:9001 did not answer within 9.7 s." Empty if there were no
/// attempts. Translated.
[[nodiscard]] QString explainAttempts(const QList<AddressAttempt> &attempts);

} // namespace Pongwatch
