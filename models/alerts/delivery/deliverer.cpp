// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/delivery/deliverer.h"

#include "alerts/delivery/alertpayload.h"
#include "alerts/delivery/deliveryworker.h"
#include "alerts/delivery/wayrunner.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// How long the end of a disk's work is waited for; a disk that does not answer is left to itself.
constexpr milliseconds patienceAtEnd = seconds(2);

QStringList waysOf(const AlertChange &change)
{
    const AlertRule &rule = change.about.rule;
    const bool isEscalated = change.kind == AlertChange::Kind::Escalated && !rule.escalationWays.isEmpty();
    return isEscalated ? rule.escalationWays : rule.ways;
}

} // namespace

Deliverer::Deliverer(const DelivererOptions &options, QObject *parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_worker(new DeliveryWorker(options))
{
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &DeliveryWorker::statusChanged, this, [this](const DeliveryStatus &status) {
        m_status = status;
        Q_EMIT statusChanged(status);
    });
    connect(m_worker, &DeliveryWorker::attempted, this, &Deliverer::attempted);
    connect(m_worker, &DeliveryWorker::problem, this, &Deliverer::problem);
    connect(m_worker, &DeliveryWorker::settled, this, &Deliverer::settled);
    m_thread->setObjectName(QStringLiteral("alerts"));
    m_thread->start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->start(); });
}

Deliverer::~Deliverer()
{
    m_worker->disconnect(this);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, thread = m_thread] {
        worker->end();
        thread->quit();
    });
    if (m_thread->wait(static_cast<unsigned long>(patienceAtEnd.count())))
        delete m_thread;
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
    const QStringList ways = waysOf(change);
    return change.kind != AlertChange::Kind::Resolved &&
           std::any_of(ways.begin(), ways.end(),
                       [this](const QString &way) { return m_waysWithPicture.contains(way); });
}

void Deliverer::deliver(const AlertChange &change, const QByteArray &picture)
{
    const AlertRule &rule = change.about.rule;
    const bool isOver = change.kind == AlertChange::Kind::Resolved;
    Told &told = m_toldOf[change.about.id];
    const int number = ++told.number;
    const QStringList ways = waysOf(change);
    for (const QString &way : ways)
        if (!told.ways.contains(way))
            told.ways.append(way);
    const QStringList receivers = isOver ? told.ways : ways; // whoever heard of it hears of its end
    if (isOver)
        m_toldOf.remove(change.about.id);
    if (isOver && !rule.tellsRecovery)
        return;
    const QJsonObject payload = alertPayload(change, number);
    QList<Delivery> deliveries;
    for (const QString &way : receivers) {
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
