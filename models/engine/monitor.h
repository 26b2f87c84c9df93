// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/peerid.h"
#include "engine/values/settings.h"

#include <QAbstractEventDispatcher>
#include <QObject>

#include <functional>
#include <memory>

namespace Pongwatch
{

class Clock;
class FrameQueue;
class TransportFactory;

struct MonitorOptions {
    /// I/O threads; the peers are dealt to them by count. At least 1.
    int threads = 1;
    /// The shortest time between two batches. Of many peers the samples wait up to five times as long, since
    /// waking this thread costs more than a ping does; the first after a pause, and all events, do not.
    milliseconds batchInterval = milliseconds(50);
    /// Called on each I/O thread as it starts. Empty: real sockets.
    std::function<std::unique_ptr<TransportFactory>()> transportFactory;
    /// Called here for each I/O thread; what it makes drives that thread, and null leaves it to Qt's own.
    /// Empty: makeIoEventDispatcher(). Benchmarks compare the two.
    std::function<std::unique_ptr<QAbstractEventDispatcher>()> eventDispatcher;
    /// Outlives the monitor. Null: the system's clocks.
    const Clock *clock = nullptr;
};

/// What the rest of the program talks to: peers are added and commanded here, and what happens to them comes
/// back in batches. Owns the I/O threads. Lives on the thread that made it (the GUI thread); no call blocks,
/// except the destructor, which waits for the I/O threads to end (milliseconds: sockets are dropped, not
/// closed; call stop() first).
class Monitor : public QObject
{
    Q_OBJECT

public:
    explicit Monitor(MonitorOptions options = {}, QObject *parent = nullptr);
    ~Monitor() override;

    /// Starts to watch a peer: it is dialled at once. The id is never used again.
    PeerId addPeer(const ConnectionSettings &settings);
    /// The same, but it is not dialled before resumePeer() or reconnectNow().
    PeerId addPausedPeer(const ConnectionSettings &settings);

    /// Gives a peer new settings. If what is dialled or sent in the handshake changed, it is dialled anew;
    /// new keepalive settings hold from the next ping on.
    void updatePeer(PeerId peer, const ConnectionSettings &settings);

    /// Closes the peer's connection with 1000 and forgets it. Batches may still name it until they have run
    /// out.
    void removePeer(PeerId peer);

    /// Closes with 1000 and stays away until resumePeer().
    void pausePeer(PeerId peer);
    void resumePeer(PeerId peer);

    /// Dials at once: cuts a wait short, revives a failed or closed peer, replaces an open connection.
    void reconnectNow(PeerId peer);

    /// One more ping outside the schedule. Whether it was sent, and with which number, comes as a PingSent in
    /// its place among the peer's events: one for each call while the peer is watched, in the order of the
    /// calls.
    void pingNow(PeerId peer);

    /// Closes with this code and reason, and stays closed until resumePeer() or reconnectNow().
    void closePeer(PeerId peer, const CloseFrame &frame);

    void sendText(PeerId peer, const QString &text);
    void sendBinary(PeerId peer, const QByteArray &payload);

    /// Every frame of the peer from now on is put into the queue, until it is called again with null.
    void watchFrames(PeerId peer, std::shared_ptr<FrameQueue> queue);

    /// What 99 % of the peer's answers took at most in its last day, as the history knows it: what is slow
    /// need not be learned anew. Settings that say what is slow count for more.
    void recallRoundTrips(PeerId peer, nanoseconds percentile);

    /// Closes every connection with `frame` and emits stopped() when all have ended or their close timeouts
    /// are over. The last batch is emitted before stopped().
    void stop(const CloseFrame &frame);

    /// Emits what has been gathered so far without waiting for the batch interval.
    void flush();

Q_SIGNALS:
    void batchReady(const Pongwatch::Batch &batch);
    void stopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Pongwatch
