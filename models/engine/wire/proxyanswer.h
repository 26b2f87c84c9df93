// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"

namespace Pongwatch
{

/// What an answer other than 200 to CONNECT means: the proxy's own refusal, or what it met beyond itself. By
/// the status, and by what proxies say with it: Proxy-Status (RFC 9209), Squid's error with its number, and
/// only then their words. Any thread.
[[nodiscard]] ProxyFault faultOfProxyAnswer(const HttpAnswer &answer);

/// The same of a SOCKS 5 reply (RFC 1928 6) other than 0.
[[nodiscard]] ProxyFault faultOfSocksReply(quint8 reply);

} // namespace Pongwatch
