// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/dialfacts.h"
#include "engine/values/settings.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

#include <optional>

namespace Pongwatch
{

/// The proxy that a dial goes through, and who said so.
struct ChosenProxy {
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    std::optional<ProxyUse> use; ///< nullopt: none
    QString refusal;             ///< why the proxy that is set can't be used; translated; empty: it can

    [[nodiscard]] bool isProxied() const { return use.has_value(); }
};

/// The proxy that a dial with these settings goes through. For ProxyKind::System the environment is read as
/// curl reads it; where it says nothing about proxies, the system is asked (as for https:// and http://).
/// Neither is asked about this machine itself: no proxy could reach its loopback addresses. A proxy of a kind
/// that can't be used is refused, never passed over. May block for as long as the system needs to answer.
[[nodiscard]] ChosenProxy
chooseProxy(const ConnectionSettings &settings,
            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

/// What is dialled: the address that the settings give in place of the URL's, or host and port of the URL.
[[nodiscard]] ConnectTarget targetOf(const ConnectionSettings &settings);

/// The port to dial: the URL's, or the scheme's default.
[[nodiscard]] quint16 portOf(const QUrl &url);

} // namespace Pongwatch
