// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Pongwatch
{

/// The name of a close code in two or three words: "restart" for 1012. Translated. Never empty: a code
/// without a name gets that of its range (RFC 6455 7.4.2 and IANA's registry of close codes).
[[nodiscard]] QString closeCodeName(quint16 code);

/// What a person should make of a close code received from a peer: one sentence, translated. Empty for codes
/// that only the peer's makers can interpret (3000 to 4999 without a registration).
[[nodiscard]] QString closeCodeAdvice(quint16 code);

} // namespace Pongwatch
