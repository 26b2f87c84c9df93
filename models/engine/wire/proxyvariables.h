// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

#include <optional>

namespace Pongwatch
{

/// What the environment says about the proxy for a URL.
struct ProxyVariable {
    QString name;  ///< of the variable: "https_proxy"; "no_proxy" if that one excludes the proxy
    QString value; ///< the proxy, as written; empty: none

    friend bool operator==(const ProxyVariable &, const ProxyVariable &) = default;
};

/// The proxy that environment variables name for a URL, as curl reads them (curl(1), ENVIRONMENT): ws_proxy
/// and wss_proxy, else http_proxy for ws and http (in lower case only) and https_proxy for wss and https,
/// else all_proxy; none of them for the hosts of no_proxy. nullopt: no variable says anything about proxies
/// at all, so that the system may be asked. Any thread.
[[nodiscard]] std::optional<ProxyVariable> proxyVariableFor(const QUrl &url,
                                                            const QProcessEnvironment &environment);

/// Whether no_proxy contains this host: "*" alone means all; otherwise it lists, separated by commas or
/// blanks, host names or parent domains, with or without a leading dot, and addresses or CIDR blocks. Ports
/// are not considered.
[[nodiscard]] bool isInNoProxy(const QString &host, const QString &noProxy);

} // namespace Pongwatch
