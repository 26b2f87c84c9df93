// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QUrl>

namespace Pongwatch
{

/// A URL as typed or pasted by people.
struct TypedUrl {
    QUrl url;
    bool completed = false; ///< it differs from what was typed: the user is shown the result
};

/// Accepts what parseWebSocketUrl() does; also https:// and http://, which mean wss:// and ws:// as in
/// browsers (WHATWG WebSockets, "constructor steps"), and a host without scheme, with anything that follows:
/// it gets wss://, or ws:// on this machine. The error is that of parseWebSocketUrl().
[[nodiscard]] Result<TypedUrl> readTypedUrl(const QString &text);

} // namespace Pongwatch
