// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/slowness.h"

#include "engine/diagnosis/phrases.h"

#include <QCoreApplication>

namespace Pongwatch
{

namespace
{

struct SlownessStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Slowness)
};

QString spokenRoundTrip(nanoseconds rtt)
{
    return rtt < milliseconds(1) ? SlownessStrings::tr("under 1 ms") : spokenLatency(rtt);
}

QString whereTheTimeWent(const PingSample &sample)
{
    const QString tcp = sample.tcpRtt ? spokenRoundTrip(*sample.tcpRtt) : QString();
    switch (slowPlace(sample)) {
    case SlowPlace::Observer:
        return SlownessStrings::tr("This program itself was late when the answer arrived: this machine is "
                                   "busy, and the figure says little about the peer.");
    case SlowPlace::Traffic:
        return SlownessStrings::tr("The ping or its pong waited behind other traffic on the same connection, "
                                   "which fills the link or keeps the peer busy.");
    case SlowPlace::Network:
        return SlownessStrings::tr("TCP's own round trip takes %1 of it: the network is slow, not the peer.")
            .arg(tcp);
    case SlowPlace::Peer:
        return SlownessStrings::tr(
                   "TCP's own round trip takes %1: the time passed in the peer's program, or in a proxy in "
                   "front of it, not in the network.")
            .arg(tcp);
    case SlowPlace::Unknown:
        break;
    }
    return sample.tcpRtt
               ? SlownessStrings::tr(
                     "TCP's own round trip takes %1 of it, the peer's program, or a proxy in front of it, "
                     "the rest.")
                     .arg(tcp)
               : SlownessStrings::tr("Whether the network or the peer took the time can't be told.");
}

} // namespace

SlowPlace slowPlace(const PingSample &sample)
{
    if (sample.marks & SampleMark::ObserverLag)
        return SlowPlace::Observer;
    if (sample.marks & SampleMark::BehindTraffic)
        return SlowPlace::Traffic;
    if (!sample.tcpRtt || *sample.tcpRtt <= nanoseconds(0))
        return SlowPlace::Unknown;
    if (*sample.tcpRtt * 2 >= sample.rtt)
        return SlowPlace::Network;
    return *sample.tcpRtt * 4 <= sample.rtt ? SlowPlace::Peer : SlowPlace::Unknown;
}

Suspicion suspicionOfSlow(const PingSample &sample)
{
    switch (slowPlace(sample)) {
    case SlowPlace::Observer:
        return {Suspect::ThisSide, {}};
    case SlowPlace::Network:
        return {Suspect::Network, {}};
    case SlowPlace::Peer:
        return {Suspect::Peer, Suspect::Proxy};
    case SlowPlace::Traffic:
    case SlowPlace::Unknown:
        break;
    }
    return {Suspects(Suspect::Network) | Suspect::Peer, Suspect::Proxy};
}

QString slowTitle(const PingSample &sample)
{
    switch (slowPlace(sample)) {
    case SlowPlace::Observer:
        return SlownessStrings::tr("Slow: this program was late");
    case SlowPlace::Traffic:
        return SlownessStrings::tr("Slow behind other traffic");
    case SlowPlace::Network:
        return SlownessStrings::tr("Slow in the network");
    case SlowPlace::Peer:
        return SlownessStrings::tr("Slow in the peer");
    case SlowPlace::Unknown:
        break;
    }
    return SlownessStrings::tr("Slow: peer or network");
}

QString explainSlow(const PingSample &sample, std::optional<nanoseconds> limit)
{
    const QString took = limit
                             ? SlownessStrings::tr("The last answer took %1; anything over %2 is slow.")
                                   .arg(spokenLatency(sample.rtt), spokenLatency(*limit))
                             : SlownessStrings::tr("The last answer took %1.").arg(spokenLatency(sample.rtt));
    //: two sentences, one after the other
    return SlownessStrings::tr("%1 %2").arg(took, whereTheTimeWent(sample));
}

} // namespace Pongwatch
