// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/batch.h"
#include "engine/values/settings.h"
#include "history/peerrecord.h"
#include "peers/peerlabels.h"
#include "text/formatter.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

namespace Pongwatch
{

/// What has changed about a peer in a batch.
struct PeerChange {
    PeerId peer{};
    bool state = false; ///< its health, connection or verdict; otherwise there were only samples

    friend bool operator==(const PeerChange &, const PeerChange &) = default;
};

/// The records of all watched peers: takes the monitor's batches and tells the item models what has changed.
/// Lives on the GUI thread. Must outlive its models and views.
class PeerBook : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<WallTime()>;

    /// `now` is the wall clock for ages and countdowns.
    explicit PeerBook(Now now = currentWallTime, QObject *parent = nullptr);
    ~PeerBook() override;

    void add(PeerId peer, const ConnectionSettings &settings, const PeerLabels &labels = {},
             const std::optional<PeerHold> &hold = {});
    /// Adds a peer that this program does not watch itself; of it the book knows what others say.
    void addOutside(PeerId peer, const ConnectionSettings &settings, const PeerLabels &labels,
                    const OutsideView &view);
    /// What they say of it now. Those among them that are watched here are skipped.
    void setOutside(const QList<std::pair<PeerId, OutsideView>> &views);
    /// Whether this program watches it itself.
    [[nodiscard]] bool isOwn(PeerId peer) const;

    void remove(PeerId peer);

    /// Renames a peer, files it elsewhere, or notes that its settings have changed. Measurements are kept.
    void update(PeerId peer, const ConnectionSettings &settings, const PeerLabels &labels);

    /// Sets why a peer that should be watched is not dialled; nullopt: it is, or should not be watched.
    void setHold(PeerId peer, const std::optional<PeerHold> &hold);

    /// Sets the order in which groups are shown, including empty ones. Groups of peers that are not named
    /// here come last.
    void setGroups(const QStringList &groups);
    [[nodiscard]] const QStringList &groups() const { return m_groups; }

    /// Items about unknown or removed peers are skipped.
    void apply(const Batch &batch);

    /// Tells a peer which connections it lost before this run: see PeerRecord::recallLost().
    void recallLost(PeerId peer, const std::vector<LostConnection> &lost, const PeerRecord::End &newest);

    [[nodiscard]] WallTime now() const { return m_now(); }

    /// How everything that shows these peers writes figures and moments: in the default locale, the system's
    /// time zone, and as setFormat() says.
    [[nodiscard]] Formatter format() const { return Formatter(QLocale(), {}, m_format); }
    /// Emits nothing: whoever changes it has the texts made anew, as after a change of language.
    void setFormat(const FormatPreferences &preferences) { m_format = preferences; }

    /// Updates the peers for the time that has passed: one that flapped may be steady, or down, by now.
    /// Called automatically while any peer flaps.
    void look();

    /// In the order in which they were added.
    [[nodiscard]] const QList<PeerId> &peers() const { return m_order; }

    /// Null if there is no such peer. Valid until the peer is removed.
    [[nodiscard]] const PeerRecord *record(PeerId peer) const;
    [[nodiscard]] const ConnectionSettings *settings(PeerId peer) const;
    [[nodiscard]] const PeerLabels *labels(PeerId peer) const;

    /// False if the peer's certificate is not checked, so that nobody knows who really answers.
    [[nodiscard]] bool verifiesTls(PeerId peer) const;

    /// Sets which peers the user wants no alerts about: by name, which persists over runs of the program.
    void setMuted(const QSet<QString> &names);
    [[nodiscard]] const QSet<QString> &muted() const { return m_muted; }
    [[nodiscard]] bool isMuted(PeerId peer) const;

    /// True if another peer already has this name.
    [[nodiscard]] bool hasName(const QString &name) const;

Q_SIGNALS:
    void peerAdded(Pongwatch::PeerId peer);
    /// Its record still exists.
    void peerAboutToBeRemoved(Pongwatch::PeerId peer);
    void peerRemoved(Pongwatch::PeerId peer);
    /// Its name, settings or labels have changed, or whether it is muted.
    void peerEdited(Pongwatch::PeerId peer);
    void groupsChanged();
    /// The reason why it is not dialled has changed: see PeerRecord::hold().
    void heldBack(Pongwatch::PeerId peer);
    /// Once for each batch that changed anything; contains each peer at most once.
    void peersChanged(const QList<Pongwatch::PeerChange> &changes);

private:
    struct Entry;

    void insert(PeerId peer, std::unique_ptr<Entry> entry);

    Now m_now;
    FormatPreferences m_format;
    QTimer m_lookAgain;
    QList<PeerId> m_order;
    QStringList m_groups;
    QSet<QString> m_muted;
    std::unordered_map<quint32, std::unique_ptr<Entry>> m_entries;
};

} // namespace Pongwatch
