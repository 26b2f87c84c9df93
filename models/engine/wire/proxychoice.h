// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"
#include "engine/values/settings.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

#include <optional>

namespace Pongwatch
{

/// The proxy for a dial, and where it was set.
struct ChosenProxy {
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    std::optional<ProxyUse> use; ///< nullopt: none
    QString refusal;             ///< why the configured proxy can't be used; translated; empty: it can

    [[nodiscard]] bool isProxied() const { return use.has_value(); }
};

/// The proxy for a dial with these settings. For ProxyKind::System, reads the environment as curl does; if it
/// says nothing about proxies, asks the system (as for https:// and http://). Neither applies to this machine
/// itself: no proxy could reach its loopback addresses. A proxy of an unsupported kind is refused, never
/// bypassed. May block for as long as the system takes to answer.
[[nodiscard]] ChosenProxy
chooseProxy(const ConnectionSettings &settings,
            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

/// What to dial: the address that the settings give instead of the URL's, or else the URL's host and port.
[[nodiscard]] ConnectTarget targetOf(const ConnectionSettings &settings);

/// The port to dial: the URL's, or the scheme's default.
[[nodiscard]] quint16 portOf(const QUrl &url);

} // namespace Pongwatch
