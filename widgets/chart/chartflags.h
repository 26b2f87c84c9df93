// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/verdict.h"
#include "history/note.h"
#include "text/formatter.h"
#include "widgets/chart/chartaxis.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace Pongwatch
{

class ChartState;
class Notebook;

/// Something that happened at one moment, or a note about it.
struct ChartFlag {
    enum class Kind : quint8 {
        Wanted, ///< an end that this side asked for
        Ended,  ///< any other end that will be dialled again
        Failed, ///< an end, or a failed dial, for good
        Note
    };

    WallTime at{};
    Kind kind = Kind::Ended;
    qsizetype series = -1; ///< the peer's index in the chart; -1: about all peers
    QString text;          ///< plain, one sentence; for a note its own text
    qint64 note = 0;       ///< the note's id
};

/// Flags that would overlap, drawn as one.
struct FlagGroup {
    double x = 0; ///< of the first flag
    std::vector<ChartFlag> flags;

    [[nodiscard]] bool hasNote() const;
    /// The kind to draw: the worst.
    [[nodiscard]] ChartFlag::Kind kind() const;
};

/// Creates the flags of a chart.
class ChartFlags
{
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::ChartFlags)

public:
    /// The ends of the peers' connections with their verdicts, and the notes about these or all peers, oldest
    /// first. `notes` may be null.
    static std::vector<ChartFlag> in(const ChartState &state, const Notebook *notes, const TimeRange &range);

    /// Joins flags closer than `closest` pixels. Notes are never joined with ends.
    static std::vector<FlagGroup> grouped(const std::vector<ChartFlag> &flags, const ChartAxis &axis,
                                          double closest);

    /// The text of a group, with a line and a time for each flag; if there are too many, the rest is counted.
    static QString text(const FlagGroup &group, WallTime now, const Formatter &format);
};

} // namespace Pongwatch
