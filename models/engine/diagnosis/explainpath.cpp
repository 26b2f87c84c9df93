// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagnosis/explainpath.h"

#include "engine/diagnosis/phrases.h"
#include "text/formatter.h"

#include <QStringList>

namespace Pongwatch
{

namespace
{

/// The translation context of this file.
struct PathStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::PathSentence)
};

QString destinationWord(const PathTrace &trace)
{
    return trace.target.isProxy ? PathStrings::tr("the proxy") : PathStrings::tr("the peer");
}

Formatter pathFormatter()
{
    return Formatter(QLocale(), {}, FormatPreferences::plain());
}

/// The name as it is shown; empty: there is none.
QString shownName(const HopAddress &address)
{
    constexpr qsizetype longestShownName = 80;
    return address.name == address.address ? QString() : harmless(address.name.left(longestShownName));
}

/// "core1.example.net, 203.0.113.7", or the address alone: for between brackets.
QString nameAndAddress(const HopAddress &address)
{
    const QString name = shownName(address);
    return name.isEmpty() ? harmless(address.address)
                          : name + QStringLiteral(", ") + harmless(address.address);
}

/// "hop 3 (core1.example.net, 203.0.113.7)"; of an unknown one only its number.
QString spokenHop(int ttl, const HopAddress &address)
{
    if (address.address.isEmpty())
        return PathStrings::tr("hop %1").arg(spokenNumber(ttl));
    return PathStrings::tr("hop %1 (%2)").arg(spokenNumber(ttl), nameAndAddress(address));
}

QString spokenHop(const PathTrace &trace, int ttl)
{
    const bool known = ttl >= 1 && ttl <= trace.hops.size() && !trace.hops[ttl - 1].addresses.isEmpty();
    return spokenHop(ttl, known ? trace.hops[ttl - 1].addresses.constFirst() : HopAddress());
}

QString momentOf(const PathTrace &lastGood, const PathTrace &trace)
{
    return pathFormatter().moment(lastGood.begun, trace.begun);
}

QString explainWhole(const PathFinding &finding, const PathTrace &trace)
{
    const PathHop &destination = trace.hops.constLast();
    const QString count = PathStrings::tr("%n hop(s)", nullptr, destination.ttl);
    const QString time = spokenLatency(destination.median.value_or(nanoseconds(0)));
    if (trace.reason == TraceReason::PathSilent)
        return PathStrings::tr("Right after the silence, new packets reach %1 (%2, %3): either the path is "
                               "whole again, or only those of the silent connection are dropped, as by a "
                               "firewall or NAT that forgot it.")
            .arg(destinationWord(trace), count, time);
    if (trace.reason == TraceReason::OpenTimeout)
        return PathStrings::tr("Right after the dial, new packets reach %1 (%2, %3): what kept it from "
                               "answering has passed, or comes and goes.")
            .arg(destinationWord(trace), count, time);
    if (finding.hopsBefore > 0)
        return PathStrings::tr("The path is whole: %1 answers over %2 in %3, as before.")
            .arg(destinationWord(trace), count, time);
    return PathStrings::tr("The path is whole: %1 answers over %2 in %3.")
        .arg(destinationWord(trace), count, time);
}

/// Where loss or latency begins.
QString explainPlace(const PathFinding &finding, const PathTrace &trace)
{
    const int destination = trace.hops.constLast().ttl;
    if (finding.from != finding.fromAtMost) {
        const QString last =
            finding.fromAtMost == destination ? destinationWord(trace) : spokenHop(trace, finding.fromAtMost);
        if (finding.from == 1)
            return PathStrings::tr("It begins between this machine and %1; more can't be told.").arg(last);
        return PathStrings::tr("It begins between %1 and %2; more can't be told.")
            .arg(spokenHop(trace, finding.from - 1), last);
    }
    if (finding.from == destination)
        return destination == 1 ? PathStrings::tr("No router lies between.")
                                : PathStrings::tr("It begins behind the last router, at %1.")
                                      .arg(spokenHop(trace, finding.from - 1));
    if (finding.from == 1)
        return PathStrings::tr("It begins between this machine and %1.").arg(spokenHop(trace, 1));
    return PathStrings::tr("It begins between %1 and %2.")
        .arg(spokenHop(trace, finding.from - 1), spokenHop(trace, finding.from));
}

QString explainEnd(const PathFinding &finding, const PathTrace &trace, const PathTrace *lastGood)
{
    const int last = finding.lastAnswering;
    const QString here = spokenHop(trace, last);
    if (!lastGood)
        return PathStrings::tr(
                   "Nothing answers beyond %1. No earlier trace reached %2, so that it is not known "
                   "what should follow.")
            .arg(here, destinationWord(trace));
    const QString then = momentOf(*lastGood, trace);
    if (last >= finding.hopsBefore)
        return PathStrings::tr(
                   "Nothing answers beyond %1. At %2 %3 answered as hop %4: the packets go astray.")
            .arg(here, then, destinationWord(trace), spokenNumber(finding.hopsBefore));
    if (last == finding.hopsBefore - 1)
        return PathStrings::tr(
                   "The path is there up to %1, the last router; %2 behind it does not answer. It "
                   "did at %3.")
            .arg(here, destinationWord(trace), then);
    for (int ttl = last + 1; ttl < finding.hopsBefore; ++ttl) {
        const PathHop &before = lastGood->hops[ttl - 1];
        if (!before.addresses.isEmpty())
            return PathStrings::tr("Nothing answers beyond %1. At %2 hop %3 was %4.")
                .arg(here, then, spokenNumber(ttl), spokenAddress(before.addresses.constFirst()));
    }
    return PathStrings::tr("Nothing answers beyond %1. At %2 the next to answer was %3, as hop %4.")
        .arg(here, then, destinationWord(trace), spokenNumber(finding.hopsBefore));
}

QString explainRefusal(const PathFinding &finding, const PathTrace &trace, const PathTrace *lastGood)
{
    HopAddress router{trace.refusedBy, {}, 0};
    for (const PathTrace *one : {&trace, lastGood}) {
        for (int i = 0; one && i < one->hops.size() && router.name.isEmpty(); ++i) {
            for (const HopAddress &address : one->hops[i].addresses)
                if (address.address == router.address)
                    router.name = address.name;
        }
    }
    if (finding.lastAnswering == 0)
        return PathStrings::tr("The router %1 says that it can't reach %2.")
            .arg(spokenAddress(router), destinationWord(trace));
    if (finding.hopsBefore > 0 && finding.lastAnswering == finding.hopsBefore - 1)
        return PathStrings::tr("The last router, %1, says that it can't reach %2.")
            .arg(spokenHop(finding.lastAnswering, router), destinationWord(trace));
    return PathStrings::tr("The router at %1 says that it can't pass packets on to %2.")
        .arg(spokenHop(finding.lastAnswering, router), destinationWord(trace));
}

QString explainKind(const PathFinding &finding, const PathTrace &trace, const PathTrace *lastGood)
{
    using Kind = PathFinding::Kind;
    switch (finding.kind) {
    case Kind::Whole:
        return explainWhole(finding, trace);
    case Kind::Lossy:
        return PathStrings::tr("%1 answers, but %2 of the probes are lost. %3")
            .arg(trace.target.isProxy ? PathStrings::tr("The proxy") : PathStrings::tr("The peer"),
                 pathFormatter().percentage(finding.loss), explainPlace(finding, trace));
    case Kind::Slower:
        return PathStrings::tr("Packets to %1 take %2 longer than at %3. %4")
            .arg(destinationWord(trace), spokenLatency(finding.slowerBy), momentOf(*lastGood, trace),
                 explainPlace(finding, trace));
    case Kind::Ends:
        return explainEnd(finding, trace, lastGood);
    case Kind::Refused:
        return explainRefusal(finding, trace, lastGood);
    case Kind::NothingAnswers:
        if (trace.onLink)
            return PathStrings::tr("%1 does not answer, and no router lies between.")
                .arg(trace.target.isProxy ? PathStrings::tr("The proxy") : PathStrings::tr("The peer"));
        return finding.side == PathFinding::Side::Ours
                   ? PathStrings::tr("Nothing answers, not even the first router.")
                   : PathStrings::tr(
                         "Nothing answers, but the first router never did: it is not known how far "
                         "packets get.");
    case Kind::NoNeighbour:
        return trace.onLink ? PathStrings::tr("No machine with the address %1 is there on this machine's own "
                                              "network.")
                                  .arg(trace.target.address)
                            : PathStrings::tr("The router of this machine's network does not answer.");
    case Kind::NotSent:
        return PathStrings::tr("This machine has no route to %1.").arg(trace.target.address);
    case Kind::Nothing:
        break;
    }
    return PathStrings::tr("The trace was ended before anything answered.");
}

QString explainSide(const PathFinding &finding, const PathTrace &trace)
{
    using Kind = PathFinding::Kind;
    if (finding.kind == Kind::Whole || finding.kind == Kind::Nothing)
        return {};
    switch (finding.side) {
    case PathFinding::Side::Ours:
        if (finding.kind == Kind::NothingAnswers || finding.kind == Kind::NoNeighbour)
            return PathStrings::tr("The fault is on this side: this machine, its cable or Wi-Fi, or that "
                                   "router.");
        if (finding.kind == Kind::NotSent)
            return PathStrings::tr("The fault is on this side: its network is down or set up wrongly.");
        return PathStrings::tr(
            "That is on this side: in your own network, or where it meets the provider's.");
    case PathFinding::Side::Between:
        return PathStrings::tr("That is in the network between, neither on this side nor at %1.")
            .arg(destinationWord(trace));
    case PathFinding::Side::Theirs:
        return trace.target.isProxy
                   ? PathStrings::tr("That is at the proxy: its machine, or a firewall before it.")
                   : PathStrings::tr("That is on the peer's side: its machine, or a firewall before it.");
    case PathFinding::Side::Unknown:
        break;
    }
    return {};
}

QString explainChange(const PathFinding &finding, const PathTrace &trace, const PathTrace &lastGood)
{
    return PathStrings::tr("The route has changed: hop %1 was %2 at %3, and is %4 now.")
        .arg(spokenNumber(finding.change->ttl), harmless(finding.change->was), momentOf(lastGood, trace),
             harmless(finding.change->now));
}

QString explainRateLimits(const PathFinding &finding)
{
    QStringList hops;
    for (const int ttl : finding.rateLimited)
        hops.append(spokenNumber(ttl));
    return PathStrings::tr(
               "Hop(s) %1 answer(s) only a part of the probes, yet nothing is lost behind: that is a "
               "router's limit on such answers, no loss.",
               nullptr, static_cast<int>(hops.size()))
        .arg(hops.join(QStringLiteral(", ")));
}

} // namespace

QString spokenAddress(const HopAddress &address)
{
    const QString name = shownName(address);
    return name.isEmpty() ? harmless(address.address)
                          : QStringLiteral("%1 (%2)").arg(name, harmless(address.address));
}

QString explainPath(const PathTrace &trace, const PathTrace *lastGood)
{
    return explainPath(findOnPath(trace, lastGood), trace, lastGood);
}

QString explainPath(const TracedPath &path)
{
    return explainPath(path.trace, path.lastGood ? &*path.lastGood : nullptr);
}

QString explainPath(const PathFinding &finding, const PathTrace &trace, const PathTrace *lastGood)
{
    lastGood = comparable(lastGood);
    QStringList sentences{explainKind(finding, trace, lastGood), explainSide(finding, trace)};
    if (finding.change && lastGood)
        sentences.append(explainChange(finding, trace, *lastGood));
    if (!finding.rateLimited.isEmpty())
        sentences.append(explainRateLimits(finding));
    if (trace.target.isProxy)
        sentences.append(
            PathStrings::tr("The trace goes to the proxy: the way beyond it can't be traced from "
                            "here."));
    sentences.removeAll(QString());
    QString text = sentences.takeFirst();
    for (const QString &sentence : sentences) {
        //: two sentences, one after the other
        text = PathStrings::tr("%1 %2").arg(text, sentence);
    }
    return text;
}

} // namespace Pongwatch
