// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/monitor.h"

#include "engine/batchmailbox.h"
#include "engine/callqueue.h"
#include "engine/clock.h"
#include "engine/iothread.h"

#include <QTimer>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace Pongwatch
{

// From this number of peers on, samples wait for each other.
constexpr std::size_t manyPeers = 20;
constexpr int longerForMany = 5;

/// Assigns peers to threads and collects what they report.
class Monitor::Private
{
public:
    Private(Monitor *monitor, MonitorOptions monitorOptions)
        : q(monitor)
        , options(std::move(monitorOptions))
        , clock(options.clock ? *options.clock : systemClock)
        , mailbox([this](BatchMailbox::Kind kind) { calls.post([this, kind] { itemsWait(kind); }); })
    {
        flushTimer.setSingleShot(true);
        flushTimer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&flushTimer, &QTimer::timeout, q, &Monitor::flush);
        for (int i = 0; i < std::max(1, options.threads); ++i)
            threads.push_back(std::make_unique<IoThread>(clock, mailbox, options.transportFactory,
                                                         options.eventDispatcher));
    }

    [[nodiscard]] milliseconds sampleInterval() const
    {
        return placeOf.size() < manyPeers ? options.batchInterval : options.batchInterval * longerForMany;
    }

    void itemsWait(BatchMailbox::Kind kind)
    {
        const nanoseconds sinceLast = systemClock.now() - lastBatch;
        const milliseconds interval =
            kind == BatchMailbox::Kind::Event ? options.batchInterval : sampleInterval();
        const auto wait = std::chrono::ceil<milliseconds>(interval - sinceLast);
        if (wait <= milliseconds(0))
            q->flush();
        else if (!flushTimer.isActive() || flushTimer.remainingTimeAsDuration() > wait)
            flushTimer.start(wait);
    }

    void threadAnswered()
    {
        if (--threadsToAnswer == 0)
            Q_EMIT q->threadsAnswered();
    }

    void threadStopped()
    {
        if (threadsToStop == 0 || --threadsToStop > 0)
            return;
        q->flush();
        Q_EMIT q->stopped();
    }

    /// Runs `call` with the peer's connection on its thread; does nothing if the peer was removed.
    void command(PeerId peer, std::function<void(Connection &)> call)
    {
        const auto found = placeOf.find(peer);
        if (found == placeOf.end())
            return;
        found->second->post([peer, call = std::move(call)](IoWorker &worker) {
            if (Connection *connection = worker.find(peer))
                call(*connection);
        });
    }

    PeerId add(const ConnectionSettings &settings, bool isDialled)
    {
        const PeerId peer{++lastId};
        const auto least = std::min_element(threads.begin(), threads.end(), [](const auto &a, const auto &b) {
            return a->peers() < b->peers();
        });
        IoThread *thread = least->get();
        thread->countPeer(1);
        placeOf.emplace(peer, thread);
        thread->post(
            [peer, settings, isDialled](IoWorker &worker) { worker.addPeer(peer, settings, isDialled); });
        return peer;
    }

    Monitor *q;
    MonitorOptions options;
    SystemClock systemClock;
    const Clock &clock;
    CallQueue calls; ///< calls from the I/O threads to this one
    BatchMailbox mailbox;
    QTimer flushTimer;
    SteadyTime lastBatch{};
    quint32 lastId = 0;
    std::size_t threadsToStop = 0;
    std::size_t threadsToAnswer = 0;
    std::unordered_map<PeerId, IoThread *> placeOf;
    std::vector<std::unique_ptr<IoThread>> threads; ///< last, so that the threads end before what they use
};

Monitor::Monitor(MonitorOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{
}

Monitor::~Monitor() = default;

PeerId Monitor::addPeer(const ConnectionSettings &settings)
{
    return d->add(settings, true);
}

PeerId Monitor::addPausedPeer(const ConnectionSettings &settings)
{
    return d->add(settings, false);
}

void Monitor::updatePeer(PeerId peer, const ConnectionSettings &settings)
{
    d->command(peer, [settings](Connection &connection) { connection.setSettings(settings); });
}

void Monitor::removePeer(PeerId peer)
{
    const auto found = d->placeOf.find(peer);
    if (found == d->placeOf.end())
        return;
    IoThread *thread = found->second;
    d->placeOf.erase(found);
    thread->countPeer(-1);
    thread->post([peer](IoWorker &worker) { worker.removePeer(peer); });
}

void Monitor::pausePeer(PeerId peer)
{
    d->command(peer, [](Connection &connection) { connection.pause(); });
}

void Monitor::resumePeer(PeerId peer)
{
    d->command(peer, [](Connection &connection) { connection.start(); });
}

void Monitor::reconnectNow(PeerId peer)
{
    d->command(peer, [](Connection &connection) { connection.reconnectNow(); });
}

void Monitor::pingNow(PeerId peer)
{
    d->command(peer, [](Connection &connection) { (void)connection.pingNow(); });
}

void Monitor::closePeer(PeerId peer, const CloseFrame &frame)
{
    d->command(peer, [frame](Connection &connection) { connection.close(frame); });
}

void Monitor::recallRoundTrips(PeerId peer, nanoseconds percentile)
{
    d->command(peer, [percentile](Connection &connection) { connection.recallRoundTrips(percentile); });
}

void Monitor::recallExamination(PeerId peer, const std::optional<ExaminedLimits> &examined)
{
    d->command(peer, [shared = examined ? std::make_shared<const ExaminedLimits>(*examined) : nullptr](
                         Connection &connection) { connection.recallExamination(shared); });
}

void Monitor::sendText(PeerId peer, const QString &text)
{
    d->command(peer, [text](Connection &connection) { (void)connection.sendText(text); });
}

void Monitor::sendBinary(PeerId peer, const QByteArray &payload)
{
    d->command(peer, [payload](Connection &connection) { (void)connection.sendBinary(payload); });
}

void Monitor::watchFrames(PeerId peer, std::shared_ptr<FrameQueue> queue)
{
    d->command(peer, [queue = std::move(queue)](Connection &connection) { connection.watchFrames(queue); });
}

void Monitor::stop(const CloseFrame &frame)
{
    const bool alreadyStopping = d->threadsToStop > 0;
    d->threadsToStop = d->threads.size();
    for (const auto &thread : d->threads) {
        thread->post([this, frame, alreadyStopping](IoWorker &worker) {
            if (!alreadyStopping)
                connect(
                    &worker, &IoWorker::allAtRest, &worker,
                    [this] { d->calls.post([this] { d->threadStopped(); }); }, Qt::SingleShotConnection);
            worker.stop(frame);
        });
    }
}

void Monitor::askThreads()
{
    if (d->threadsToAnswer > 0)
        return;
    d->threadsToAnswer = d->threads.size();
    for (const auto &thread : d->threads)
        thread->post([this](IoWorker &) { d->calls.post([this] { d->threadAnswered(); }); });
}

void Monitor::flush()
{
    d->flushTimer.stop();
    const SteadyTime now = d->systemClock.now();
    // While one batch follows another, polling for the next one costs less than being woken for it.
    const bool looksAgain = now - d->lastBatch < 2 * d->sampleInterval();
    Batch batch = d->mailbox.take(looksAgain);
    if (looksAgain && !batch.items.empty())
        d->flushTimer.start(d->sampleInterval());
    else if (looksAgain)
        batch = d->mailbox.take();
    if (batch.items.empty())
        return;
    d->lastBatch = now;
    Q_EMIT batchReady(batch);
}

} // namespace Pongwatch
