// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/settings.h"

namespace Pongwatch
{

/// Parses a proxy as written in files and on the command line: "system", "none", "http://host:port" or
/// "socks5://host:port", with "user@" or "user:password@" before the host.
Result<ProxySettings> parseProxy(const QString &text);

/// The proxy in that form, without its password.
[[nodiscard]] QString proxyText(const ProxySettings &proxy);

} // namespace Pongwatch
