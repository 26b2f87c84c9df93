// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertkeeper.h"

#include <QUuid>

namespace Pongwatch
{

AlertKeeper::AlertKeeper(AlertBook::RecordOf recordOf, Now now, QObject *parent)
    : QObject(parent)
    , m_now(std::move(now))
    , m_book(QUuid::createUuid().toString(QUuid::WithoutBraces), std::move(recordOf))
{
    m_clock.setInterval(seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &AlertKeeper::check);
}

AlertBook &AlertKeeper::book()
{
    if (!m_clock.isActive())
        m_clock.start();
    return m_book;
}

void AlertKeeper::take(const Batch &batch)
{
    for (const auto &item : batch.items)
        if (const auto *sample = std::get_if<PingSample>(&item))
            m_book.add(*sample);
        else
            m_book.touch(std::get<ConnectionEvent>(item).peer);
    m_book.addLag(batch.worstLag, m_now());
    if (!m_clock.isActive() && !m_book.isQuiet())
        m_clock.start();
}

bool AlertKeeper::acknowledge(const QString &id, const QString &note)
{
    const auto change = m_book.acknowledge(id, note, m_now());
    if (change)
        Q_EMIT acknowledged(*change);
    return change.has_value();
}

void AlertKeeper::check()
{
    const WallTime now = m_now();
    Q_EMIT aboutToLook(now);
    const std::vector<AlertChange> changes = m_book.look(now);
    for (const AlertChange &change : changes)
        Q_EMIT told(change);
    if (m_book.isQuiet())
        m_clock.stop();
}

} // namespace Pongwatch
