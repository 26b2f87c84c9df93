// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/peerhold.h"
#include "peers/peerlabels.h"
#include "workspace/presetshelf.h"
#include "workspace/secretresolver.h"
#include "workspace/trustkeeper.h"
#include "workspace/workspacesession.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <map>

namespace Pongwatch
{

class Monitor;
class PeerBook;

/// Makes the profiles of the open workspace peers: after each edit the difference is applied to the monitor
/// and to the book. A profile that is edited stays the same peer, with all that was measured of it. Secrets
/// are looked up just before a peer is dialled; one whose secret is missing or still to come is not dialled,
/// and that is said: the book has a PeerHold for it. Lives on the GUI thread.
class PeerFleet : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    PeerFleet(WorkspaceSession *session, Monitor *monitor, PeerBook *book, SecretStore *secrets,
              const TrustKeeper *trust, PresetShelf *presets, QObject *parent = nullptr);

    /// nullopt: no such profile.
    [[nodiscard]] std::optional<PeerId> peerOf(ProfileKey key) const;
    /// None: no such peer.
    [[nodiscard]] ProfileKey profileOf(PeerId peer) const;
    [[nodiscard]] QList<ProfileKey> profilesOf(const QList<PeerId> &peers) const;

    /// Tries again with those of the peers that were not dialled because a secret was missing.
    void dialMissing(const QList<ProfileKey> &keys);
    /// What the peers want that are held back for want of trust.
    [[nodiscard]] QList<WorkspaceDemand> untrusted() const;
    /// Dials those that were held back and want nothing now that is not trusted.
    void dialTrusted();

Q_SIGNALS:
    /// A peer is new, or has another name, URL or way of being watched. Without secrets.
    void watched(Pongwatch::PeerId peer, Pongwatch::ProfileKey key,
                 const Pongwatch::ConnectionSettings &settings);
    /// A sentence that the user should read.
    void problem(const QString &sentence);
    /// Peers came that want what is not trusted: they, and those that came together with them, are held back
    /// until dialTrusted(), or until dialMissing() for one that wants nothing.
    void trustWanted();

private:
    /// What a profile comes to, before secrets.
    struct Wanted {
        QString name;
        QString url;
        ProfileSettings settings;
        PeerLabels labels;
        bool enabled = true;

        friend bool operator==(const Wanted &, const Wanted &) = default;
    };
    struct Member {
        std::optional<PeerId> peer; ///< nullopt only while it is being added
        Wanted wanted;
        std::optional<PeerHold> hold; ///< as the book has it
        bool isDialled = false;       ///< enabled, and its secrets are known
        bool isLookedUp = false;      ///< its secrets have been asked for, and have not come yet
        bool isStrange = false;       ///< came together with what is not trusted, and waits for the user
        quint64 lookup = 0;           ///< number of the last look-up of its secrets; older answers are void
    };

    void follow();
    void add(ProfileKey key, const Wanted &wanted, const ProfilePlace &place, bool isStrange);
    void update(ProfileKey key, Member &member, const Wanted &wanted, const ProfilePlace &place);
    void lookUp(ProfileKey key, Member &member, const ProfilePlace &place);
    [[nodiscard]] bool wantsTrust(const ProfilePlace &place) const;
    /// Whether one of those that have just come wants what is not trusted.
    [[nodiscard]] bool strangersCame(const std::vector<ProfilePlace> &places) const;
    void holdBack(Member &member);
    void tellHeldBack();
    void setHold(Member &member, const std::optional<PeerHold> &hold);
    void tellWaiting();
    void tellMissing();
    void take(ProfileKey key, quint64 lookup, const Result<ConnectionSettings> &settings);
    [[nodiscard]] static Wanted wantedOf(const Workspace &workspace, const ProfilePlace &place);

    WorkspaceSession *m_session;
    Monitor *m_monitor;
    PeerBook *m_book;
    SecretResolver m_resolver;
    const TrustKeeper *m_trust;
    std::map<ProfileKey, Member> m_members;
    QHash<quint32, ProfileKey> m_keys; ///< by peer
    quint64 m_lookups = 0;
    bool m_heldBack = false;   ///< somebody, since trustWanted() was emitted
    QTimer m_patience;         ///< runs while a keychain is asked that has not answered at once
    QTimer m_tellSoon;         ///< peers that miss their secrets are told of together
    QStringList m_names;       ///< of these peers
    bool m_onlySecrets = true; ///< all of them for the want of one
    QString m_whyLast;         ///< what is said of the last of them
};

} // namespace Pongwatch
