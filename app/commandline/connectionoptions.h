// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"
#include "engine/values/settings.h"
#include "workspace/dialoguepreset.h"

namespace Pongwatch
{

/// The options for how to dial and watch a peer, the same for all commands that do so.
[[nodiscard]] QList<OptionSpec> connectionOptionSpecs();

/// Those for when the network paths to peers are traced, which is up to what watches them.
[[nodiscard]] QList<OptionSpec> automaticTraceOptionSpecs();

/// The settings from all of these options; others stay as in `defaults`. Reads the environment and the files
/// that the options name. Ignores name and URL.
[[nodiscard]] Result<ConnectionSettings> readConnectionOptions(const ParsedArguments &arguments,
                                                               const ConnectionSettings &defaults = {});

/// A peer's URL as passed to a command. Errors: it is not a URL, or a token in it is empty.
[[nodiscard]] Result<QUrl> readDialledUrl(const QString &text);

/// `settings` for the peer at `url`, which was already checked. A user name and password in the URL become
/// basic authentication, unless the options say otherwise; a preset is filled in, and if there is none, the
/// ends are noted that one of `presets` would avoid.
[[nodiscard]] ConnectionSettings settingsFor(const QUrl &url, const ConnectionSettings &settings,
                                             const QList<DialoguePreset> &presets = {});

} // namespace Pongwatch
