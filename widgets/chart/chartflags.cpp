// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartflags.h"

#include "past/notebook.h"
#include "past/seriessource.h"
#include "text/wording.h"
#include "widgets/chart/chartstate.h"

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr size_t mostLines = 8;

ChartFlag::Kind kindOf(const Verdict &verdict)
{
    if (verdict.initiator == Initiator::Local && verdict.cause == Cause::LocalClose)
        return ChartFlag::Kind::Wanted;
    return verdict.final ? ChartFlag::Kind::Failed : ChartFlag::Kind::Ended;
}

} // namespace

bool FlagGroup::hasNote() const
{
    return std::any_of(flags.cbegin(), flags.cend(),
                       [](const ChartFlag &flag) { return flag.kind == ChartFlag::Kind::Note; });
}

ChartFlag::Kind FlagGroup::kind() const
{
    const auto worst = std::max_element(
        flags.cbegin(), flags.cend(), [](const ChartFlag &a, const ChartFlag &b) { return a.kind < b.kind; });
    return worst == flags.cend() ? ChartFlag::Kind::Ended : worst->kind;
}

std::vector<ChartFlag> ChartFlags::in(const ChartState &state, const Notebook *notes, const TimeRange &range)
{
    std::vector<ChartFlag> flags;
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < state.peers().size(); ++i) {
        const PeerId peer = state.peers().at(i);
        const QString name = state.nameOf(peer);
        places.insert(name, i);
        for (const PeerRecord::End &end : state.source()->ends(peer, range.from, range.to)) {
            flags.push_back({end.time, kindOf(end.verdict), i,
                             tr("%1: %2", "peer: what happened").arg(name, Wording::endSentence(end.verdict)),
                             0});
        }
    }
    if (notes) {
        for (const Note &note : notes->notes(range.from, range.to)) {
            if (note.peer.isEmpty() || places.contains(note.peer)) {
                flags.push_back({note.at, ChartFlag::Kind::Note, places.value(note.peer, -1),
                                 Wording::harmless(note.text, Notebook::longestText), note.id});
            }
        }
    }
    std::stable_sort(flags.begin(), flags.end(),
                     [](const ChartFlag &a, const ChartFlag &b) { return a.at < b.at; });
    return flags;
}

std::vector<FlagGroup> ChartFlags::grouped(const std::vector<ChartFlag> &flags, const ChartAxis &axis,
                                           double closest)
{
    std::vector<FlagGroup> groups;
    for (const ChartFlag &flag : flags) {
        const double x = axis.x(flag.at);
        const bool isNote = flag.kind == ChartFlag::Kind::Note;
        const auto last = std::find_if(groups.rbegin(), groups.rend(), [isNote](const FlagGroup &group) {
            return group.hasNote() == isNote;
        });
        if (last != groups.rend() && x - last->x < closest)
            last->flags.push_back(flag);
        else
            groups.push_back({x, {flag}});
    }
    return groups;
}

QString ChartFlags::text(const FlagGroup &group, WallTime now, const Formatter &format)
{
    QStringList lines;
    for (size_t i = 0; i < std::min(group.flags.size(), mostLines); ++i) {
        const ChartFlag &flag = group.flags[i];
        lines.append(tr("%1  %2", "moment, what happened").arg(format.moment(flag.at, now), flag.text));
    }
    if (group.flags.size() > mostLines)
        lines.append(tr("and %n more", nullptr, static_cast<int>(group.flags.size() - mostLines)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace Pongwatch
