// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/alertwatch.h"

namespace Pongwatch
{

/// A notification: two plain texts.
struct AlertText {
    QString title;
    QString body;
};

/// What is said of those in trouble: one peer with its verdict, or how many there are and the first names.
/// Empty when there are none.
[[nodiscard]] AlertText troubleText(const PeerBook &book, const Alert &alert);

/// The same of those that are well again.
[[nodiscard]] AlertText recoveryText(const PeerBook &book, const Alert &alert);

} // namespace Pongwatch
