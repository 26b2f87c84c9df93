// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/agentrun.h"

#include "engine/diagnosis/explanation.h"

#include <QSet>
#include <QTimer>

namespace Pongwatch
{

namespace
{

/// How long peers may take to answer the Close frame at the end.
constexpr milliseconds patienceAtEnd = seconds(2);

} // namespace

AgentRun::AgentRun(MetricsBook &book, EventJournal &journal, MonitorOptions options, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_journal(journal)
    , m_monitor(std::move(options))
{
    connect(&m_monitor, &Monitor::batchReady, this, &AgentRun::take);
    connect(&m_monitor, &Monitor::stopped, this, &AgentRun::finish);
    connect(&m_monitor, &Monitor::threadsAnswered, this, &AgentRun::threadsAnswered);
}

AgentRun::Change AgentRun::setPeers(const QList<WorkspacePeer> &peers)
{
    Change change;
    QSet<QString> wanted;
    for (const WorkspacePeer &peer : peers)
        wanted.insert(peer.settings.name);
    for (auto watched = m_peers.begin(); watched != m_peers.end();) {
        if (wanted.contains(watched.key())) {
            ++watched;
            continue;
        }
        remove(*watched);
        watched = m_peers.erase(watched);
        ++change.removed;
    }
    for (const WorkspacePeer &peer : peers) {
        const auto known = m_peers.find(peer.settings.name);
        if (known == m_peers.end()) {
            add(peer);
            ++change.added;
        } else if (update(*known, peer)) {
            ++change.changed;
        } else {
            ++change.kept;
        }
    }
    return change;
}

void AgentRun::add(const WorkspacePeer &peer)
{
    const bool isHeld = !peer.missing.isEmpty();
    const PeerId id = isHeld ? m_monitor.addPausedPeer(peer.settings) : m_monitor.addPeer(peer.settings);
    m_peers.insert(peer.settings.name, {id, peer});
    m_names.insert(id, peer.settings.name);
    m_book.setPeer(id, peer.settings, peer.group, peer.tags);
    m_book.setHeldBack(id, isHeld);
    if (isHeld)
        tellHold(peer);
}

bool AgentRun::update(Watched &watched, const WorkspacePeer &peer)
{
    const bool wasHeld = !watched.peer.missing.isEmpty();
    const bool isHeld = !peer.missing.isEmpty();
    const bool isChanged = !(watched.peer.settings == peer.settings) || wasHeld != isHeld;
    if (!(watched.peer.settings == peer.settings))
        m_monitor.updatePeer(watched.id, peer.settings);
    if (isHeld && !wasHeld)
        m_monitor.pausePeer(watched.id);
    else if (wasHeld && !isHeld)
        m_monitor.resumePeer(watched.id);
    if (isHeld && watched.peer.missing != peer.missing)
        tellHold(peer);
    m_book.setPeer(watched.id, peer.settings, peer.group, peer.tags);
    m_book.setHeldBack(watched.id, isHeld);
    watched.peer = peer;
    return isChanged;
}

void AgentRun::remove(const Watched &watched)
{
    m_monitor.removePeer(watched.id);
    m_book.removePeer(watched.id);
    m_names.remove(watched.id);
}

void AgentRun::tellHold(const WorkspacePeer &peer)
{
    JournalEntry entry = journalEntry(JournalPriority::Error, peer.missing);
    entry.peer = peer.settings.name;
    entry.fields.append({QByteArrayLiteral("PONGWATCH_PEER"), peer.settings.name});
    m_journal.write(entry);
}

void AgentRun::take(const Batch &batch)
{
    m_book.apply(batch);
    for (const auto &item : batch.items) {
        const auto *event = std::get_if<ConnectionEvent>(&item);
        if (!event)
            continue;
        const auto name = m_names.constFind(event->peer);
        if (name == m_names.constEnd())
            continue;
        const auto *closed = std::get_if<Closed>(&event->what);
        if (const auto entry = journalEntry(*name, *event, closed ? explain(closed->verdict) : QString()))
            m_journal.write(*entry);
    }
}

void AgentRun::end()
{
    m_monitor.stop(CloseFrame{quint16(1001), {}});
    QTimer::singleShot(patienceAtEnd, this, &AgentRun::finish);
}

void AgentRun::finish()
{
    if (m_ended)
        return;
    m_monitor.flush();
    if (std::exchange(m_ended, true)) // what was flushed may have been the last end
        return;
    Q_EMIT ended();
}

} // namespace Pongwatch
