// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/synthetic.h"

namespace Pongwatch::TestSupport
{

ConnectionSettings SyntheticMonitor::settings(const QString &name)
{
    ConnectionSettings settings;
    settings.name = name;
    settings.url = QUrl(QStringLiteral("ws://localhost/") + name);
    return settings;
}

ConnectionEvent SyntheticMonitor::state(PeerId peer, ConnectionState state) const
{
    return {peer, 1, m_now, StateChanged{state, 1, {}}};
}

ConnectionEvent SyntheticMonitor::waiting(PeerId peer, nanoseconds retryIn) const
{
    return {peer, 1, m_now, StateChanged{ConnectionState::Waiting, 1, retryIn}};
}

ConnectionEvent SyntheticMonitor::opened(PeerId peer) const
{
    Opened opened;
    opened.address = QStringLiteral("127.0.0.1:9001");
    opened.phases.tcp = microseconds(200);
    opened.phases.upgrade = microseconds(1900);
    return {peer, 1, m_now, opened};
}

ConnectionEvent SyntheticMonitor::timedOut(PeerId peer, nanoseconds waited) const
{
    return {peer, 1, m_now, PingTimedOut{m_seq, waited, Evidence::PeerSilent, {}}};
}

ConnectionEvent SyntheticMonitor::rejected(PeerId peer, int httpStatus) const
{
    Verdict verdict;
    verdict.cause = Cause::HandshakeRejected;
    verdict.initiator = Initiator::Peer;
    verdict.phase = DialPhase::Upgrade;
    verdict.httpStatus = httpStatus;
    return ended(peer, verdict);
}

ConnectionEvent SyntheticMonitor::ended(PeerId peer, const Verdict &verdict) const
{
    return {peer, 1, m_now, Closed{verdict}};
}

PingSample SyntheticMonitor::sample(PeerId peer, nanoseconds rtt, PingOutcome outcome)
{
    PingSample sample;
    sample.peer = peer;
    sample.connection = 1;
    sample.seq = ++m_seq;
    sample.sentAt = m_now - std::chrono::duration_cast<microseconds>(rtt);
    sample.rtt = rtt;
    sample.outcome = outcome;
    return sample;
}

} // namespace Pongwatch::TestSupport
