// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"

namespace Pongwatch
{

/// The meaning of an answer other than 200 to CONNECT: the proxy's own refusal, or what happened beyond it.
/// Judges by the status and what proxies send with it: Proxy-Status (RFC 9209), Squid's numbered error, and
/// only then their text. Any thread.
[[nodiscard]] ProxyFault faultOfProxyAnswer(const HttpAnswer &answer);

/// The same for a SOCKS 5 reply (RFC 1928 6) other than 0.
[[nodiscard]] ProxyFault faultOfSocksReply(quint8 reply);

} // namespace Pongwatch
