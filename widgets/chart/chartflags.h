// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"
#include "history/note.h"
#include "widgets/chart/chartaxis.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace Pongwatch
{

class ChartState;
class Notebook;

/// Something that happened, or was written down, at one moment.
struct ChartFlag {
    enum class Kind : quint8 {
        Wanted, ///< an end that this side asked for
        Ended,  ///< any other end that will be dialled again
        Failed, ///< an end, or a dial that failed, for good
        Note
    };

    WallTime at{};
    Kind kind = Kind::Ended;
    qsizetype series = -1; ///< the peer's place in the chart; -1: about all
    QString text;          ///< plain, one sentence; a note's own words
    qint64 note = 0;       ///< its id
};

/// Flags that would lie over each other, drawn as one.
struct FlagGroup {
    double x = 0; ///< of the first
    std::vector<ChartFlag> flags;

    [[nodiscard]] bool hasNote() const;
    /// What is drawn: the worst.
    [[nodiscard]] ChartFlag::Kind kind() const;
};

/// Makes the flags of a chart.
class ChartFlags
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ChartFlags)

public:
    /// The ends of the peers' connections with their verdicts, and the notes about them or about all, oldest
    /// first. `notes` may be null.
    static std::vector<ChartFlag> in(const ChartState &state, const Notebook *notes, const TimeRange &range);

    /// Joins what is closer than `closest` pixels. Notes stay apart from ends.
    static std::vector<FlagGroup> grouped(const std::vector<ChartFlag> &flags, const ChartAxis &axis,
                                          double closest);

    /// All of a group, a line each with its time; what is too much is counted.
    static QString text(const FlagGroup &group, WallTime now);
};

} // namespace Pongwatch
