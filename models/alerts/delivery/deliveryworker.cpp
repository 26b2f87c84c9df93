// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/deliveryworker.h"

#include "alerts/delivery/deliveryqueue.h"
#include "alerts/delivery/wayrunner.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// So many go on at the same time by one way: one that hangs holds up no other.
constexpr int mostAtOnce = 2;
/// With more waiting, pictures of further ones would fill the disk.
constexpr size_t mostPictures = 200;

struct DelivererText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Deliverer)
};

/// What is delivered one after the other: what is told of one alert by one way.
QString chainOf(const Delivery &delivery)
{
    return delivery.way + u'\n' + delivery.payload.value(QStringLiteral("id")).toString();
}

} // namespace

DeliveryWorker::DeliveryWorker(const DelivererOptions &options)
    : m_options(options)
{
}

DeliveryWorker::~DeliveryWorker() = default;

void DeliveryWorker::start()
{
    m_queue = std::make_unique<DeliveryQueue>(m_options.folder);
    m_runner = std::make_unique<WayRunner>(m_options.patience);
    m_wake = std::make_unique<QTimer>();
    m_wake->setSingleShot(true);
    connect(m_wake.get(), &QTimer::timeout, this, &DeliveryWorker::pump);
    m_patience = std::make_unique<QTimer>();
    m_patience->setSingleShot(true);
    connect(m_patience.get(), &QTimer::timeout, this, &DeliveryWorker::tellSettled);
    QStringList problems;
    for (Delivery &delivery : m_queue->takeOver(&problems))
        push(std::move(delivery));
    for (const QString &sentence : std::as_const(problems))
        Q_EMIT problem(sentence);
}

void DeliveryWorker::setWays(const QList<ReadyWay> &ways)
{
    m_hasWays = true;
    dropWhatIsTooOld();
    QHash<QString, ReadyWay> before;
    before.swap(m_ways);
    for (const ReadyWay &way : ways)
        m_ways.insert(way.way.name, way);
    for (const QString &way : m_errors.keys())
        if (before.value(way) != m_ways.value(way))
            m_errors.remove(way);
    for (Item &item : m_items)
        if (before.value(item.delivery.way) != m_ways.value(item.delivery.way))
            item.notBefore = {}; // it may have been mended
    pump();
}

void DeliveryWorker::add(const QList<Delivery> &deliveries)
{
    for (Delivery delivery : deliveries) {
        if (m_items.size() >= DeliveryQueue::most) {
            m_status.failed += 1;
            m_errors.insert(delivery.way, DelivererText::tr("too many alerts wait to be delivered"));
            continue;
        }
        if (m_items.size() >= mostPictures)
            delivery.picture.clear();
        keep(delivery);
        push(std::move(delivery));
    }
    pump();
}

void DeliveryWorker::settle(milliseconds patience)
{
    m_isSettling = true;
    for (Item &item : m_items)
        item.notBefore = {}; // one more try
    for (Item &item : m_items)
        item.isTried = item.isTried && item.isRunning;
    m_patience->start(patience);
    pump();
}

void DeliveryWorker::end()
{
    m_runner.reset();
    m_wake.reset();
    m_patience.reset();
    m_queue.reset();
}

void DeliveryWorker::push(Delivery delivery)
{
    QString chain = chainOf(delivery);
    m_items.push_back({std::move(delivery), std::move(chain)});
}

void DeliveryWorker::keep(const Delivery &delivery)
{
    const Outcome kept = m_queue->keep(delivery);
    if (kept || std::exchange(m_toldOfDisk, true))
        return;
    // It is tried from memory all the same.
    Q_EMIT problem(kept.error().sentence());
}

/// Of ways that there are none of any more.
void DeliveryWorker::dropWhatIsTooOld()
{
    const WallTime now = currentWallTime();
    std::erase_if(m_items, [&](const Item &item) {
        const bool isOld = !item.isRunning && now - item.delivery.createdAt >= m_options.giveUpAfter;
        if (isOld) {
            m_queue->remove(item.delivery.key);
            m_status.failed += 1;
        }
        return isOld;
    });
}

/// Begins what is due, or sees to it that it will be.
void DeliveryWorker::pump()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    std::optional<SteadyTime> next;
    bool isAnyLeftToTry = false;
    QSet<QString> chains; // of which an earlier one is still to be delivered
    for (Item &item : m_items) {
        const bool isFirst = !chains.contains(item.chain);
        chains.insert(item.chain);
        const auto way = m_ways.constFind(item.delivery.way);
        if (item.isRunning || !isFirst)
            continue;
        if (way == m_ways.constEnd()) {
            if (m_hasWays) // it may come back: the workspace is edited, or somebody gave it another name
                m_errors.insert(item.delivery.way, DelivererText::tr("there is no such channel"));
            continue;
        }
        if (m_isSettling && item.isTried)
            continue;
        isAnyLeftToTry = true;
        if (m_runningOf.value(item.delivery.way) >= mostAtOnce)
            continue;
        if (item.notBefore > now)
            next = std::min(next.value_or(item.notBefore), item.notBefore);
        else
            begin(item, *way);
    }
    if (next)
        m_wake->start(std::chrono::ceil<milliseconds>(*next - now));
    tellStatus();
    if (m_isSettling && m_running == 0 && !isAnyLeftToTry)
        tellSettled();
}

void DeliveryWorker::begin(Item &item, const ReadyWay &way)
{
    item.isRunning = true;
    item.isTried = true;
    ++m_running;
    ++m_runningOf[item.delivery.way];
    m_runner->attempt(way, item.delivery,
                      [this, key = item.delivery.key](const DeliveryResult &result) { finish(key, result); });
}

void DeliveryWorker::finish(const QString &key, DeliveryResult result)
{
    --m_running;
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&key](const Item &item) { return item.delivery.key == key; });
    if (found == m_items.end())
        return;
    Delivery &delivery = found->delivery;
    found->isRunning = false;
    --m_runningOf[delivery.way];
    ++delivery.attempts;
    delivery.lastError = result.error;
    const bool isTooOld = currentWallTime() - delivery.createdAt >= m_options.giveUpAfter;
    result.isFinal = !result.isTaken && (result.isFinal || isTooOld);
    if (result.isTaken)
        m_errors.remove(delivery.way);
    else
        m_errors.insert(delivery.way, result.error);
    Q_EMIT attempted(delivery, result);
    if (result.isTaken || result.isFinal) {
        m_queue->remove(key);
        m_status.failed += result.isTaken ? 0 : 1;
        m_items.erase(found);
    } else {
        nanoseconds pause = result.needsMending ? m_options.longestRetry : m_options.firstRetry;
        for (int attempt = 1; attempt < delivery.attempts && pause < m_options.longestRetry; ++attempt)
            pause *= 2;
        pause = std::max(std::min(pause, m_options.longestRetry), result.retryAfter.value_or(nanoseconds(0)));
        found->notBefore = std::chrono::steady_clock::now() + pause;
        keep(delivery);
    }
    pump();
}

void DeliveryWorker::tellStatus()
{
    m_status.waiting = static_cast<int>(m_items.size());
    QStringList errors;
    for (auto it = m_errors.begin(); it != m_errors.end(); ++it)
        errors.append(QStringLiteral("%1: %2").arg(it.key(), it.value()));
    m_status.lastError = errors.join(QStringLiteral("; "));
    if (m_told && *m_told == m_status)
        return;
    m_told = m_status;
    Q_EMIT statusChanged(m_status);
}

void DeliveryWorker::tellSettled()
{
    if (!std::exchange(m_isSettling, false))
        return;
    m_patience->stop();
    Q_EMIT settled(m_status);
}

} // namespace Pongwatch
