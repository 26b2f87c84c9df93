// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/profileimport.h"

namespace Pongwatch
{

/// Whether a text begins with the request of a handshake, as on the wire or as copied from browsers: "GET /ws
/// HTTP/1.1".
[[nodiscard]] bool isRequestStart(const QString &line);

/// Whether a line is one of its headers.
[[nodiscard]] bool isRequestHeader(const QString &line);

/// Reads such a request, with its headers.
void importRequestInto(const QString &text, const QString &place, ImportResult &result);

} // namespace Pongwatch
