// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"

#include <QString>

namespace Pongwatch
{

/// The part of explain() for connections that never opened: the sentence for Dns, Refused, Unreachable, Tls,
/// HandshakeRejected, HandshakeInvalid, OpenTimeout and Proxy, and for an Eof, Reset or NetworkError during
/// the dial.
[[nodiscard]] QString explainDial(const Verdict &verdict);

} // namespace Pongwatch
