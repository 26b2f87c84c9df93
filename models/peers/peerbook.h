// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/settings.h"
#include "history/peerrecord.h"
#include "peers/peerlabels.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace Pongwatch
{

/// What a batch changed about one peer.
struct PeerChange {
    PeerId peer{};
    bool state = false; ///< its health, its connection or its verdict; otherwise only samples came

    friend bool operator==(const PeerChange &, const PeerChange &) = default;
};

/// The records of all peers that are watched: takes the monitor's batches and tells the item models what they
/// changed. Lives on the GUI thread. Outlives the models and views over it.
class PeerBook : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<WallTime()>;

    /// `now` is the wall clock that ages and count-downs are told by.
    explicit PeerBook(Now now = currentWallTime, QObject *parent = nullptr);
    ~PeerBook() override;

    void add(PeerId peer, const ConnectionSettings &settings, const PeerLabels &labels = {},
             const std::optional<PeerHold> &hold = {});
    void remove(PeerId peer);

    /// Renames a peer, files it elsewhere, or notes that it is dialled otherwise. What was measured stays.
    void update(PeerId peer, const ConnectionSettings &settings, const PeerLabels &labels);

    /// Says why a peer is not dialled although it is to be watched; nullopt: it is, or is not to be.
    void setHold(PeerId peer, const std::optional<PeerHold> &hold);

    /// The groups in the order in which they are to be shown, the empty ones included. Groups of peers that
    /// are not named here come after these.
    void setGroups(const QStringList &groups);
    [[nodiscard]] const QStringList &groups() const { return m_groups; }

    /// Items about peers that are not (or no longer) here are skipped.
    void apply(const Batch &batch);

    /// Tells a peer what it lost before this run of the program: see PeerRecord::recallLost().
    void recallLost(PeerId peer, const std::vector<LostConnection> &lost, const PeerRecord::End &newest);

    [[nodiscard]] WallTime now() const { return m_now(); }

    /// Lets the peers know that time has passed: one that flapped may be steady, or down, by now. Happens by
    /// itself while one flaps.
    void look();

    /// In the order in which they were added.
    [[nodiscard]] const QList<PeerId> &peers() const { return m_order; }

    /// Null: no such peer. Valid until the peer is removed.
    [[nodiscard]] const PeerRecord *record(PeerId peer) const;
    [[nodiscard]] const ConnectionSettings *settings(PeerId peer) const;
    [[nodiscard]] const PeerLabels *labels(PeerId peer) const;

    /// False: the peer's certificate is not checked, so that nobody knows who answers.
    [[nodiscard]] bool verifiesTls(PeerId peer) const;

    /// Peers that the user wants to hear nothing about, by name, as they are known over runs of the program.
    void setMuted(const QSet<QString> &names);
    [[nodiscard]] const QSet<QString> &muted() const { return m_muted; }
    [[nodiscard]] bool isMuted(PeerId peer) const;

    /// True when another peer has this name already.
    [[nodiscard]] bool hasName(const QString &name) const;

Q_SIGNALS:
    void peerAdded(Pongwatch::PeerId peer);
    /// Its record is still there.
    void peerAboutToBeRemoved(Pongwatch::PeerId peer);
    void peerRemoved(Pongwatch::PeerId peer);
    /// Its name, its settings or its labels are other ones now, or it is muted or no more.
    void peerEdited(Pongwatch::PeerId peer);
    void groupsChanged();
    /// It is held back now, for another reason than before: see PeerRecord::hold().
    void heldBack(Pongwatch::PeerId peer);
    /// Once for each batch that changed anything; each peer at most once.
    void peersChanged(const QList<Pongwatch::PeerChange> &changes);

private:
    struct Entry;

    Now m_now;
    QTimer m_lookAgain;
    QList<PeerId> m_order;
    QStringList m_groups;
    QSet<QString> m_muted;
    std::unordered_map<quint32, std::unique_ptr<Entry>> m_entries;
};

} // namespace Pongwatch
