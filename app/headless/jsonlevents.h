// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "alerts/delivery/delivery.h"
#include "engine/values/connectionevent.h"
#include "engine/values/pingsample.h"
#include "engine/values/recordedclock.h"
#include "history/alertentry.h"
#include "history/note.h"
#include "history/peerrecord.h"
#include "history/store/historystatus.h"
#include "reports/report.h"

#include <QByteArray>

namespace Pongwatch
{

// The lines of `--output jsonl`, without line breaks: pure functions of what happened. The format is part of
// the output contract.

/// The first line of a run.
[[nodiscard]] QByteArray jsonlStart(WallTime time, const QString &version);

/// "pong", or nothing for a ping without a round trip: a missed deadline has its own event, and others are
/// counted in the summary.
[[nodiscard]] std::optional<QByteArray> jsonlSample(const QString &peer, const PingSample &sample);

/// "state", "open", "timeout", "stale", "closed" and similar ones; nothing for others. `url` must be from
/// displayUrl(). `explanation` is only called for "closed".
[[nodiscard]] std::optional<QByteArray> jsonlEvent(const QString &peer, const QString &url,
                                                   const ConnectionEvent &event, const QString &explanation);

/// "state" for a peer that is not dialled because a secret is missing: failed, with the reason.
[[nodiscard]] QByteArray jsonlHeldBack(const PeerRecord &peer, const QString &explanation);

/// The message rate of the peer's feed.
[[nodiscard]] QByteArray jsonlFeedRate(const PeerRecord &peer, WallTime time);

/// "history": the file for what is measured, and any problem with it.
[[nodiscard]] QByteArray jsonlClockStep(const ClockStep &step, const Note &note);
[[nodiscard]] QByteArray jsonlHistory(const HistoryStatus &status, WallTime time);

/// "alert": firing (with "update" if it was reported before) or resolved.
[[nodiscard]] QByteArray jsonlAlert(const AlertChange &change);

/// An alert of the history with what became of it: one line of `pongwatch alerts --output jsonl`.
[[nodiscard]] QByteArray jsonlPastAlert(const PastAlert &alert);
/// "delivery": taken, retrying or failed.
[[nodiscard]] QByteArray jsonlDelivery(const Delivery &delivery, const DeliveryResult &result, WallTime time);

/// The last line about a peer.
[[nodiscard]] QByteArray jsonlSummary(const ReportPeer &peer, WallTime time);

} // namespace Pongwatch
