// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/wire/openinghandshake.h"

#include <QNetworkRequest>
#include <QUrl>

namespace Pongwatch
{

/// What to ask QWebSocket for, so that it sends what the wire client would send for this URL and these
/// fields.
[[nodiscard]] QNetworkRequest makeQtRequest(const QUrl &url, const HandshakeFields &fields);

} // namespace Pongwatch
