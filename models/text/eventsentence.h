// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "text/eventkind.h"

#include <QString>

#include <optional>

namespace Pongwatch
{

/// What the event log says about one thing that happened.
struct EventEntry {
    WallTime time{};
    PeerId peer{};
    EventKind kind = EventKind::Opened;
    QString what;          ///< one sentence, plain text
    bool lost = false;     ///< an open connection ended, and the user did not want it
    QString likeness;      ///< two events are alike when theirs are equal; empty: `what` is
    bool hostless = false; ///< a dial that did not get as far as any host: names or routes are missing here
};

/// nullopt: not worth an entry of its own.
[[nodiscard]] std::optional<EventEntry> eventEntry(const ConnectionEvent &event);

/// Only late pongs make an entry: what was reported as a timeout has recovered.
[[nodiscard]] std::optional<EventEntry> eventEntry(const PingSample &sample);

} // namespace Pongwatch
