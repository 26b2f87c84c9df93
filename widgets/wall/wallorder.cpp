// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallorder.h"

#include "peers/peerbook.h"
#include "text/naturalorder.h"

#include <algorithm>
#include <vector>

namespace Pongwatch
{

QList<PeerId> wallOrder(const PeerBook &book)
{
    std::vector<const PeerRecord *> records;
    for (const PeerId peer : book.peers())
        records.push_back(book.record(peer));
    NaturalOrder names;
    std::stable_sort(records.begin(), records.end(), [&names](const PeerRecord *a, const PeerRecord *b) {
        const int rankOfA = severityRank(a->standing());
        const int rankOfB = severityRank(b->standing());
        if (rankOfA != rankOfB)
            return rankOfA < rankOfB;
        if (isWorse(a->standing(), Health::Slow) && a->healthSince() != b->healthSince())
            return a->healthSince() > b->healthSince();
        return names.compare(a->name(), b->name()) < 0;
    });
    QList<PeerId> order;
    for (const PeerRecord *record : records)
        order.append(record->id());
    return order;
}

} // namespace Pongwatch
