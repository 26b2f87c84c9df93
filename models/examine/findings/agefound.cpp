// SPDX-License-Identifier: GPL-3.0-or-later
#include "examine/findings/agefound.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr std::size_t fewestAlike = 3;
/// A server that accepts and drops at once has no limit.
constexpr seconds youngestEnd{3};

bool wasOpen(const PastEnd &past)
{
    return past.end.phase == DialPhase::Open && past.end.age > nanoseconds(0);
}

bool isEndedByOther(const PastEnd &past)
{
    const Cause cause = past.end.cause;
    return wasOpen(past) && (cause == Cause::Eof || cause == Cause::Reset || cause == Cause::PeerClose);
}

bool isEndedAlike(const EndPattern &a, const EndPattern &b)
{
    return a.cause == b.cause && (a.cause != Cause::PeerClose || a.closeCode == b.closeCode);
}

nanoseconds ageTolerance(nanoseconds age)
{
    return std::clamp<nanoseconds>(age / 500, seconds(1), seconds(30));
}

/// Nothing had come in since its beginning.
bool wasSilentThroughout(const EndPattern &end)
{
    const nanoseconds quiet =
        std::min({end.age, end.sinceLastPong.value_or(end.age), end.sinceLastData.value_or(end.age),
                  end.cause == Cause::PeerClose ? end.age : end.sinceLastReceived.value_or(end.age)});
    return quiet * 10 >= end.age * 9;
}

using Ends = std::vector<const PastEnd *>;

/// The most that ended in one way at one age; of several such, the oldest.
Ends largestGroup(const Ends &ended)
{
    Ends largest;
    for (const PastEnd *middle : ended) {
        Ends alike;
        std::copy_if(ended.begin(), ended.end(), std::back_inserter(alike), [middle](const PastEnd *one) {
            const nanoseconds apart = one->end.age - middle->end.age;
            return isEndedAlike(one->end, middle->end) &&
                   std::max(apart, -apart) <= ageTolerance(middle->end.age);
        });
        if (alike.size() > largest.size() ||
            (alike.size() == largest.size() && middle->end.age > largest.front()->end.age))
            largest = std::move(alike);
    }
    return largest;
}

QString cutWord(const EndPattern &end)
{
    switch (end.cause) {
    case Cause::PeerClose:
        return QStringLiteral("close");
    case Cause::Reset:
        return QStringLiteral("reset");
    default:
        return QStringLiteral("fin");
    }
}

} // namespace

std::optional<Finding> ageFound(const std::vector<PastEnd> &ends)
{
    Ends ended;
    WallTime newest{};
    nanoseconds oldest{0};
    for (const PastEnd &past : ends) {
        if (!wasOpen(past))
            continue;
        newest = std::max(newest, past.at);
        oldest = std::max(oldest, past.end.age);
        if (isEndedByOther(past) && past.end.age >= youngestEnd)
            ended.push_back(&past);
    }
    if (oldest == nanoseconds(0))
        return std::nullopt;
    const auto connections = std::count_if(ends.begin(), ends.end(), wasOpen);
    Finding finding{FindingKind::MaxAge,
                    FindingResult::Ok,
                    newest,
                    {{QStringLiteral("from"), QStringLiteral("history")},
                     {QStringLiteral("ends_seen"), int(connections)},
                     {QStringLiteral("ended_by_peer"), int(ended.size())},
                     {QStringLiteral("oldest_s"), toSeconds(oldest)}}};
    const Ends alike = largestGroup(ended);
    if (alike.size() < fewestAlike || alike.size() * 3 < ended.size())
        return finding;
    std::vector<nanoseconds> ages;
    WallTime first = WallTime::max();
    for (const PastEnd *past : alike) {
        ages.push_back(past->end.age);
        first = std::min(first, past->at);
    }
    std::sort(ages.begin(), ages.end());
    const nanoseconds age = ages.at(ages.size() / 2);
    const bool anyOutlived = std::any_of(ends.begin(), ends.end(), [&](const PastEnd &past) {
        return wasOpen(past) && past.at >= first && past.end.age > age + 2 * ageTolerance(age);
    });
    const bool allSilent = std::all_of(alike.begin(), alike.end(),
                                       [](const PastEnd *past) { return wasSilentThroughout(past->end); });
    if (anyOutlived || allSilent)
        return finding;
    finding.result = FindingResult::Limit;
    finding.facts.insert(QStringLiteral("age_limit_s"), toSeconds(age));
    finding.facts.insert(QStringLiteral("spread_s"),
                         toSeconds(std::max(age - ages.front(), ages.back() - age)));
    finding.facts.insert(QStringLiteral("ends_alike"), int(alike.size()));
    finding.facts.insert(QStringLiteral("cut_by"), cutWord(alike.front()->end));
    finding.facts.insert(
        QStringLiteral("data_passed"), std::any_of(alike.begin(), alike.end(), [](const PastEnd *past) {
            return past->end.sinceLastData && *past->end.sinceLastData * 10 < past->end.age * 9;
        }));
    if (alike.front()->end.cause == Cause::PeerClose)
        finding.facts.insert(QStringLiteral("close_code"), int(alike.front()->end.closeCode));
    return finding;
}

} // namespace Pongwatch
