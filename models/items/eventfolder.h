// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "items/eventlogroles.h"

#include <QString>

#include <chrono>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Pongwatch
{

/// The properties by which entries of the event log are grouped.
struct FoldableEvent {
    qint64 time = 0; ///< microseconds since 1970
    PeerId peer{};
    EventKind kind = EventKind::Opened;
    QString what;
    QString host;      ///< the address that the connection went to, without the port
    bool lost = false; ///< an open connection ended, and not because the user wanted it to
};

/// Entries that are shown as one line.
struct EventFold {
    qint64 first = 0; ///< times of the first and last entry
    qint64 last = 0;
    QString host; ///< for an incident: the host of all its connections
    std::set<quint32> peers;
    std::vector<quint64> members; ///< numbers of entries, ascending
    bool lost = false;
    std::string sharedKey;  ///< what it has in common with entries of other peers; empty: nothing
    bool isOutage = false;  ///< several peers at one address are or were in trouble; grows while they are
    std::set<quint32> down; ///< the peers of an outage that are not back yet
    qint64 over = 0;        ///< when the last of them came back

    /// Connections of several peers to one address ended together.
    [[nodiscard]] bool isIncident() const { return lost && peers.size() > 1; }
    /// The same happened to several peers.
    [[nodiscard]] bool isShared() const { return peers.size() > 1; }
};

/// The fold to which an entry belongs.
struct FoldPlace {
    EventFold *fold = nullptr;     ///< null: a new one, which is then passed to opened()
    EventFold *absorbed = nullptr; ///< its entries move to `fold`, and it is removed
};

/// Decides which entries of the event log are folded into one line: what a peer repeats with nothing else of
/// its own in between; connections of three or more peers to one address that are lost within a second (with
/// two, it may well be chance); and anything that happens alike to three or more peers at one address, such
/// as refused dials. Trouble of that kind is an outage: whatever else goes wrong with its peers joins its
/// line until they are back, and so does trouble of others at the same address soon after. Holds no entries
/// itself.
class EventFolder
{
public:
    static constexpr std::chrono::microseconds together{1'000'000};
    /// How long after the newest entry of a line a dial of another peer with the same end still joins it:
    /// peers are dialled again at different times.
    static constexpr std::chrono::microseconds dialledAgain{30'000'000};
    /// How long after the first entry of a line other entries of the same kind join it, such as connections
    /// that open again.
    static constexpr std::chrono::microseconds atOnce{10'000'000};

    [[nodiscard]] FoldPlace place(const FoldableEvent &event);
    void opened(EventFold *fold, const FoldableEvent &event);

    /// An outage whose text has changed since the last event without a new entry, because some of its peers
    /// are back. Null: there is none. Reported once.
    [[nodiscard]] EventFold *takeEased() { return std::exchange(m_eased, nullptr); }

    /// The fold is about to be removed, and takes no more entries.
    void forget(const EventFold *fold);
    void clear();

private:
    struct LastOfPeer {
        EventFold *fold;
        EventKind kind;
        QString what;
    };

    /// For the same thing at one address: two lines of one peer each, or one line of several.
    struct Candidates {
        EventFold *first = nullptr;
        EventFold *second = nullptr;
    };

    [[nodiscard]] FoldPlace placeLoss(const FoldableEvent &event);
    [[nodiscard]] FoldPlace placeShared(const FoldableEvent &event);
    void openedShared(EventFold *fold, const FoldableEvent &event);
    [[nodiscard]] EventFold *outageFor(const FoldableEvent &event) const;
    void noteOutage(EventFold *fold, const FoldableEvent &event);
    void ease(const FoldableEvent &event);

    std::unordered_map<quint32, LastOfPeer> m_lastOfPeer;
    std::unordered_map<std::string, Candidates> m_losses;        // by host
    std::unordered_map<std::string, Candidates> m_shared;        // by EventFold::sharedKey
    std::unordered_map<quint32, EventFold *> m_outageOfPeer;     // of the peers that are down
    std::unordered_map<std::string, EventFold *> m_outageAtHost; // the newest one
    EventFold *m_eased = nullptr;
};

} // namespace Pongwatch
