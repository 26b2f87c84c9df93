// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/settings.h"

#include <QStringList>

namespace Pongwatch::TestSupport
{

/// Stands in for a monitor: a wall clock that is moved by hand, and the batches that a monitor would send.
class SyntheticMonitor
{
public:
    [[nodiscard]] WallTime now() const { return m_now; }
    void advance(microseconds duration) { m_now += duration; }

    /// The settings of a peer with this name on localhost.
    static ConnectionSettings settings(const QString &name);

    static PeerId id(quint32 number) { return PeerId{number}; }

    [[nodiscard]] ConnectionEvent state(PeerId peer, ConnectionState state) const;
    [[nodiscard]] ConnectionEvent waiting(PeerId peer, nanoseconds retryIn) const;
    [[nodiscard]] ConnectionEvent opened(PeerId peer) const;
    [[nodiscard]] ConnectionEvent timedOut(PeerId peer, nanoseconds waited) const;
    [[nodiscard]] ConnectionEvent rejected(PeerId peer, int httpStatus) const;
    [[nodiscard]] ConnectionEvent ended(PeerId peer, const Verdict &verdict) const;

    /// A ping that was sent one round trip ago. Each gets the next number.
    [[nodiscard]] PingSample sample(PeerId peer, nanoseconds rtt,
                                    PingOutcome outcome = PingOutcome::Answered);

private:
    WallTime m_now = WallTime(std::chrono::seconds(1'700'000'000));
    quint32 m_seq = 0;
};

} // namespace Pongwatch::TestSupport
