// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/jsonline.h"
#include "engine/diagnosis/pathfinding.h"
#include "engine/values/pathtrace.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Pongwatch
{

/// The first line of a trace for people: "Path to edge.example (203.0.113.7:443) by TCP, 10 probes of each
/// hop".
[[nodiscard]] QString traceHeading(const TraceTarget &target, int rounds);

/// The hops as a table, one line each under a heading; silent hops at the end are one line.
[[nodiscard]] QStringList traceTable(const PathTrace &trace);

/// One `hop` event a line.
[[nodiscard]] QList<QByteArray> jsonlHops(const PathTrace &trace);

/// The `path` event. `peer`: empty, or the name of the peer that is watched.
[[nodiscard]] QByteArray jsonlPath(const PathTrace &trace, const PathFinding &finding, const QString &peer,
                                   const QString &url, const QString &explanation);

/// What a trace has shown of the path in an end's verdict: the finding's part of that event.
[[nodiscard]] JsonLine pathObject(const TracedPath &path);

} // namespace Pongwatch
