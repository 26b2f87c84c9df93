// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace Pongwatch
{

/// Turns what happened into the bytes of a row of the history file (CBOR, RFC 8949) and back. Fields that a
/// reader doesn't know are skipped, absent ones have their defaults: files of other versions stay readable.
class EventCodec
{
public:
    /// The kinds as the file has them: never renumbered.
    enum class Kind : quint8 {
        State = 1,
        Opened = 2,
        TimedOut = 3,
        Closed = 4,
        Stray = 5,
        Suspended = 6,
        Feed = 7,        ///< stopped, or goes on
        FeedMinutes = 8, ///< what came of it in some minutes; no event, see FeedSpan
    };

    /// Nullopt for what is not kept: the content of messages belongs to the user, not into a history.
    [[nodiscard]] static std::optional<Kind> kindOf(const ConnectionEvent &event);

    [[nodiscard]] static QByteArray encode(const ConnectionEvent &event);

    /// What came of a feed in consecutive minutes, and back; nothing for what makes no sense.
    [[nodiscard]] static QByteArray encodeMinutes(std::span<const quint64> messages);
    [[nodiscard]] static std::vector<quint64> decodeMinutes(const QByteArray &bytes);

    /// Fills event.what; false when the kind or the bytes make no sense.
    static bool decode(int kind, const QByteArray &bytes, ConnectionEvent &event);
};

} // namespace Pongwatch
