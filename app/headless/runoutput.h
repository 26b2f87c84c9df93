// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "alerts/delivery/delivery.h"
#include "engine/values/pathtrace.h"
#include "engine/values/recordedclock.h"
#include "history/peerrecord.h"
#include "history/store/historystatus.h"
#include "reports/report.h"

#include <deque>

namespace Pongwatch
{

/// Shows what happens in a run without a window. Called on the thread of the run, for each item after it was
/// applied to the peer's record.
class RunOutput
{
public:
    virtual ~RunOutput() = default;

    /// Called once, before anything else; the records outlive the output.
    virtual void started(const std::deque<PeerRecord> &peers, WallTime time) = 0;
    virtual void sample(const PeerRecord &peer, const PingSample &sample) = 0;
    /// `explanation` is the verdict's sentence for Closed, otherwise empty.
    virtual void event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation) = 0;
    /// A peer is not dialled because a secret is missing; `explanation` says so to people.
    virtual void heldBack(const PeerRecord & /*peer*/, const QString & /*explanation*/) {}
    /// The machine's clock was set; `note` says so to people.
    virtual void clockStepped(const ClockStep & /*step*/, const Note & /*note*/) {}
    /// The network path to a peer was traced.
    virtual void traced(const PeerRecord & /*peer*/, const TracedPath & /*path*/) {}
    /// An alert was raised, has grown, or is over.
    virtual void alert(const AlertChange & /*change*/) {}
    /// An attempt to deliver an alert is over.
    virtual void delivery(const Delivery & /*delivery*/, const DeliveryResult & /*result*/) {}
    /// Once, when the run begins to close its connections: what comes after is of its own making.
    virtual void ending() {}
    /// Called once, when everything is closed.
    virtual void ended(const Report &report) = 0;
    /// Called once, after ended(), if measurements are kept in a file.
    virtual void history(const HistoryStatus &) {}
};

} // namespace Pongwatch
