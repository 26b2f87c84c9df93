// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/delivery/deliverer.h"

#include <QMap>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace Pongwatch
{

class DeliveryQueue;
class WayRunner;

/// All that happens on the thread of a Deliverer.
class DeliveryWorker : public QObject
{
    Q_OBJECT

public:
    explicit DeliveryWorker(const DelivererOptions &options);
    ~DeliveryWorker() override;

    /// Once, on its thread, before anything else.
    void start();
    void setWays(const QList<ReadyWay> &ways);
    void add(const QList<Delivery> &deliveries);
    void settle(milliseconds patience);
    /// Ends what runs.
    void end();

Q_SIGNALS:
    // As those of Deliverer.
    void statusChanged(const Pongwatch::DeliveryStatus &status);
    void attempted(const Pongwatch::Delivery &delivery, const Pongwatch::DeliveryResult &result);
    void problem(const QString &sentence);
    void settled(const Pongwatch::DeliveryStatus &status);

private:
    struct Item {
        Delivery delivery;
        QString chain; ///< see chainOf()
        SteadyTime notBefore{};
        bool isRunning = false;
        bool isTried = false; ///< since settle()
    };

    void push(Delivery delivery);
    void keep(const Delivery &delivery);
    void dropWhatIsTooOld();
    void pump();
    void begin(Item &item, const ReadyWay &way);
    void finish(const QString &key, DeliveryResult result);
    void tellStatus();
    void tellSettled();

    DelivererOptions m_options;
    std::unique_ptr<DeliveryQueue> m_queue;
    std::unique_ptr<WayRunner> m_runner;
    std::unique_ptr<QTimer> m_wake;
    std::unique_ptr<QTimer> m_patience;
    QHash<QString, ReadyWay> m_ways;
    std::deque<Item> m_items;        // in the order in which they are to be delivered
    QHash<QString, int> m_runningOf; // by way
    QMap<QString, QString> m_errors; // by way: of its newest attempt, where that failed
    int m_running = 0;
    bool m_hasWays = false; ///< they are known
    bool m_isSettling = false;
    bool m_toldOfDisk = false;
    DeliveryStatus m_status;
    std::optional<DeliveryStatus> m_told;
};

} // namespace Pongwatch
