// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/deliverer.h"

#include "alerts/delivery/alertpayload.h"
#include "alerts/delivery/commandrun.h"
#include "alerts/delivery/deliveryqueue.h"
#include "alerts/delivery/webhookpost.h"

#include <QCoreApplication>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace Pongwatch
{

namespace
{

/// So many go on at the same time, over all ways.
constexpr int mostAtOnce = 8;

struct DelivererText {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Deliverer)
};

QString alertOf(const Delivery &delivery)
{
    return delivery.payload.value(QStringLiteral("id")).toString();
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
        m_post = std::make_unique<WebhookPost>();
        m_wake = std::make_unique<QTimer>();
        m_wake->setSingleShot(true);
        connect(m_wake.get(), &QTimer::timeout, this, &Worker::pump);
        m_patience = std::make_unique<QTimer>();
        m_patience->setSingleShot(true);
        connect(m_patience.get(), &QTimer::timeout, this, &Worker::tellSettled);
        QStringList problems;
        for (Delivery &delivery : m_queue->takeOver(&problems))
            m_items.push_back({std::move(delivery), {}, false, false});
        for (const QString &sentence : std::as_const(problems))
            tell([sentence](Deliverer *owner) { Q_EMIT owner->problem(sentence); });
    }

    void setWays(const QList<ReadyWay> &ways)
    {
        m_ways.clear();
        for (const ReadyWay &way : ways)
            m_ways.insert(way.way.name, way);
        pump();
    }

    void add(const QList<Delivery> &deliveries)
    {
        for (const Delivery &delivery : deliveries) {
            if (m_items.size() >= DeliveryQueue::most) {
                m_status.failed += 1;
                m_status.lastError = DelivererText::tr("too many alerts wait to be delivered");
                continue;
            }
            keep(delivery);
            m_items.push_back({delivery, {}, false, false});
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
        m_runs.clear();
        m_post.reset();
        m_wake.reset();
        m_patience.reset();
        m_queue.reset();
    }

private:
    struct Item {
        Delivery delivery;
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

    void keep(const Delivery &delivery)
    {
        const Outcome kept = m_queue->keep(delivery);
        if (kept || std::exchange(m_toldOfDisk, true))
            return;
        // It is tried from memory all the same.
        const QString sentence = kept.error().sentence();
        tell([sentence](Deliverer *owner) { Q_EMIT owner->problem(sentence); });
    }

    /// Whether an earlier one of the same alert by the same way is still to be delivered.
    [[nodiscard]] bool mustWait(const Item &item) const
    {
        for (const Item &other : m_items) {
            if (&other == &item)
                return false;
            if (other.delivery.way == item.delivery.way && alertOf(other.delivery) == alertOf(item.delivery))
                return true;
        }
        return false;
    }

    void pump()
    {
        const SteadyTime now = std::chrono::steady_clock::now();
        std::optional<SteadyTime> next;
        // Starting one may end it at once, and so change the list.
        for (bool again = true; again;) {
            again = false;
            next.reset();
            for (Item &item : m_items) {
                const auto way = m_ways.constFind(item.delivery.way);
                if (item.isRunning || m_running >= mostAtOnce || mustWait(item))
                    continue;
                if (way == m_ways.constEnd() || (m_isSettling && item.isTried))
                    continue; // a way of another workspace, or of one that has changed
                if (item.notBefore > now) {
                    next = std::min(next.value_or(item.notBefore), item.notBefore);
                    continue;
                }
                begin(item, *way);
                again = true;
                break;
            }
        }
        if (next)
            m_wake->start(std::chrono::ceil<milliseconds>(*next - now));
        tellStatus();
        if (m_isSettling && m_running == 0 && !isAnyLeftToTry())
            tellSettled();
    }

    [[nodiscard]] bool isAnyLeftToTry() const
    {
        return std::any_of(
            m_items.begin(), m_items.end(),
            [this](const Item &item) {
                return !item.isTried && m_ways.contains(item.delivery.way) && !mustWait(item);
            });
    }

    void begin(Item &item, const ReadyWay &way)
    {
        item.isRunning = true;
        item.isTried = true;
        ++m_running;
        const QString key = item.delivery.key;
        // Later, so that nothing ends while it is being begun.
        const auto done = [this, key](const DeliveryResult &result) {
            QMetaObject::invokeMethod(
                this, [this, key, result] { finish(key, result); }, Qt::QueuedConnection);
        };
        if (!way.missing.isEmpty()) {
            done({false, false, way.missing, {}, {}});
        } else if (const auto *command = std::get_if<CommandWay>(&way.way.how)) {
            m_runs.push_back(std::make_unique<CommandRun>(*command, item.delivery, done));
            m_runKeys.push_back(key);
        } else {
            m_post->post(way, item.delivery, done);
        }
    }

    void finish(const QString &key, const DeliveryResult &result)
    {
        for (size_t i = 0; i < m_runKeys.size(); ++i) {
            if (m_runKeys[i] == key) {
                m_runs.erase(m_runs.begin() + static_cast<std::ptrdiff_t>(i));
                m_runKeys.erase(m_runKeys.begin() + static_cast<std::ptrdiff_t>(i));
                break;
            }
        }
        --m_running;
        const auto found = std::find_if(m_items.begin(), m_items.end(),
                                        [&key](const Item &item) { return item.delivery.key == key; });
        if (found == m_items.end())
            return;
        Delivery &delivery = found->delivery;
        found->isRunning = false;
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
            nanoseconds pause = m_options.firstRetry;
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
    std::unique_ptr<WebhookPost> m_post;
    std::unique_ptr<QTimer> m_wake;
    std::unique_ptr<QTimer> m_patience;
    QHash<QString, ReadyWay> m_ways;
    std::deque<Item> m_items; // in the order in which they are to be delivered
    std::vector<std::unique_ptr<CommandRun>> m_runs;
    std::vector<QString> m_runKeys; // of m_runs
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
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, ways] { worker->setWays(ways); });
}

void Deliverer::deliver(const AlertChange &change)
{
    const AlertRule &rule = change.about.rule;
    const bool isOver = change.kind == AlertChange::Kind::Resolved;
    const int number = ++m_toldOf[change.about.id];
    if (isOver)
        m_toldOf.remove(change.about.id);
    if (rule.ways.isEmpty() || (isOver && !rule.tellsRecovery))
        return;
    const QJsonObject payload = alertPayload(change, number);
    QList<Delivery> deliveries;
    for (const QString &way : rule.ways)
        deliveries.append(
            {payload.value(QStringLiteral("key")).toString() + u'-' + way, way, payload, change.time, 0, {}});
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, deliveries] { worker->add(deliveries); });
}

void Deliverer::settle(milliseconds patience)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, patience] { worker->settle(patience); });
}

} // namespace Pongwatch
