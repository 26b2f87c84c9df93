// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/overview.h"

#include "peers/peerbook.h"

#include <QSet>

#include <algorithm>

namespace Pongwatch
{

QList<PeerId> peersToDraw(const PeerBook &book, const QList<PeerId> &all, const QList<PeerId> &drawn,
                          qsizetype most)
{
    if (all.size() <= most)
        return all;
    std::vector<const PeerRecord *> inTrouble;
    for (const PeerId peer : all) {
        const PeerRecord *record = book.record(peer);
        if (record && record->troubleSince())
            inTrouble.push_back(record);
    }
    std::sort(inTrouble.begin(), inTrouble.end(), [](const PeerRecord *a, const PeerRecord *b) {
        return a->troubleSince() != b->troubleSince() ? a->troubleSince() < b->troubleSince()
                                                      : a->id() < b->id();
    });
    QList<PeerId> chosen;
    const QSet<PeerId> wanted(all.cbegin(), all.cend());
    QSet<PeerId> known;
    const auto choose = [&](PeerId peer) {
        if (chosen.size() < most && wanted.contains(peer) && !known.contains(peer)) {
            known.insert(peer);
            chosen.append(peer);
        }
    };
    for (const PeerRecord *record : inTrouble)
        choose(record->id());
    for (const PeerId peer : drawn)
        if (book.record(peer))
            choose(peer);
    for (const PeerId peer : all) {
        if (chosen.size() >= most)
            break;
        choose(peer);
    }
    return chosen;
}

} // namespace Pongwatch
