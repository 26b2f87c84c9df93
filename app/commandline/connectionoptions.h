// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/optionparser.h"
#include "engine/values/settings.h"
#include "workspace/dialoguepreset.h"

namespace Pongwatch
{

/// The options that say how to dial and watch a peer, the same for every command that does.
[[nodiscard]] QList<OptionSpec> connectionOptionSpecs();

/// What those options say; everything that was not given stays as in `defaults`. Reads the environment and
/// the files that they name. Name and URL are left alone.
[[nodiscard]] Result<ConnectionSettings> readConnectionOptions(const ParsedArguments &arguments,
                                                               const ConnectionSettings &defaults = {});

/// The URL of a peer as it is given to a command. Errors: it is none, or a token in it is empty.
[[nodiscard]] Result<QUrl> readDialledUrl(const QString &text);

/// `settings` for the peer at `url`, checked already. A user and a password in the URL become basic
/// authentication, unless the options gave another one; a preset is filled in, and without one it is noted
/// how an end looks that one of `presets` would have avoided.
[[nodiscard]] ConnectionSettings settingsFor(const QUrl &url, const ConnectionSettings &settings,
                                             const QList<DialoguePreset> &presets = {});

} // namespace Pongwatch
