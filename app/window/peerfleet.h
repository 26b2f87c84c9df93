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

/// Turns the profiles of the open workspace into peers: after each edit, the difference is applied to the
/// monitor and to the book. An edited profile remains the same peer, with everything measured of it. Secrets
/// are looked up just before dialling; a peer whose secret is missing or not here yet is not dialled, and the
/// book says so with a PeerHold. Lives on the GUI thread.
class PeerFleet : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this object.
    PeerFleet(WorkspaceSession *session, Monitor *monitor, PeerBook *book, SecretStore *secrets,
              const TrustKeeper *trust, PresetShelf *presets, QObject *parent = nullptr);

    /// nullopt if there is no such profile.
    [[nodiscard]] std::optional<PeerId> peerOf(ProfileKey key) const;
    /// None if there is no such peer.
    [[nodiscard]] ProfileKey profileOf(PeerId peer) const;
    [[nodiscard]] QList<ProfileKey> profilesOf(const QList<PeerId> &peers) const;

    /// Tries again to dial those of the peers whose secret was missing.
    void dialMissing(const QList<ProfileKey> &keys);
    /// The demands of peers that are held back because they are not trusted.
    [[nodiscard]] QList<WorkspaceDemand> untrusted() const;
    /// What the profile wants that is not trusted: nothing may be looked up or sent for it before.
    [[nodiscard]] QList<WorkspaceDemand> untrusted(const ProfilePlace &place) const;
    /// Has the user asked about all that is not trusted.
    void askForTrust() { Q_EMIT trustWanted(); }
    /// Dials peers that were held back if all they want is trusted by now.
    void dialTrusted();

Q_SIGNALS:
    /// A peer is new, or its name, URL or settings have changed. Without secrets.
    void watched(Pongwatch::PeerId peer, Pongwatch::ProfileKey key,
                 const Pongwatch::ConnectionSettings &settings);
    /// A sentence for the user.
    void problem(const QString &sentence);
    /// There are new peers whose demands are not trusted: they, and any added together with them, are held
    /// back until dialTrusted(), or until dialMissing() for one that wants nothing.
    void trustWanted();

private:
    /// The result for a profile, before secrets.
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
        std::optional<PeerHold> hold; ///< as in the book
        bool isDialled = false;       ///< enabled, and its secrets are known
        bool isLookedUp = false;      ///< its secrets were requested but have not come yet
        bool isStrange = false;       ///< came together with something not trusted, and awaits the user
        quint64 lookup = 0;           ///< number of the last look-up of its secrets; older answers are void
    };

    void follow();
    void add(ProfileKey key, const Wanted &wanted, const ProfilePlace &place, bool isStrange);
    void update(ProfileKey key, Member &member, const Wanted &wanted, const ProfilePlace &place);
    void lookUp(ProfileKey key, Member &member, const ProfilePlace &place);
    [[nodiscard]] bool wantsTrust(const ProfilePlace &place) const { return !untrusted(place).isEmpty(); }
    /// Whether any of the new ones has demands that are not trusted.
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
    bool m_heldBack = false;   ///< there is somebody, since trustWanted() was last emitted
    QTimer m_patience;         ///< runs while a keychain has not answered at once
    QTimer m_tellSoon;         ///< to report peers whose secrets are missing together
    QStringList m_names;       ///< of those peers
    bool m_onlySecrets = true; ///< a secret is missing for all of them
    QString m_whyLast;         ///< the explanation for the last of them
};

} // namespace Pongwatch
