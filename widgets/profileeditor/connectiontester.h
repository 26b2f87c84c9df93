// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/connectionevent.h"
#include "workspace/profileimport.h"

#include <functional>
#include <optional>

namespace Pongwatch
{

/// What is known of one trial dial so far.
struct ConnectionTrial {
    std::optional<Opened> opened;
    std::optional<nanoseconds> rtt; ///< of the one ping that is sent
    std::optional<Verdict> end;     ///< why it did not open, or why it ended at once
    DialPhases failedPhases;        ///< when it did not open: the steps as far as it came
    std::optional<Error> problem;   ///< it could not be dialled at all: a secret is missing
    bool isOver = false;
};

/// Dials a profile once, for the editor, which knows no socket.
class ConnectionTester
{
public:
    using Receiver = std::function<void(const ConnectionTrial &)>;

    virtual ~ConnectionTester() = default;

    /// Dials once, with these secrets before those that are kept; a trial that still runs is dropped.
    /// `receiver` is called whenever something is new, on this thread, until the trial is over.
    virtual void start(const Workspace &workspace, const ProfilePlace &place,
                       const QList<ImportedSecret> &secrets, const Receiver &receiver) = 0;
    /// No call comes after this.
    virtual void stop() = 0;
};

} // namespace Pongwatch
