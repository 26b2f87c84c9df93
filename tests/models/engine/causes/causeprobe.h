// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/monitor.h"
#include "engine/values/batch.h"
#include "engine/values/settings.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Pongwatch::TestSupport
{

/// Settings for a peer in a test: dialled once and without a proxy, no pings, patience of 10 s.
[[nodiscard]] ConnectionSettings dialOnce(const QUrl &url);

/// dialOnce() with pings, and patience of `timeout` for each pong.
[[nodiscard]] ConnectionSettings pingEvery(const QUrl &url, nanoseconds interval, nanoseconds timeout);

/// A Monitor on real sockets, and what it said about one peer.
class CauseProbe : public QObject
{
    Q_OBJECT

public:
    /// The function runs on the I/O thread before the first socket is made; it may be empty.
    explicit CauseProbe(const std::function<void()> &onIoThread = {});
    ~CauseProbe() override;

    void watch(const ConnectionSettings &settings);

    [[nodiscard]] Monitor &monitor() { return m_monitor; }
    [[nodiscard]] PeerId peer() const { return m_peer; }

    /// How often the peer was open so far.
    [[nodiscard]] int opens() const { return static_cast<int>(m_opens.size()); }
    [[nodiscard]] const Opened &lastOpened() const { return m_opens.back(); }

    /// The peer's state, as it was last said.
    [[nodiscard]] std::optional<ConnectionState> state() const { return m_state; }

    /// The verdicts so far, oldest first.
    [[nodiscard]] const std::vector<Verdict> &verdicts() const { return m_verdicts; }

    /// The steps of the newest dial that failed.
    [[nodiscard]] const DialPhases &failedPhases() const { return m_failedPhases; }

    [[nodiscard]] const std::vector<PingTimedOut> &timeouts() const { return m_timeouts; }
    [[nodiscard]] const std::vector<PingSample> &samples() const { return m_samples; }
    /// Each time that the feed stopped or went on.
    [[nodiscard]] const std::vector<FeedStale> &feedChanges() const { return m_feedChanges; }

private:
    void take(const Batch &batch);
    void take(const ConnectionEvent &event);

    Monitor m_monitor;
    PeerId m_peer{};
    std::optional<ConnectionState> m_state;
    std::vector<Opened> m_opens;
    std::vector<Verdict> m_verdicts;
    DialPhases m_failedPhases;
    std::vector<PingTimedOut> m_timeouts;
    std::vector<PingSample> m_samples;
    std::vector<FeedStale> m_feedChanges;
};

} // namespace Pongwatch::TestSupport
