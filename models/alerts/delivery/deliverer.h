// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert.h"
#include "alerts/delivery/delivery.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThread>

namespace Pongwatch
{

class DeliveryWorker;

/// How deliveries are tried again.
struct DelivererOptions {
    QString folder;                      ///< of the queue
    nanoseconds firstRetry = seconds(2); ///< doubled with each further attempt …
    nanoseconds longestRetry = std::chrono::minutes(5);
    nanoseconds giveUpAfter = std::chrono::hours(24); ///< since the alert
    milliseconds patience = seconds(30);              ///< how long a server may say nothing
};

/// How the deliveries stand.
struct DeliveryStatus {
    int waiting = 0;   ///< not taken yet
    int failed = 0;    ///< given up, in this run
    QString lastError; ///< of each way whose newest attempt failed, with its name

    friend bool operator==(const DeliveryStatus &, const DeliveryStatus &) = default;
};

/// Brings alerts to their receivers by the ways that their rules name: keeps each on disk until it is taken,
/// tries again with growing pauses, and tells how it stands. All of it happens on a thread of its own, so
/// that neither a disk nor a server nor a command holds up a measurement. The order of one alert's deliveries
/// by one way is kept: its end is not told before its beginning.
class Deliverer : public QObject
{
    Q_OBJECT

public:
    explicit Deliverer(const DelivererOptions &options, QObject *parent = nullptr);
    /// What is not delivered stays on disk for the next run.
    ~Deliverer() override;

    /// The ways that there are now. Takes up what earlier runs have left for them.
    void setWays(const QList<ReadyWay> &ways);

    /// Whether one of the ways of its rule takes a picture.
    [[nodiscard]] bool wantsPicture(const AlertChange &change) const;

    /// Queues what has happened to an alert for each way of its rule but the desktop. `picture` is a PNG, or
    /// empty.
    void deliver(const AlertChange &change, const QByteArray &picture = {});

    /// Waits until everything has been tried once more and is taken or failed, or until `patience` is over;
    /// then settled() is emitted.
    void settle(milliseconds patience);

    [[nodiscard]] const DeliveryStatus &status() const { return m_status; }

Q_SIGNALS:
    void statusChanged(const Pongwatch::DeliveryStatus &status);
    /// One attempt is over: a line for the log.
    void attempted(const Pongwatch::Delivery &delivery, const Pongwatch::DeliveryResult &result);
    /// Something is wrong with the queue: a sentence.
    void problem(const QString &sentence);
    void settled(const Pongwatch::DeliveryStatus &status);

private:
    QThread *m_thread;        // owned, unless its disk does not answer at the end
    DeliveryWorker *m_worker; // lives on m_thread, and is deleted when that ends
    DeliveryStatus m_status;
    /// What was told of an alert.
    struct Told {
        int number = 0;
        QStringList ways;
    };

    QHash<QString, Told> m_toldOf; // by alert
    QSet<QString> m_waysWithPicture;
};

} // namespace Pongwatch

Q_DECLARE_METATYPE(Pongwatch::DeliveryStatus)
