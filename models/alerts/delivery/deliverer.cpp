// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/deliverer.h"

#include "alerts/delivery/alertpayload.h"
#include "alerts/delivery/deliveryqueue.h"
#include "alerts/delivery/wayrunner.h"

#include <QCoreApplication>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <deque>

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

/// All that happens on the deliverer's thread.
class Deliverer::Worker : public QObject
{
public:
    Worker(Deliverer *owner, const DelivererOptions &options)
        : m_owner(owner)
        , m_options(options)
    {
    }

    void start()
    {
        m_queue = std::make_unique<DeliveryQueue>(m_options.folder);
        m_runner = std::make_unique<WayRunner>(m_options.patience);
        m_wake = std::make_unique<QTimer>();
        m_wake->setSingleShot(true);
        connect(m_wake.get(), &QTimer::timeout, this, &Worker::pump);
        m_patience = std::make_unique<QTimer>();
        m_patience->setSingleShot(true);
        connect(m_patience.get(), &QTimer::timeout, this, &Worker::tellSettled);
        QStringList problems;
        for (Delivery &delivery : m_queue->takeOver(&problems))
            push(std::move(delivery));
        for (const QString &sentence : std::as_const(problems))
            tell([sentence](Deliverer *owner) { Q_EMIT owner->problem(sentence); });
    }

    void setWays(const QList<ReadyWay> &ways)
    {
        QHash<QString, ReadyWay> before;
        before.swap(m_ways);
        for (const ReadyWay &way : ways)
            m_ways.insert(way.way.name, way);
        for (Item &item : m_items)
            if (before.value(item.delivery.way) != m_ways.value(item.delivery.way))
                item.notBefore = {}; // it may have been mended
        pump();
    }

    void add(const QList<Delivery> &deliveries)
    {
        for (Delivery delivery : deliveries) {
            if (m_items.size() >= DeliveryQueue::most) {
                m_status.failed += 1;
                m_status.lastError = DelivererText::tr("too many alerts wait to be delivered");
                continue;
            }
            if (m_items.size() >= mostPictures)
                delivery.picture.clear();
            keep(delivery);
            push(std::move(delivery));
        }
        pump();
    }

    void settle(milliseconds patience)
    {
        m_isSettling = true;
        for (Item &item : m_items)
            item.notBefore = {}; // one more try
        for (Item &item : m_items)
            item.isTried = item.isTried && item.isRunning;
        m_patience->start(patience);
        pump();
    }

    void end()
    {
        m_runner.reset();
        m_wake.reset();
        m_patience.reset();
        m_queue.reset();
    }

private:
    struct Item {
        Delivery delivery;
        QString chain;
        SteadyTime notBefore{};
        bool isRunning = false;
        bool isTried = false; ///< since settle()
    };

    template <typename Call>
    void tell(Call call)
    {
        QMetaObject::invokeMethod(
            m_owner, [owner = m_owner, call] { call(owner); }, Qt::QueuedConnection);
    }

    void push(Delivery delivery)
    {
        QString chain = chainOf(delivery);
        m_items.push_back({std::move(delivery), std::move(chain)});
    }

    void keep(const Delivery &delivery)
    {
        const Outcome kept = m_queue->keep(delivery);
        if (kept || std::exchange(m_toldOfDisk, true))
            return;
        // It is tried from memory all the same.
        const QString sentence = kept.error().sentence();
        tell([sentence](Deliverer *owner) { Q_EMIT owner->problem(sentence); });
    }

    /// Begins what is due, or sees to it that it will be.
    void pump()
    {
        const SteadyTime now = std::chrono::steady_clock::now();
        std::optional<SteadyTime> next;
        bool isAnyLeftToTry = false;
        QSet<QString> chains; // of which an earlier one is still to be delivered
        for (Item &item : m_items) {
            const bool isFirst = !chains.contains(item.chain);
            chains.insert(item.chain);
            const auto way = m_ways.constFind(item.delivery.way);
            if (item.isRunning || !isFirst || way == m_ways.constEnd())
                continue; // a way that is gone may come back, as of a workspace that is opened again
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

    void begin(Item &item, const ReadyWay &way)
    {
        item.isRunning = true;
        item.isTried = true;
        ++m_running;
        ++m_runningOf[item.delivery.way];
        m_runner->attempt(way, item.delivery, [this, key = item.delivery.key](const DeliveryResult &result) {
            finish(key, result);
        });
    }

    void finish(const QString &key, const DeliveryResult &result)
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
        tell([delivery, result](Deliverer *owner) { Q_EMIT owner->attempted(delivery, result); });
        const bool isTooOld = currentWallTime() - delivery.createdAt >= m_options.giveUpAfter;
        if (result.isTaken || result.isFinal || isTooOld) {
            m_queue->remove(key);
            m_status.failed += result.isTaken ? 0 : 1;
            m_status.lastError = result.isTaken ? QString() : errorOf(delivery);
            m_items.erase(found);
        } else {
            m_status.lastError = errorOf(delivery);
            nanoseconds pause = result.needsMending ? m_options.longestRetry : m_options.firstRetry;
            for (int attempt = 1; attempt < delivery.attempts && pause < m_options.longestRetry; ++attempt)
                pause *= 2;
            pause =
                std::max(std::min(pause, m_options.longestRetry), result.retryAfter.value_or(nanoseconds(0)));
            found->notBefore = std::chrono::steady_clock::now() + pause;
            keep(delivery);
        }
        pump();
    }

    [[nodiscard]] static QString errorOf(const Delivery &delivery)
    {
        return QStringLiteral("%1: %2").arg(delivery.way, delivery.lastError);
    }

    void tellStatus()
    {
        m_status.waiting = static_cast<int>(m_items.size());
        if (m_told && *m_told == m_status)
            return;
        m_told = m_status;
        const DeliveryStatus status = m_status;
        tell([status](Deliverer *owner) {
            owner->m_status = status;
            Q_EMIT owner->statusChanged(status);
        });
    }

    void tellSettled()
    {
        if (!std::exchange(m_isSettling, false))
            return;
        m_patience->stop();
        const DeliveryStatus status = m_status;
        tell([status](Deliverer *owner) { Q_EMIT owner->settled(status); });
    }

    Deliverer *m_owner;
    DelivererOptions m_options;
    std::unique_ptr<DeliveryQueue> m_queue;
    std::unique_ptr<WayRunner> m_runner;
    std::unique_ptr<QTimer> m_wake;
    std::unique_ptr<QTimer> m_patience;
    QHash<QString, ReadyWay> m_ways;
    std::deque<Item> m_items;        // in the order in which they are to be delivered
    QHash<QString, int> m_runningOf; // by way
    int m_running = 0;
    bool m_isSettling = false;
    bool m_toldOfDisk = false;
    DeliveryStatus m_status;
    std::optional<DeliveryStatus> m_told;
};

Deliverer::Deliverer(const DelivererOptions &options, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(this, options))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("alerts"));
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->start(); });
}

Deliverer::~Deliverer()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->end(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_worker;
}

void Deliverer::setWays(const QList<ReadyWay> &ways)
{
    m_waysWithPicture.clear();
    for (const ReadyWay &way : ways)
        if (takesPicture(way.way))
            m_waysWithPicture.insert(way.way.name);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, ways] { worker->setWays(ways); });
}

bool Deliverer::wantsPicture(const AlertChange &change) const
{
    const QStringList &ways = change.about.rule.ways;
    return change.kind != AlertChange::Kind::Resolved &&
           std::any_of(ways.begin(), ways.end(),
                       [this](const QString &way) { return m_waysWithPicture.contains(way); });
}

void Deliverer::deliver(const AlertChange &change, const QByteArray &picture)
{
    const AlertRule &rule = change.about.rule;
    const bool isOver = change.kind == AlertChange::Kind::Resolved;
    const int number = ++m_toldOf[change.about.id];
    if (isOver)
        m_toldOf.remove(change.about.id);
    if (isOver && !rule.tellsRecovery)
        return;
    const QJsonObject payload = alertPayload(change, number);
    QList<Delivery> deliveries;
    for (const QString &way : rule.ways) {
        if (way == AlertWay::desktop())
            continue; // the window's own
        Delivery delivery;
        delivery.key = payload.value(QStringLiteral("key")).toString() + u'-' + way;
        delivery.way = way;
        delivery.payload = payload;
        delivery.createdAt = change.time;
        if (m_waysWithPicture.contains(way))
            delivery.picture = picture;
        deliveries.append(delivery);
    }
    if (deliveries.isEmpty())
        return;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, deliveries] { worker->add(deliveries); });
}

void Deliverer::settle(milliseconds patience)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, patience] { worker->settle(patience); });
}

} // namespace Pongwatch
