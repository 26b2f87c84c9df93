// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/report.h"

#include <QByteArray>

#include <functional>

class QIODevice;

namespace Pongwatch
{

/// A report as one table after RFC 4180 (CRLF, UTF-8, numbers with a point). The column "record" says what a
/// row is: "statistics", "day", "outage", "not-watched", "state", "incident", "note" or "sample"; the cells
/// of columns that don't apply to it are empty.
[[nodiscard]] QByteArray toCsv(const Report &report);

/// Told each sample in turn; false: no more are wanted.
using SampleSink = std::function<bool(const PingSample &)>;
/// Gives all samples of the report's n-th peer to the sink, in time order.
using SampleFeed = std::function<Outcome(size_t peer, const SampleSink &sink)>;

/// The same, written as it comes, so that any number of samples takes no memory. A null feed: those of the
/// report. The error is the feed's or the device's.
[[nodiscard]] Outcome writeCsv(const Report &report, const SampleFeed &feed, QIODevice *device);

} // namespace Pongwatch
