// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace Pongwatch
{

/// Converts events to and from the bytes of a row in the history file (CBOR, RFC 8949). Unknown fields are
/// skipped, and missing ones get their defaults, so that files of other versions stay readable.
class EventCodec
{
public:
    /// The kinds as numbered in the file: never renumber them.
    enum class Kind : quint8 {
        State = 1,
        Opened = 2,
        TimedOut = 3,
        Closed = 4,
        Stray = 5,
        Suspended = 6,
        Feed = 7,         ///< it stopped or resumed
        FeedMinutes = 8,  ///< what came from it in some minutes; not an event, see FeedSpan
        Path = 9,         ///< a trace of the network path
        RoutinePath = 10, ///< the same, if nobody needs to be told of it
    };

    /// Nullopt for events that are not kept: the content of messages belongs to the user, not into a history.
    [[nodiscard]] static std::optional<Kind> kindOf(const ConnectionEvent &event);

    [[nodiscard]] static QByteArray encode(const ConnectionEvent &event);

    /// What came from a feed in consecutive minutes, encoded and decoded; empty if invalid.
    [[nodiscard]] static QByteArray encodeMinutes(std::span<const quint64> messages);
    [[nodiscard]] static std::vector<quint64> decodeMinutes(const QByteArray &bytes);

    /// Sets event.what; returns false if the kind or the bytes are invalid.
    static bool decode(int kind, const QByteArray &bytes, ConnectionEvent &event);
};

} // namespace Pongwatch
