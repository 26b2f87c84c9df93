// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examine/findings/finding.h"

namespace Pongwatch
{

/// Whether a request that is not as it should be was refused: by an HTTP status, by a Close frame at once, or
/// by an end without one. `facts` are those of FindingKind::Credentials, Path, Subprotocol or Origin.
[[nodiscard]] bool isRefused(const QJsonObject &facts);

/// What it means that a connection with an Origin that does not exist was refused, or was not (RFC
/// 6455 10.2). Browsers alone send an Origin that can be trusted, so it protects those who use one: a page of
/// another site can make their browser connect, with whatever it sends by itself and from the network that it
/// is in.
///
/// - Refused: Ok.
/// - Not checked, though the profile logs in by what browsers send by themselves (a cookie, Basic, a client
///   certificate): Fault, since a page of any site gets in as its visitor (cross-site WebSocket hijacking).
/// - Not checked, but refused without credentials that no page can send (a token in a header): Ok.
/// - Otherwise it depends on what the peer is for, which can't be seen from outside: Caution.
[[nodiscard]] FindingResult rateOrigin(const QJsonObject &facts);

} // namespace Pongwatch
