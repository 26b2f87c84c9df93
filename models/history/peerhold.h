// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>

namespace Pongwatch
{

/// Why a peer that should be watched is not dialled.
struct PeerHold {
    enum class Kind : quint8 {
        AwaitingSecret, ///< the keychain was asked but has not answered yet
        SecretMissing,  ///< waits until somebody provides the secret
        AwaitingTrust,  ///< waits until the user trusts the file that it came from
        PresetUnusable, ///< waits until somebody repairs its preset, or provides what it asks for
    };

    Kind kind = Kind::AwaitingSecret;
    WallTime since{};
    QString why; ///< for SecretMissing and PresetUnusable: a sentence for people; never the secret

    /// Whether it won't be dialled until somebody does something about it.
    [[nodiscard]] bool isFailure() const
    {
        return kind == Kind::SecretMissing || kind == Kind::PresetUnusable;
    }
    friend bool operator==(const PeerHold &, const PeerHold &) = default;
};

} // namespace Pongwatch
