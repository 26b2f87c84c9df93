// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/workspace.h"

namespace Pongwatch
{

/// What a profile can be copied as.
enum class CommandKind : quint8 { Pongwatch, PythonWebsockets, Websocat, Wscat };

/// A command line (for PythonWebsockets: a small program) that watches the same peer with another tool, or
/// headless. Never carries a secret: where one belongs stands $PONGWATCH_SECRET (or the profile's own
/// $VARIABLE), for the reader to set. A tool that can't do something a profile asks for goes without it.
[[nodiscard]] QString copyAsCommand(const Workspace &workspace, const ProfilePlace &place, CommandKind kind);

/// All profiles as a table (RFC 4180) that importCsv() reads: names, URLs, tags and own settings; no secrets,
/// no headers.
[[nodiscard]] QString exportCsv(const Workspace &workspace);

/// The whole workspace as a file for somebody else. A secret that somebody wrote into a header in plain view
/// gives way to $PONGWATCH_SECRET; references stay.
[[nodiscard]] QByteArray exportJson(const Workspace &workspace);

} // namespace Pongwatch
