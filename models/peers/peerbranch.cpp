// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peerbranch.h"

namespace Pongwatch
{

const StatisticsSummary &PeerRow::summaryNow(const PeerRecord &record, WallTime now) const
{
    if (!summaryIsFresh) {
        summary = record.statistics().summary(PeerStatistics::Window::SinceStart, now);
        summaryIsFresh = true;
    }
    return summary;
}

void PeerBranch::note(quint8 dirt)
{
    dirty |= dirt;
    figuresAreFresh = false;
    statesAreFresh = statesAreFresh && !(dirt & StateChanged);
}

const GroupSummary &PeerBranch::sumNow(const PeerBook &book, bool needsFigures,
                                       const FiguresOf &figuresOfRow) const
{
    const WallTime now = book.now();
    const bool statesAreDue = !statesAreFresh;
    const bool figuresAreDue =
        needsFigures && !figuresAreFresh && (figuresOf == WallTime{} || now - figuresOf >= figuresInterval);
    if (!statesAreDue && !figuresAreDue)
        return sum;
    GroupSummaryBuilder builder;
    for (const PeerRow &row : rows) {
        const PeerRecord *record = book.record(row.peer);
        if (record && statesAreDue)
            builder.addState(*record);
        if (record && figuresAreDue)
            builder.addFigures(*record, figuresOfRow(row, *record));
    }
    if (statesAreDue) {
        sum = builder.statesOver(sum);
        statesAreFresh = true;
    }
    if (figuresAreDue) {
        sum = builder.figuresOver(sum);
        figuresOf = now;
        figuresAreFresh = true;
    }
    return sum;
}

} // namespace Pongwatch
