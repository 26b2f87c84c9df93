// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/alertwatch.h"

#include <algorithm>

namespace Pongwatch
{

AlertWatch::AlertWatch(const PeerBook *book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &AlertWatch::check);
    connect(book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        for (const PeerChange &change : changes)
            if (change.state)
                look(change.peer);
    });
    connect(book, &PeerBook::peerEdited, this, &AlertWatch::look);
    connect(book, &PeerBook::peerAboutToBeRemoved, this, [this](PeerId peer) {
        m_troubles.erase(toNumber(peer));
        std::erase_if(m_recovered, [peer](const Alert::Item &item) { return item.peer == peer; });
    });
    lookAtAll();
}

void AlertWatch::setOptions(const AlertOptions &options)
{
    m_options = options;
    lookAtAll();
}

void AlertWatch::lookAtAll()
{
    for (const PeerId peer : m_book->peers())
        look(peer);
}

AlertWatch::Condition AlertWatch::conditionOf(const PeerRecord &record) const
{
    if (m_book->isMuted(record.id()))
        return Condition::Unwatched;
    if (record.standing() == Health::Flapping)
        return Condition::Trouble;
    switch (record.health()) {
    case Health::Failed:
    case Health::Flapping:
    case Health::TimedOut:
    case Health::Waiting:
    case Health::Stale:
        return Condition::Trouble;
    case Health::Closed: {
        const auto verdict = record.lastVerdict();
        const bool wanted = !verdict || verdict->cause == Cause::LocalClose;
        return wanted ? Condition::Unwatched : Condition::Trouble;
    }
    case Health::Connecting:
        return Condition::Undecided; // how it went on before holds
    case Health::Slow:
        return m_options.slow ? Condition::Trouble : Condition::Well;
    case Health::Ok:
        return Condition::Well;
    case Health::Paused:
        break;
    }
    return Condition::Unwatched;
}

void AlertWatch::look(PeerId peer)
{
    const PeerRecord *record = m_book->record(peer);
    if (!record)
        return;
    const auto known = m_troubles.find(toNumber(peer));
    switch (m_options.enabled ? conditionOf(*record) : Condition::Unwatched) {
    case Condition::Trouble:
        if (known == m_troubles.end())
            m_troubles.insert({toNumber(peer), {m_book->now(), ++m_order, false}});
        break;
    case Condition::Well:
        if (known != m_troubles.end()) {
            if (known->second.told && m_options.recoveries)
                m_recovered.push_back({peer, known->second.since});
            m_troubles.erase(known);
        }
        break;
    case Condition::Unwatched:
        if (known != m_troubles.end())
            m_troubles.erase(known);
        break;
    case Condition::Undecided:
        break;
    }
    if ((!m_troubles.empty() || !m_recovered.empty()) && !m_clock.isActive())
        m_clock.start();
}

void AlertWatch::check()
{
    Alert due;
    due.recovered.swap(m_recovered);
    std::vector<std::pair<quint64, Alert::Item>> found;
    bool waiting = false;
    for (auto &[number, trouble] : m_troubles) {
        if (trouble.told)
            continue;
        if (m_book->now() - trouble.since < m_options.after) {
            waiting = true;
            continue;
        }
        trouble.told = true;
        found.emplace_back(trouble.order, Alert::Item{PeerId{number}, trouble.since});
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[order, item] : found)
        due.inTrouble.push_back(item);
    if (!waiting)
        m_clock.stop();
    if (!due.inTrouble.empty() || !due.recovered.empty())
        Q_EMIT alert(due);
}

} // namespace Pongwatch
