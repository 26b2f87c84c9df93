// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

namespace Pongwatch
{

/// The formats in which a profile can be copied.
enum class CommandKind : quint8 { Pongwatch, PythonWebsockets, Websocat, Wscat };

/// A command line (for PythonWebsockets: a small program) that watches the same peer with another tool, or
/// headless. Never contains a secret: in place of each there is $PONGWATCH_SECRET (or the profile's own
/// $VARIABLE), to be set by the reader. What the tool can't do is left out.
[[nodiscard]] QString copyAsCommand(const Workspace &workspace, const ProfilePlace &place, CommandKind kind);

/// All profiles as a table (RFC 4180) that importCsv() can read: names, URLs, tags and own settings; without
/// secrets or headers.
[[nodiscard]] QString exportCsv(const Workspace &workspace);

/// The whole workspace as a file for somebody else. A secret written in plain text in a header is replaced by
/// $PONGWATCH_SECRET; references stay.
[[nodiscard]] QByteArray exportJson(const Workspace &workspace);

} // namespace Pongwatch
