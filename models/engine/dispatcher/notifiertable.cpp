// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher/notifiertable.h"

#include <QCoreApplication>
#include <QEvent>

namespace Pongwatch
{

NotifierTable::Row *NotifierTable::row(qintptr fd)
{
    if (fd < 0 || static_cast<size_t>(fd) >= m_rows.size())
        return nullptr;
    return &m_rows[static_cast<size_t>(fd)];
}

Readinesses NotifierTable::add(QSocketNotifier *notifier)
{
    const auto fd = static_cast<size_t>(notifier->socket());
    if (fd >= m_rows.size())
        m_rows.resize(fd + 1);
    Row &row = m_rows[fd];
    QSocketNotifier *&place = row.notifiers[notifier->type()];
    if (place != nullptr && place != notifier)
        qWarning("Two socket notifiers of type %d for descriptor %zu", notifier->type(), fd);
    place = notifier;
    row.wanted |= toReadiness(notifier->type());
    return row.wanted;
}

Readinesses NotifierTable::remove(QSocketNotifier *notifier)
{
    Row *const row = this->row(notifier->socket());
    if (row == nullptr)
        return {};
    QSocketNotifier *&place = row->notifiers[notifier->type()];
    if (place == notifier) {
        place = nullptr;
        row->wanted &= ~Readinesses(toReadiness(notifier->type()));
        row->turns &= ~Readinesses(toReadiness(notifier->type()));
    }
    return row->wanted;
}

void NotifierTable::markReady(const ReadyDescriptor &descriptor)
{
    Row *const row = this->row(descriptor.fd);
    if (row == nullptr)
        return;
    const Readinesses fresh = descriptor.ready & row->wanted & ~row->turns;
    if (!fresh)
        return;
    row->turns |= fresh;
    for (const auto type : {QSocketNotifier::Read, QSocketNotifier::Write, QSocketNotifier::Exception})
        if (fresh.testFlag(toReadiness(type)))
            m_turns.push_back({descriptor.fd, type});
}

int NotifierTable::activate()
{
    int told = 0;
    QEvent event(QEvent::SockAct);
    while (!m_turns.empty()) {
        const Turn turn = m_turns.front();
        m_turns.pop_front();
        // Keep no reference over the call: it may add rows, remove notifiers, or run an event loop.
        Row &row = m_rows[static_cast<size_t>(turn.fd)];
        const Readiness readiness = toReadiness(turn.type);
        if (!row.turns.testFlag(readiness))
            continue;
        row.turns &= ~Readinesses(readiness);
        QCoreApplication::sendEvent(row.notifiers[turn.type], &event);
        ++told;
    }
    return told;
}

void NotifierTable::disable(int fd)
{
    for (size_t type = 0; type < typeCount; ++type) {
        Row *const row = this->row(fd);
        if (row == nullptr || row->notifiers[type] == nullptr)
            continue;
        qWarning("QSocketNotifier: Invalid socket %d with type %zu, disabling...", fd, type);
        row->notifiers[type]->setEnabled(false);
    }
}

} // namespace Pongwatch
