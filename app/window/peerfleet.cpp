// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/peerfleet.h"

#include "engine/monitor.h"
#include "peers/peerbook.h"
#include "text/wording.h"

#include <QPointer>

#include <algorithm>
#include <set>
#include <utility>

namespace Pongwatch
{

namespace
{

/// If a keychain takes longer, the user is told that we are waiting for it.
constexpr milliseconds patience(2000);
/// A keychain that refuses does so once for every peer.
constexpr milliseconds gathering(200);
constexpr int mostNames = 5;

} // namespace

PeerFleet::PeerFleet(WorkspaceSession *session, Monitor *monitor, PeerBook *book, SecretStore *secrets,
                     const TrustKeeper *trust, PresetShelf *presets, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_monitor(monitor)
    , m_book(book)
    , m_resolver(secrets, QProcessEnvironment::systemEnvironment(), presets)
    , m_trust(trust)
{
    connect(session, &WorkspaceSession::changed, this, &PeerFleet::follow);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &PeerFleet::tellWaiting);
    m_tellSoon.setSingleShot(true);
    m_tellSoon.setInterval(gathering);
    connect(&m_tellSoon, &QTimer::timeout, this, &PeerFleet::tellMissing);
}

std::optional<PeerId> PeerFleet::peerOf(ProfileKey key) const
{
    const auto found = m_members.find(key);
    return found == m_members.end() ? std::nullopt : found->second.peer;
}

ProfileKey PeerFleet::profileOf(PeerId peer) const
{
    return m_keys.value(toNumber(peer), ProfileKey::None);
}

QList<ProfileKey> PeerFleet::profilesOf(const QList<PeerId> &peers) const
{
    QList<ProfileKey> keys;
    for (const PeerId peer : peers)
        if (const ProfileKey key = profileOf(peer); key != ProfileKey::None)
            keys.append(key);
    return keys;
}

PeerFleet::Wanted PeerFleet::wantedOf(const Workspace &workspace, const ProfilePlace &place)
{
    const Profile &profile = workspace.at(place);
    return {profile.name,
            profile.url,
            workspace.layeredSettings(place),
            {place.group ? workspace.groups[*place.group].name : QString(), profile.tags},
            profile.enabled};
}

void PeerFleet::follow()
{
    const Workspace &workspace = m_session->workspace();
    std::set<ProfileKey> there;
    const std::vector<ProfilePlace> places = workspace.places();
    for (const ProfilePlace &place : places)
        there.insert(workspace.at(place).key);
    for (auto member = m_members.begin(); member != m_members.end();) {
        if (there.contains(member->first)) {
            ++member;
            continue;
        }
        const PeerId peer = *member->second.peer;
        member = m_members.erase(member);
        m_keys.remove(toNumber(peer));
        m_monitor->removePeer(peer);
        m_book->remove(peer);
    }
    const bool strange = strangersCame(places);
    for (const ProfilePlace &place : places) {
        const ProfileKey key = workspace.at(place).key;
        const Wanted wanted = wantedOf(workspace, place);
        const auto found = m_members.find(key);
        if (found == m_members.end())
            add(key, wanted, place, strange);
        else if (!(found->second.wanted == wanted))
            update(key, found->second, wanted, place);
    }
    tellHeldBack();
}

void PeerFleet::tellHeldBack()
{
    if (std::exchange(m_heldBack, false))
        Q_EMIT trustWanted();
}

bool PeerFleet::strangersCame(const std::vector<ProfilePlace> &places) const
{
    return std::any_of(places.cbegin(), places.cend(), [this](const ProfilePlace &place) {
        return !m_members.contains(m_session->workspace().at(place).key) && wantsTrust(place);
    });
}

QList<WorkspaceDemand> PeerFleet::untrusted(const ProfilePlace &place) const
{
    return m_trust->untrusted(demandsOf(m_session->workspace(), place));
}

QList<WorkspaceDemand> PeerFleet::untrusted() const
{
    return m_trust->untrusted(demandsOf(m_session->workspace()));
}

void PeerFleet::dialTrusted()
{
    for (auto &[key, member] : m_members) {
        const std::optional<ProfilePlace> place = m_session->workspace().find(key);
        const bool isHeld = member.hold && member.hold->kind == PeerHold::Kind::AwaitingTrust;
        if (!place || !(isHeld || member.isStrange))
            continue;
        member.isStrange = false;
        if (member.wanted.enabled)
            lookUp(key, member, *place);
    }
}

void PeerFleet::holdBack(Member &member)
{
    m_heldBack = true;
    member.lookup = ++m_lookups;
    member.isLookedUp = false;
    setHold(member, PeerHold{PeerHold::Kind::AwaitingTrust, m_book->now(), {}});
    if (std::exchange(member.isDialled, false))
        m_monitor->pausePeer(*member.peer);
}

void PeerFleet::add(ProfileKey key, const Wanted &wanted, const ProfilePlace &place, bool isStrange)
{
    Member &member = m_members[key];
    member.wanted = wanted;
    member.isStrange = isStrange;
    if (wanted.enabled)
        lookUp(key, member, place);
    const ConnectionSettings plain = m_session->workspace().effectiveSettings(place);
    if (!member.peer) {
        // Its secrets are not known yet, or it is not to be dialled.
        member.peer = m_monitor->addPausedPeer(plain);
    }
    m_keys.insert(toNumber(*member.peer), key);
    m_book->add(*member.peer, plain, wanted.labels, member.hold);
    Q_EMIT watched(*member.peer, key, plain);
}

void PeerFleet::update(ProfileKey key, Member &member, const Wanted &wanted, const ProfilePlace &place)
{
    const Wanted before = std::exchange(member.wanted, wanted);
    const ConnectionSettings plain = m_session->workspace().effectiveSettings(place);
    m_book->update(*member.peer, plain, wanted.labels);
    if (before.name != wanted.name || before.url != wanted.url || !(before.settings == wanted.settings))
        Q_EMIT watched(*member.peer, key, plain);
    if (!wanted.enabled) {
        ++member.lookup;
        member.isLookedUp = false;
        setHold(member, std::nullopt);
        if (std::exchange(member.isDialled, false))
            m_monitor->pausePeer(*member.peer);
        return;
    }
    const bool onlyLabels = before.enabled && before.name == wanted.name && before.url == wanted.url &&
                            before.settings == wanted.settings;
    if (!onlyLabels)
        lookUp(key, member, place);
}

void PeerFleet::dialMissing(const QList<ProfileKey> &keys)
{
    for (const ProfileKey key : keys) {
        const auto member = m_members.find(key);
        const std::optional<ProfilePlace> place = m_session->workspace().find(key);
        const bool isMissing = member != m_members.end() && member->second.wanted.enabled &&
                               !member->second.isDialled && !member->second.isLookedUp;
        if (!place || !isMissing)
            continue;
        member->second.isStrange = false; // the user has given it a name
        lookUp(key, member->second, *place);
    }
    tellHeldBack();
}

void PeerFleet::lookUp(ProfileKey key, Member &member, const ProfilePlace &place)
{
    if (member.isStrange || wantsTrust(place)) {
        holdBack(member);
        return;
    }
    member.lookup = ++m_lookups;
    member.isLookedUp = true;
    m_resolver.resolve(m_session->workspace(), place,
                       [self = QPointer<PeerFleet>(this), key,
                        lookup = member.lookup](const Result<ConnectionSettings> &settings) {
                           if (self)
                               self->take(key, lookup, settings);
                       });
    if (!member.isLookedUp)
        return;
    if (!member.isDialled)
        setHold(member, PeerHold{PeerHold::Kind::AwaitingSecret, m_book->now(), {}});
    if (!m_patience.isActive())
        m_patience.start();
}

void PeerFleet::setHold(Member &member, const std::optional<PeerHold> &hold)
{
    member.hold = hold;
    if (member.peer)
        m_book->setHold(*member.peer, hold);
}

void PeerFleet::tellWaiting()
{
    const auto waiting = std::count_if(m_members.cbegin(), m_members.cend(),
                                       [](const auto &member) { return member.second.isLookedUp; });
    if (waiting > 0)
        Q_EMIT problem(tr("The keychain has not answered yet: %n peers are waiting for their secrets. You "
                          "may need to unlock it.",
                          nullptr, int(waiting)));
}

void PeerFleet::tellMissing()
{
    const QStringList names = std::exchange(m_names, {});
    if (names.size() == 1) {
        Q_EMIT problem(tr("“%1” is not connected: %2.").arg(names.first(), m_whyLast));
    } else if (!m_onlySecrets) {
        //: %1 a list of peers, %2 why the newest of them is not connected
        Q_EMIT problem(tr("Not connected: %1. The newest because of: %2.")
                           .arg(Wording::list(names.mid(0, mostNames)), m_whyLast));
    } else if (names.size() <= mostNames) {
        Q_EMIT problem(tr("Not connected because their secrets are missing: %1.").arg(Wording::list(names)));
    } else {
        Q_EMIT problem(
            tr("%n peers are not connected because their secrets are missing.", nullptr, int(names.size())));
    }
}

void PeerFleet::take(ProfileKey key, quint64 lookup, const Result<ConnectionSettings> &settings)
{
    const auto found = m_members.find(key);
    if (found == m_members.end() || found->second.lookup != lookup)
        return;
    Member &member = found->second;
    member.isLookedUp = false;
    if (!settings) {
        if (std::exchange(member.isDialled, false))
            m_monitor->pausePeer(*member.peer);
        m_whyLast = settings.error().sentence();
        const auto kind =
            isPresetError(settings.error()) ? PeerHold::Kind::PresetUnusable : PeerHold::Kind::SecretMissing;
        setHold(member, PeerHold{kind, m_book->now(), m_whyLast});
        m_onlySecrets = (m_onlySecrets || m_names.isEmpty()) && kind == PeerHold::Kind::SecretMissing;
        m_names.append(member.wanted.name);
        if (!m_tellSoon.isActive())
            m_tellSoon.start();
        return;
    }
    setHold(member, std::nullopt);
    if (!member.peer) {
        member.peer = m_monitor->addPeer(settings.value());
    } else {
        m_monitor->updatePeer(*member.peer, settings.value());
        if (!member.isDialled)
            m_monitor->resumePeer(*member.peer);
    }
    member.isDialled = true;
}

} // namespace Pongwatch
