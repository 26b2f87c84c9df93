// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/commandrun.h"

namespace Pongwatch
{

/// How a sound is played: by the player of the sound server that runs (pw-play, paplay), else by ALSA's
/// aplay. nullopt: none of them is installed.
[[nodiscard]] std::optional<CommandJob> soundJob(const SoundWay &way, const Delivery &delivery);

/// Two tones, falling for trouble and rising when it is over: a WAV file, 16 bits, one channel.
[[nodiscard]] QByteArray alertTones(bool isOver);

} // namespace Pongwatch
