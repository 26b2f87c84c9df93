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

/// What decides whether entries of the event log belong together.
struct FoldableEvent {
    qint64 time = 0; ///< microseconds since 1970
    PeerId peer{};
    EventKind kind = EventKind::Opened;
    QString what;
    QString host;      ///< the address that the connection went to, without its port
    bool lost = false; ///< an open connection ended, and not because the user wanted it
};

/// Entries that are shown as one line.
struct EventFold {
    qint64 first = 0; ///< times of its first and last entry
    qint64 last = 0;
    QString host; ///< an incident's; all its connections were there
    std::set<quint32> peers;
    std::vector<quint64> members; ///< numbers of entries, ascending
    bool lost = false;
    std::string sharedKey;  ///< what other peers' entries have in common with it; empty: nothing
    bool isOutage = false;  ///< several peers at one address are in trouble, or were; it grows while they are
    std::set<quint32> down; ///< an outage's peers that have not come back
    qint64 over = 0;        ///< when the last of them came back

    /// Connections of several peers to one address ended together.
    [[nodiscard]] bool isIncident() const { return lost && peers.size() > 1; }
    /// The same befell several peers.
    [[nodiscard]] bool isShared() const { return peers.size() > 1; }
};

/// Which fold an entry belongs to.
struct FoldPlace {
    EventFold *fold = nullptr;     ///< null: a new one, which is then told to opened()
    EventFold *absorbed = nullptr; ///< its entries belong to `fold` from now on; it goes
};

/// Decides which entries of the event log fold into one line: what a peer repeats with nothing else of its
/// between; connections of three peers or more to one address that are lost within a second: two may well be
/// chance; and what befalls three peers or more at one address alike, such as dials that are refused.
/// Trouble of that kind is an outage: what else goes
/// wrong with its peers joins its line until they are back, and so does trouble of others at the same address
/// that comes soon after. Holds no entry itself.
class EventFolder
{
public:
    static constexpr std::chrono::microseconds together{1'000'000};
    /// How long after the newest entry of a line a dial of another peer that ends alike still joins it: they
    /// are dialled again at different times.
    static constexpr std::chrono::microseconds dialledAgain{30'000'000};
    /// How long after the first entry of a line anything else that is alike joins it, such as connections
    /// that open again.
    static constexpr std::chrono::microseconds atOnce{10'000'000};

    [[nodiscard]] FoldPlace place(const FoldableEvent &event);
    void opened(EventFold *fold, const FoldableEvent &event);

    /// An outage that reads otherwise since the last event, though that is none of its entries: some of its
    /// peers are back. Null: there is none. Told once.
    [[nodiscard]] EventFold *takeEased() { return std::exchange(m_eased, nullptr); }

    /// The fold takes no more entries: it is about to go.
    void forget(const EventFold *fold);
    void clear();

private:
    struct LastOfPeer {
        EventFold *fold;
        EventKind kind;
        QString what;
    };

    /// Of the same at one address: two lines of one peer each, or the one of several.
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
    std::unordered_map<quint32, EventFold *> m_outageOfPeer;     // of those that are down
    std::unordered_map<std::string, EventFold *> m_outageAtHost; // the newest one
    EventFold *m_eased = nullptr;
};

} // namespace Pongwatch
