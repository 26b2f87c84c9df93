// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peerbook.h"

namespace Pongwatch
{

struct PeerBook::Entry {
    ConnectionSettings settings;
    PeerLabels labels;
    PeerRecord record;
};

PeerBook::PeerBook(Now now, QObject *parent)
    : QObject(parent)
    , m_now(std::move(now))
{
    m_lookAgain.setTimerType(Qt::VeryCoarseTimer);
    m_lookAgain.setInterval(seconds(5));
    connect(&m_lookAgain, &QTimer::timeout, this, &PeerBook::look);
}

PeerBook::~PeerBook() = default;

void PeerBook::look()
{
    QList<PeerChange> changes;
    bool anyFlaps = false;
    for (const auto &[number, entry] : m_entries) {
        if (entry->record.look(m_now()))
            changes.append({PeerId{number}, true});
        anyFlaps = anyFlaps || entry->record.flaps().isFlapping();
    }
    if (!anyFlaps)
        m_lookAgain.stop();
    if (!changes.isEmpty())
        Q_EMIT peersChanged(changes);
}

void PeerBook::recallLost(PeerId peer, const std::vector<LostConnection> &lost, const PeerRecord::End &newest)
{
    const auto found = m_entries.find(toNumber(peer));
    if (found == m_entries.end() || !found->second->record.recallLost(lost, newest, m_now()))
        return;
    m_lookAgain.start();
    Q_EMIT peersChanged({{peer, true}});
}

void PeerBook::add(PeerId peer, const ConnectionSettings &settings, const PeerLabels &labels,
                   const std::optional<PeerHold> &hold)
{
    auto entry =
        std::make_unique<Entry>(Entry{settings, labels, PeerRecord(peer, settings.name, settings.url)});
    entry->record.setHold(hold);
    insert(peer, std::move(entry));
}

void PeerBook::addOutside(PeerId peer, const ConnectionSettings &settings, const PeerLabels &labels,
                          const OutsideView &view)
{
    auto entry =
        std::make_unique<Entry>(Entry{settings, labels, PeerRecord(peer, settings.name, settings.url)});
    entry->record.setOutside(view);
    insert(peer, std::move(entry));
}

void PeerBook::insert(PeerId peer, std::unique_ptr<Entry> entry)
{
    const bool isHeld = entry->record.hold().has_value();
    if (m_entries.emplace(toNumber(peer), std::move(entry)).second) {
        m_order.append(peer);
        Q_EMIT peerAdded(peer);
        if (isHeld)
            Q_EMIT heldBack(peer);
    }
}

void PeerBook::setOutside(const QList<std::pair<PeerId, OutsideView>> &views)
{
    QList<PeerChange> changes;
    for (const auto &[peer, view] : views) {
        const auto found = m_entries.find(toNumber(peer));
        if (found == m_entries.end() || !found->second->record.outside() ||
            found->second->record.outside() == view)
            continue;
        found->second->record.setOutside(view);
        changes.append({peer, true});
    }
    if (!changes.isEmpty())
        Q_EMIT peersChanged(changes);
}

bool PeerBook::isOwn(PeerId peer) const
{
    const PeerRecord *known = record(peer);
    return known && !known->outside();
}

void PeerBook::remove(PeerId peer)
{
    if (!m_entries.contains(toNumber(peer)))
        return;
    Q_EMIT peerAboutToBeRemoved(peer);
    m_order.remove(m_order.lastIndexOf(peer)); // many are removed from the end
    m_entries.erase(toNumber(peer));
    Q_EMIT peerRemoved(peer);
}

void PeerBook::update(PeerId peer, const ConnectionSettings &settings, const PeerLabels &labels)
{
    const auto found = m_entries.find(toNumber(peer));
    if (found == m_entries.end())
        return;
    Entry &entry = *found->second;
    if (entry.settings == settings && entry.labels == labels)
        return;
    entry.settings = settings;
    entry.labels = labels;
    entry.record.rename(settings.name, settings.url);
    Q_EMIT peerEdited(peer);
}

void PeerBook::setHold(PeerId peer, const std::optional<PeerHold> &hold)
{
    const auto found = m_entries.find(toNumber(peer));
    if (found != m_entries.end() && found->second->record.hold() != hold) {
        found->second->record.setHold(hold);
        Q_EMIT peersChanged({{peer, true}});
        if (hold)
            Q_EMIT heldBack(peer);
    }
}

void PeerBook::setGroups(const QStringList &groups)
{
    if (groups != m_groups) {
        m_groups = groups;
        Q_EMIT groupsChanged();
    }
}

void PeerBook::apply(const Batch &batch)
{
    QList<PeerChange> changes;
    QHash<quint32, qsizetype> places;
    for (const auto &item : batch.items) {
        const PeerId peer = std::visit([](const auto &value) { return value.peer; }, item);
        const auto found = m_entries.find(toNumber(peer));
        if (found == m_entries.end())
            continue;
        PeerRecord &record = found->second->record;
        const Health before = record.health();
        const Health stood = record.standing();
        std::visit([&record](const auto &value) { record.apply(value); }, item);
        const bool state = std::holds_alternative<ConnectionEvent>(item) || record.health() != before ||
                           record.standing() != stood;
        if (record.standing() == Health::Flapping && !m_lookAgain.isActive())
            m_lookAgain.start();

        const auto place = places.constFind(toNumber(peer));
        if (place == places.cend()) {
            places.insert(toNumber(peer), changes.size());
            changes.append({peer, state});
        } else {
            changes[*place].state |= state;
        }
    }
    if (!changes.isEmpty())
        Q_EMIT peersChanged(changes);
}

const PeerRecord *PeerBook::record(PeerId peer) const
{
    const auto found = m_entries.find(toNumber(peer));
    return found == m_entries.end() ? nullptr : &found->second->record;
}

const ConnectionSettings *PeerBook::settings(PeerId peer) const
{
    const auto found = m_entries.find(toNumber(peer));
    return found == m_entries.end() ? nullptr : &found->second->settings;
}

const PeerLabels *PeerBook::labels(PeerId peer) const
{
    const auto found = m_entries.find(toNumber(peer));
    return found == m_entries.end() ? nullptr : &found->second->labels;
}

bool PeerBook::verifiesTls(PeerId peer) const
{
    const ConnectionSettings *known = settings(peer);
    return !known || known->tls.verify || known->url.scheme() != QLatin1String("wss");
}

void PeerBook::setMuted(const QSet<QString> &names)
{
    const QSet<QString> before = std::exchange(m_muted, names);
    const QList<PeerId> peers = m_order;
    for (const PeerId peer : peers) {
        const QString &name = record(peer)->name();
        if (before.contains(name) != names.contains(name))
            Q_EMIT peerEdited(peer);
    }
}

bool PeerBook::isMuted(PeerId peer) const
{
    const PeerRecord *known = record(peer);
    return known && m_muted.contains(known->name());
}

bool PeerBook::hasName(const QString &name) const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [&name](const auto &entry) { return entry.second->settings.name == name; });
}

} // namespace Pongwatch
