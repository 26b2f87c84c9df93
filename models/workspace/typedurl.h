// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QUrl>

namespace Pongwatch
{

/// A URL as a person types or pastes it.
struct TypedUrl {
    QUrl url;
    bool completed = false; ///< it is not what was typed: the person is shown what it became
};

/// What parseWebSocketUrl() takes; and https:// and http://, which stand for wss:// and ws:// as they do for
/// browsers (WHATWG WebSockets, "constructor steps"), and a mere host with whatever follows it: with wss://,
/// or ws:// on this machine. The error is that of parseWebSocketUrl().
[[nodiscard]] Result<TypedUrl> readTypedUrl(const QString &text);

} // namespace Pongwatch
