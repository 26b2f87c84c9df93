// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "reports/report.h"

#include <QByteArray>

#include <functional>

class QIODevice;

namespace Pongwatch
{

/// A report as one table in RFC 4180 format (CRLF, UTF-8, decimal points). The column "record" says what a
/// row is: "statistics", "day", "outage", "not-watched", "state", "incident", "note" or "sample"; cells in
/// columns that don't apply are empty.
[[nodiscard]] QByteArray toCsv(const Report &report);

/// Called with each sample in turn; returns false to stop.
using SampleSink = std::function<bool(const PingSample &)>;
/// Passes all samples of the report's peer number n to the sink, in time order.
using SampleFeed = std::function<Outcome(size_t peer, const SampleSink &sink)>;

/// The same, written piece by piece, so that memory doesn't depend on the number of samples. Null feed: uses
/// those in the report. The error is from the feed or the device.
[[nodiscard]] Outcome writeCsv(const Report &report, const SampleFeed &feed, QIODevice *device);

} // namespace Pongwatch
