// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/result.h"
#include "engine/values/settings.h"

#include <QSslConfiguration>

class QSslSocket;

namespace Pongwatch
{

/// What a TLS client needs for these settings: at least TLS 1.2, the authorities to trust, and the client's
/// certificate and key. The error names the file that can't be read or has the wrong contents.
[[nodiscard]] Result<QSslConfiguration> makeTlsConfiguration(const TlsSettings &settings);

/// What TLS agreed on, once the handshake is over.
[[nodiscard]] TlsFacts tlsFactsOf(const QSslSocket &socket, bool verified);

} // namespace Pongwatch
