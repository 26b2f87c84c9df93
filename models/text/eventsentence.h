// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "text/eventkind.h"
#include "text/formatter.h"

#include <QString>

#include <optional>

namespace Pongwatch
{

/// The event log's entry for something that happened.
struct EventEntry {
    WallTime time{};
    PeerId peer{};
    EventKind kind = EventKind::Opened;
    QString what;          ///< one sentence, plain text
    bool lost = false;     ///< an open connection ended, and not because the user wanted it to
    QString likeness;      ///< two events are alike if theirs are equal; if empty, `what` is used
    bool hostless = false; ///< a dial that did not reach any host: a name or a route is missing here
};

/// nullopt if it is not worth an entry.
[[nodiscard]] std::optional<EventEntry> eventEntry(const ConnectionEvent &event, const Formatter &format);

/// Only late pongs make an entry: a ping reported as timed out was answered after all.
[[nodiscard]] std::optional<EventEntry> eventEntry(const PingSample &sample, const Formatter &format);

} // namespace Pongwatch
