// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/runoutput.h"

#include <QCoreApplication>
#include <QHash>

namespace Pongwatch
{

/// The translation context shared by several files here.
struct PingStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Ping)
};

class OutputStream;

/// What `pongwatch ping` prints, and how.
struct PingManners {
    bool quiet = false;      ///< only the first line and the summary
    bool timestamps = false; ///< the time before each line, in seconds since 1970
    bool bell = false;       ///< rings at each pong
    bool phases = false;     ///< the phases of the dial, and the kernel's round-trip time for each ping
    bool flood = false;      ///< a dot for a ping, a backspace for its pong
};

/// Lines in the style of ping(8), for one peer. The summary is the same for several peers.
class PingLines : public RunOutput
{
public:
    /// The stream must outlive the output.
    PingLines(OutputStream &stream, const PingManners &manners);

    void started(const std::deque<PeerRecord> &peers, WallTime time) override;
    void sample(const PeerRecord &peer, const PingSample &sample) override;
    void event(const PeerRecord &peer, const ConnectionEvent &event, const QString &explanation) override;
    void ending() override { m_ending = true; }
    void ended(const Report &report) override;

    /// A ping is about to be sent to the peer, if there is a connection: a PingSent follows.
    virtual void pingDue(qsizetype /*peer*/, quint64 /*beat*/) {}

protected:
    /// The peer's earliest due ping not yet reported was sent or not.
    virtual void pingSent(qsizetype peer, const PingSent &ping);

    /// The peer's index among those of started(): their ids count from 1.
    [[nodiscard]] static qsizetype indexOf(const PeerRecord &peer)
    {
        return qsizetype(toNumber(peer.id())) - 1;
    }
    void say(WallTime time, const QString &line);
    [[nodiscard]] bool isEnding() const { return m_ending; }
    [[nodiscard]] const PingManners &manners() const { return m_manners; }
    OutputStream &stream() { return m_stream; }

private:
    /// "edge-1: " if there are several peers.
    [[nodiscard]] QString subject(const PeerRecord &peer) const;
    void opened(const PeerRecord &peer, WallTime time, const Opened &opened);
    void summary(const ReportPeer &peer, quint64 notSent, nanoseconds took);

    OutputStream &m_stream;
    const PingManners m_manners;
    QList<quint64> m_notSent; ///< by peer
    QHash<PeerId, int> m_opens;
    bool m_named = false; ///< there are several peers
    bool m_ending = false;
};

/// How a peer has done so far, in one line: ping(8)'s answer to SIGQUIT.
[[nodiscard]] QString pingStanding(const PeerRecord &peer, WallTime now);

/// The outcome of a ping without its number: "0.213 ms", "812 ms late", "timed out". May be empty.
[[nodiscard]] QString pingOutcomeWords(const PingSample &sample);

} // namespace Pongwatch
