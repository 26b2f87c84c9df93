// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>

namespace Pongwatch
{

/// Why a peer that is to be watched is not dialled.
struct PeerHold {
    enum class Kind : quint8 {
        AwaitingSecret, ///< the keychain has been asked, and has not answered yet
        SecretMissing,  ///< nothing happens before somebody gives the secret
        AwaitingTrust,  ///< nothing happens before the user trusts the file that it came with
        PresetUnusable, ///< nothing happens before somebody mends its preset, or gives what that asks for
    };

    Kind kind = Kind::AwaitingSecret;
    WallTime since{};
    QString why; ///< of SecretMissing and PresetUnusable: a sentence for a person; never the secret

    /// It is not dialled before somebody does something about it.
    [[nodiscard]] bool isFailure() const
    {
        return kind == Kind::SecretMissing || kind == Kind::PresetUnusable;
    }
    friend bool operator==(const PeerHold &, const PeerHold &) = default;
};

} // namespace Pongwatch
