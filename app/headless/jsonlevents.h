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

// The lines of `--output jsonl`, without their line breaks: pure functions of what happened. The form is part
// of the output contract.

/// The first line of a run.
[[nodiscard]] QByteArray jsonlStart(WallTime time, const QString &version);

/// "pong", or nothing for a ping without a round trip: a missed deadline has an event of its own, and the
/// others are counted in the summary.
[[nodiscard]] std::optional<QByteArray> jsonlSample(const QString &peer, const PingSample &sample);

/// "state", "open", "timeout", "stale", "closed" and the like; nothing for the others. `url` is as
/// displayUrl() gives it. `explanation` is only asked for "closed".
[[nodiscard]] std::optional<QByteArray> jsonlEvent(const QString &peer, const QString &url,
                                                   const ConnectionEvent &event, const QString &explanation);

/// "state" of a peer that is not dialled because it lacks a secret: failed, with why.
[[nodiscard]] QByteArray jsonlHeldBack(const PeerRecord &peer, const QString &explanation);

/// How often messages of the peer's feed come.
[[nodiscard]] QByteArray jsonlFeedRate(const PeerRecord &peer, WallTime time);

/// "history": the file that keeps what was measured, and what is wrong with it.
[[nodiscard]] QByteArray jsonlClockStep(const ClockStep &step, const Note &note);
[[nodiscard]] QByteArray jsonlHistory(const HistoryStatus &status, WallTime time);

/// "alert": firing (with "update" when it was told before) or resolved.
[[nodiscard]] QByteArray jsonlAlert(const AlertChange &change);

/// An alert of the history with what became of it: one line of `pongwatch alerts --output jsonl`.
[[nodiscard]] QByteArray jsonlPastAlert(const PastAlert &alert);
/// "delivery": taken, retrying or failed.
[[nodiscard]] QByteArray jsonlDelivery(const Delivery &delivery, const DeliveryResult &result, WallTime time);

/// The last line of a peer.
[[nodiscard]] QByteArray jsonlSummary(const ReportPeer &peer, WallTime time);

} // namespace Pongwatch
