// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "items/eventlogroles.h"

#include <QString>

#include <chrono>
#include <set>
#include <unordered_map>
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

    /// Connections of several peers to one address ended together.
    [[nodiscard]] bool isIncident() const { return lost && peers.size() > 1; }
};

/// Which fold an entry belongs to.
struct FoldPlace {
    EventFold *fold = nullptr;     ///< null: a new one, which is then told to opened()
    EventFold *absorbed = nullptr; ///< its entries belong to `fold` from now on; it goes
};

/// Decides which entries of the event log fold into one line: what a peer repeats with nothing else of its
/// between, and connections of three peers or more to one address that are lost within a second: two may well
/// be chance. Holds no entry itself.
class EventFolder
{
public:
    static constexpr std::chrono::microseconds together{1'000'000};

    [[nodiscard]] FoldPlace place(const FoldableEvent &event);
    void opened(EventFold *fold, const FoldableEvent &event);

    /// The fold takes no more entries: it is about to go.
    void forget(const EventFold *fold);
    void clear();

private:
    struct LastOfPeer {
        EventFold *fold;
        EventKind kind;
        QString what;
    };

    /// Losses at one address within a second of the first: two lines, or the one of an incident.
    struct Losses {
        EventFold *first = nullptr;
        EventFold *second = nullptr;
    };

    [[nodiscard]] FoldPlace placeLoss(const FoldableEvent &event);

    std::unordered_map<quint32, LastOfPeer> m_lastOfPeer;
    std::unordered_map<std::string, Losses> m_losses; // by host
};

} // namespace Pongwatch
