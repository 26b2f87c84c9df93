// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "workspace/profileimport.h"

#include <functional>
#include <optional>

namespace Pongwatch
{

/// What is known of a trial dial so far.
struct ConnectionTrial {
    std::optional<Opened> opened;
    std::optional<nanoseconds> rtt; ///< of the one ping that was sent
    std::optional<Verdict> end;     ///< why it did not open, or ended at once
    DialPhases failedPhases;        ///< if it did not open: the steps up to there
    std::optional<Error> problem;   ///< it could not be dialled at all because a secret is missing
    bool isOver = false;
};

/// Dials a profile once, for the editor, which has nothing to do with sockets.
class ConnectionTester
{
public:
    using Receiver = std::function<void(const ConnectionTrial &)>;

    virtual ~ConnectionTester() = default;

    /// Dials once, with these secrets taking precedence over stored ones; drops a trial still in progress.
    /// `receiver` is called whenever there is something new, on this thread, until the trial is over.
    virtual void start(const Workspace &workspace, const ProfilePlace &place,
                       const QList<ImportedSecret> &secrets, const Receiver &receiver) = 0;
    /// The receiver is not called after this.
    virtual void stop() = 0;
};

} // namespace Pongwatch
