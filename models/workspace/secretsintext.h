// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// A text that is sent to a peer, such as a heartbeat, as it may leave the program: with the mask for values
/// whose name is that of a secret ({"token": "…"}, token=…), and for words that look like one.
[[nodiscard]] QString withMaskedSecrets(const QString &text);

} // namespace Pongwatch
