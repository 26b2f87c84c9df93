// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/situationtext.h"

#include "items/peerbook.h"
#include "items/peerfinding.h"
#include "items/wording.h"

namespace Pongwatch
{

namespace
{

constexpr qsizetype mostPeerNames = 3;
constexpr qsizetype longestHostName = 40;

using Records = SituationText::Records;

QString nameOfPeer(PeerId peer, const Records &records)
{
    const PeerRecord *record = records(peer);
    return record ? Wording::harmless(record->name(), longestHostName) : QString();
}

/// What is wrong with it, in a few words.
QString findingAbout(PeerId peer, const Records &records)
{
    const PeerRecord *record = records(peer);
    if (!record) {
        return {};
    }
    const PeerFinding finding(*record);
    return finding.isCurrent() ? finding.inShort() : Wording::health(record->health());
}

/// "a, b, c and 4 more"
QString namesOf(const QList<PeerId> &peers, const Records &records)
{
    QStringList names;
    for (const PeerId peer : peers.first(std::min(peers.size(), mostPeerNames))) {
        names.append(nameOfPeer(peer, records));
    }
    const QString shown = Wording::list(names);
    const qsizetype more = peers.size() - names.size();
    return more > 0
               ? SituationText::tr("%1 and %Ln more", "names of peers", static_cast<int>(more)).arg(shown)
               : shown;
}

} // namespace

QString SituationText::headline(const Situation &situation, const PeerBook &book)
{
    return headline(situation, book.now(), [&book](PeerId peer) { return book.record(peer); });
}

QString SituationText::headline(const Situation &situation, WallTime now, const Records &records)
{
    using Kind = Situation::Kind;
    const int inTrouble = static_cast<int>(situation.inTrouble.size());
    const QString lasting = Wording::duration(now - situation.since);
    switch (situation.kind) {
    case Kind::Unwatched:
        break;
    case Kind::Starting:
        return tr("Connecting: nothing is wrong so far.");
    case Kind::Well:
        return tr("All %Ln peers answer.", nullptr, situation.watched);
    case Kind::Slow:
        return tr("All peers answer, %Ln of them slowly.", nullptr, situation.slow);
    case Kind::One: {
        const PeerId peer = situation.inTrouble.first();
        //: %1 a peer, %2 what is wrong with it ("Connection refused"), %3 for how long
        return tr("%1 is in trouble for %3: %2")
            .arg(nameOfPeer(peer, records), findingAbout(peer, records), lasting);
    }
    case Kind::Several:
        if (inTrouble == situation.watched) {
            //: %1 a duration, %2 names of peers
            return tr("All %Ln peers are in trouble, the first for %1: %2", nullptr, inTrouble)
                .arg(lasting, namesOf(situation.inTrouble, records));
        }
        //: %1 how many peers there are, %2 a duration, %3 names of peers
        return tr("%Ln of %1 peers are in trouble, the first for %2: %3", nullptr, inTrouble)
            .arg(QLocale().toString(situation.watched), lasting, namesOf(situation.inTrouble, records));
    case Kind::Host:
        //: %1 an address, %2 a duration
        return tr("All %Ln peers at %1 are in trouble for %2, and those elsewhere answer.", nullptr,
                  inTrouble)
            .arg(Wording::harmless(situation.host, 80), lasting);
    case Kind::Everything:
        //: %1 a number of addresses, %2 a duration
        return tr("All %Ln peers at %1 addresses are in trouble, for %2.", nullptr, inTrouble)
            .arg(QLocale().toString(situation.hosts), lasting);
    }
    return tr("No peer is watched.");
}

QString SituationText::suspicion(const Situation &situation)
{
    if (!situation.suspicion.likely && !situation.inTrouble.isEmpty()) {
        return tr("They have nothing in common.");
    }
    return Wording::suspicion(situation.suspicion);
}

} // namespace Pongwatch
