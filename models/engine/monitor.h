// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/examinedlimits.h"
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
    /// How many I/O threads there are, at least 1. Each new peer goes to the one with the fewest.
    int threads = 1;
    /// The shortest time between two batches. With many peers, samples may wait up to five times as long, as
    /// waking this thread costs more than a ping; the first after a pause, and all events, do not.
    milliseconds batchInterval = milliseconds(50);
    /// Called on each I/O thread when it starts. Empty: real sockets.
    std::function<std::unique_ptr<TransportFactory>()> transportFactory;
    /// Called here for each I/O thread to make its event dispatcher; null: Qt's own. Empty:
    /// makeIoEventDispatcher(). Benchmarks compare the two.
    std::function<std::unique_ptr<QAbstractEventDispatcher>()> eventDispatcher;
    /// Must outlive the monitor. Null: the system's clocks.
    const Clock *clock = nullptr;
};

/// The engine's interface to the rest of the program: peers are added and controlled here, and what happens
/// to them is reported in batches. Owns the I/O threads. Lives on the thread that created it (the GUI
/// thread). No call blocks except the destructor, which waits for the I/O threads to end (milliseconds:
/// sockets are dropped, not closed; call stop() first).
class Monitor : public QObject
{
    Q_OBJECT

public:
    explicit Monitor(MonitorOptions options = {}, QObject *parent = nullptr);
    ~Monitor() override;

    /// Starts to watch a peer, which is dialled at once. Ids are never reused.
    PeerId addPeer(const ConnectionSettings &settings);
    /// The same, but the peer is not dialled until resumePeer() or reconnectNow().
    PeerId addPausedPeer(const ConnectionSettings &settings);

    /// Gives a peer new settings. It is dialled again if anything has changed that is dialled or sent in the
    /// handshake; new keepalive settings apply from the next ping on.
    void updatePeer(PeerId peer, const ConnectionSettings &settings);

    /// Closes the peer's connection with 1000 and forgets the peer. Batches already on their way may still
    /// contain it.
    void removePeer(PeerId peer);

    /// Closes with 1000 and does not dial again until resumePeer().
    void pausePeer(PeerId peer);
    void resumePeer(PeerId peer);

    /// Dials at once: cuts a wait short, revives a failed or closed peer, replaces an open connection.
    void reconnectNow(PeerId peer);

    /// Sends one more ping outside the schedule. Whether it was sent, and with which number, is reported as a
    /// PingSent among the peer's events: one for each call while the peer is watched, in the order of the
    /// calls.
    void pingNow(PeerId peer);

    /// Closes with this code and reason, and doesn't dial until resumePeer() or reconnectNow().
    void closePeer(PeerId peer, const CloseFrame &frame);

    void sendText(PeerId peer, const QString &text);
    void sendBinary(PeerId peer, const QByteArray &payload);

    /// Puts every frame of the peer from now on into the queue, until called again with null.
    void watchFrames(PeerId peer, std::shared_ptr<FrameQueue> queue);

    /// Passes on the 99th percentile of the peer's round trips over its last day, from the history, so that
    /// what is slow need not be learned again. Settings that say what is slow take precedence.
    void recallRoundTrips(PeerId peer, nanoseconds percentile);

    /// Passes on what an examination of the peer found, which explains ends that agree with it; nullopt: it
    /// is forgotten.
    void recallExamination(PeerId peer, const std::optional<ExaminedLimits> &examined);

    /// Closes every connection with `frame`, and emits stopped() when all have ended or their close timeouts
    /// have passed. The last batch is emitted before stopped().
    void stop(const CloseFrame &frame);

    /// threadsAnswered() follows once each I/O thread has served what waited for it: a watchdog that asks so
    /// is not fed when one of them hangs. While an answer is awaited, asking again does nothing.
    void askThreads();

    /// Emits what has been collected so far without waiting for the batch interval.
    void flush();

Q_SIGNALS:
    void batchReady(const Pongwatch::Batch &batch);
    void stopped();
    void threadsAnswered();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Pongwatch
