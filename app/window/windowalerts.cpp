// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowalerts.h"

#include "app/window/peerfleet.h"
#include "peers/peerbook.h"
#include "workspace/workspacesession.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// A peer about whose state the workspace has a rule is not told of twice.
AlertSettings withoutDefault(AlertSettings ofAll, const AlertSettings &said)
{
    const bool isSaid = std::any_of(said.rules.begin(), said.rules.end(), [](const AlertRule &rule) {
        return rule.enabled && std::holds_alternative<StateLasts>(rule.condition);
    });
    if (isSaid)
        ofAll.rules.removeIf(
            [](const AlertRule &rule) { return std::holds_alternative<StateLasts>(rule.condition); });
    return ofAll;
}

} // namespace

WindowAlerts::WindowAlerts(PeerBook *book, WorkspaceSession *session, PeerFleet *fleet, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_session(session)
    , m_fleet(fleet)
    , m_keeper([book](PeerId peer) { return book->record(peer); }, [book] { return book->now(); })
{
    connect(&m_keeper, &AlertKeeper::told, this, &WindowAlerts::told);
    connect(&m_keeper, &AlertKeeper::acknowledged, this, &WindowAlerts::acknowledged);
    m_soon.setSingleShot(true);
    m_soon.setInterval(milliseconds(0));
    connect(&m_soon, &QTimer::timeout, this, &WindowAlerts::follow);
    connect(session, &WorkspaceSession::changed, this, &WindowAlerts::followSoon);
    connect(book, &PeerBook::peerAdded, this, &WindowAlerts::followSoon);
    connect(book, &PeerBook::peerEdited, this, &WindowAlerts::followSoon);
    connect(book, &PeerBook::heldBack, this, [this](PeerId peer) { m_keeper.book().touch(peer); });
    connect(book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        for (const PeerChange &change : changes)
            if (change.state) // also when only time has passed
                m_keeper.book().touch(change.peer);
    });
    connect(book, &PeerBook::peerAboutToBeRemoved, this, [this](PeerId peer) {
        m_keeper.book().removePeer(peer);
        if (m_past)
            m_past->forget(peer);
    });
    follow();
}

void WindowAlerts::setOptions(const AlertOptions &options)
{
    if (options == m_options)
        return;
    m_options = options;
    follow();
}

void WindowAlerts::recall(HistoryReader *reader)
{
    m_past = std::make_unique<AlertPast>(reader, &m_keeper.book(), [book = m_book] { return book->now(); });
    followSoon();
}

QList<std::pair<Objective, ObjectiveStanding>> WindowAlerts::standings(PeerId peer) const
{
    return m_keeper.standings(peer);
}

QList<std::pair<Objective, ObjectiveStanding>> WindowAlerts::standings(const QString &group) const
{
    return m_keeper.standings(group);
}

void WindowAlerts::followSoon()
{
    m_soon.start();
}

void WindowAlerts::follow()
{
    const Workspace &workspace = m_session->workspace();
    const AlertSettings ofAll = defaultAlerts(m_options);
    AlertBook &alerts = m_keeper.book();
    const AlertSettings outermost = ofAll.overlaidBy(workspace.alerts);
    alerts.setObserverRules(outermost.rules);
    QSet<QString> groups;
    const auto setGroup = [&](const QString &name, const QList<AlertRule> &rules) {
        groups.insert(name);
        alerts.setGroupRules(name, rules);
    };
    for (const ProfileGroup &group : workspace.groups)
        setGroup(group.name, outermost.overlaidBy(group.alerts).rules);
    for (const QString &gone : m_groupsWithRules - groups)
        alerts.setGroupRules(gone, {});
    m_groupsWithRules = groups;
    for (const ProfilePlace &place : workspace.places()) {
        const Profile &profile = workspace.at(place);
        const std::optional<PeerId> peer = m_fleet->peerOf(profile.key);
        if (!peer || !m_book->record(*peer))
            continue;
        const AlertSettings said = workspace.alertsAt(place);
        AlertPeer what = AlertPeer::of(withoutDefault(ofAll, said).overlaidBy(said),
                                       place.group ? workspace.groups[*place.group].name : QString());
        if (m_book->isMuted(*peer))
            what.mutedUntil = WallTime::max();
        alerts.setPeer(*peer, what);
        if (m_past)
            m_past->lookUp(*peer, m_book->record(*peer)->name(), m_book->record(*peer)->url(), what);
    }
}

} // namespace Pongwatch
