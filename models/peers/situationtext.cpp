// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/situationtext.h"

#include "peers/peerbook.h"
#include "peers/peerfinding.h"
#include "text/wording.h"

namespace Pongwatch
{

namespace
{

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
    if (!record)
        return {};
    const PeerFinding finding(*record);
    return finding.isCurrent() ? finding.inShort() : Wording::health(record->health());
}

/// "7 of 52 peers are in trouble, all at 10.0.0.7: Connection refused. Newest: “sensor-3”, for 2 s."
QString severalInTrouble(const Situation &situation, WallTime now, const Records &records)
{
    const int count = static_cast<int>(situation.inTrouble.size());
    QString said = count == situation.watched
                       ? SituationText::tr("All %Ln peers are in trouble", nullptr, count)
                       : SituationText::tr("%Ln of %1 peers are in trouble", nullptr, count)
                             .arg(QLocale().toString(situation.watched));
    if (!situation.host.isEmpty()) {
        //: %1 what was said so far, %2 an address
        said = SituationText::tr("%1, all at %2").arg(said, Wording::harmless(situation.host, 80));
    }
    const PeerId newest = situation.inTrouble.last();
    const QString lasting = Formatter().age(now - situation.newestSince);
    if (situation.cause) {
        //: %1 who is in trouble, %2 what is wrong with all of them, %3 a peer, %4 for how long
        return SituationText::tr("%1: %2. Newest: “%3”, for %4.")
            .arg(said, findingAbout(newest, records), nameOfPeer(newest, records), lasting);
    }
    //: %1 who is in trouble, %2 a peer, %3 for how long, %4 what is wrong with it
    return SituationText::tr("%1. Newest: “%2”, for %3: %4")
        .arg(said, nameOfPeer(newest, records), lasting, findingAbout(newest, records));
}

QString allOpen(const Situation &situation)
{
    if (situation.unanswered == 0)
        return SituationText::tr("All %Ln peers answer.", nullptr, situation.watched);
    if (situation.unanswered == situation.watched) {
        return SituationText::tr("All %Ln peers are connected; no ping has been answered yet.", nullptr,
                                 situation.watched);
    }
    return SituationText::tr("All %1 peers are connected; %Ln have not answered a ping yet.", nullptr,
                             situation.unanswered)
        .arg(QLocale().toString(situation.watched));
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
    const QString lasting = Formatter().age(now - situation.since);
    switch (situation.kind) {
    case Kind::Unwatched:
        break;
    case Kind::Starting:
        return tr("Connecting; no problems so far.");
    case Kind::Well:
        return allOpen(situation);
    case Kind::Slow:
        return tr("All peers answer, %Ln of them slowly.", nullptr, situation.slow);
    case Kind::One: {
        const PeerId peer = situation.inTrouble.first();
        //: %1 a peer, %2 what is wrong with it ("Connection refused"), %3 for how long
        return tr("%1 has been in trouble for %3: %2")
            .arg(nameOfPeer(peer, records), findingAbout(peer, records), lasting);
    }
    case Kind::Several:
        return severalInTrouble(situation, now, records);
    case Kind::Host:
        //: %1 an address, %2 a duration
        return tr("All %Ln peers at %1 have been in trouble for %2; peers elsewhere answer.", nullptr,
                  inTrouble)
            .arg(Wording::harmless(situation.host, 80), lasting);
    case Kind::Everything:
        //: %1 a number of addresses, %2 a duration
        return tr("All %Ln peers at %1 addresses have been in trouble for %2.", nullptr, inTrouble)
            .arg(QLocale().toString(situation.hosts), lasting);
    }
    return tr("No peer is watched.");
}

QString SituationText::suspicion(const Situation &situation)
{
    if (!situation.suspicion.likely && !situation.inTrouble.isEmpty())
        return tr("They have nothing in common.");
    return Wording::suspicion(situation.suspicion);
}

} // namespace Pongwatch
