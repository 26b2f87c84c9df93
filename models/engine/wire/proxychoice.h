// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/settings.h"

#include <QNetworkProxy>

namespace Pongwatch
{

/// The proxy that a dial with these settings goes through; NoProxy: none. For ProxyKind::System the system is
/// asked (as for https:// and http://), but never about this machine itself: no proxy could reach its
/// loopback addresses. May block for as long as the system needs to answer.
[[nodiscard]] QNetworkProxy chooseProxy(const ConnectionSettings &settings);

/// The port to dial: the URL's, or the scheme's default.
[[nodiscard]] quint16 portOf(const QUrl &url);

} // namespace Pongwatch
