// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/pathtrace.h"
#include "peers/peerfacts.h"
#include "text/formatter.h"

#include <QCoreApplication>
#include <QList>

namespace Pongwatch
{

/// What a trace of the network path says, as facts for the inspector and for copying. Names from outside are
/// made harmless.
class PathFacts
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PathFacts)

public:
    /// The hops, each with what answered, loss, median and best, and with what it was in the last good trace
    /// if that was another address. Silent hops at the end are one fact.
    [[nodiscard]] static QList<Fact> ofHops(const TracedPath &path, const Formatter &format);

    /// What the trace has shown, in sentences.
    [[nodiscard]] static QString sentence(const TracedPath &path);

    /// One of them; `before`: the same hop in the last good trace, or null.
    [[nodiscard]] static QString ofHop(const PathHop &hop, const PathHop *before, const Formatter &format);
};

} // namespace Pongwatch
