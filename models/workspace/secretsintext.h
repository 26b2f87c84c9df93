// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profilesettings.h"

namespace Pongwatch
{

/// A text that is sent to a peer, such as a heartbeat, as it may leave the program: with the mask for values
/// whose name is that of a secret ({"token": "…"}, token=…), and for words that look like one.
[[nodiscard]] QString withMaskedSecrets(const QString &text);

/// The same of the parts of a dialogue; a reference to a secret stays.
[[nodiscard]] ProfileSettings::Steps withMaskedSecrets(ProfileSettings::Steps steps);
[[nodiscard]] ProfileSettings::Answers withMaskedSecrets(ProfileSettings::Answers answers);
[[nodiscard]] ProfileSettings::Parameters withMaskedSecrets(ProfileSettings::Parameters parameters);
[[nodiscard]] inline ProfileSettings::Alive withMaskedSecrets(ProfileSettings::Alive alive)
{
    return alive;
}

} // namespace Pongwatch
