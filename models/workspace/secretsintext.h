// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profilesettings.h"

namespace Pongwatch
{

/// Text that is sent to a peer, such as a heartbeat, in a form that may leave the program: masks values whose
/// names mark them as secrets ({"token": "…"}, token=…), and words that look like a secret.
[[nodiscard]] QString withMaskedSecrets(const QString &text);

/// The same for the parts of a dialogue; references to secrets stay.
[[nodiscard]] ProfileSettings::Steps withMaskedSecrets(ProfileSettings::Steps steps);
[[nodiscard]] ProfileSettings::Answers withMaskedSecrets(ProfileSettings::Answers answers);
[[nodiscard]] ProfileSettings::Parameters withMaskedSecrets(ProfileSettings::Parameters parameters);
[[nodiscard]] inline ProfileSettings::Alive withMaskedSecrets(ProfileSettings::Alive alive)
{
    return alive;
}

} // namespace Pongwatch
