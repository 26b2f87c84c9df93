// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/peerid.h"
#include "history/heatmaker.h"
#include "history/rangefigures.h"
#include "past/pastseries.h"

#include <QObject>

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Pongwatch
{

/// The parts of figures and distributions that come from the history file: one of each kind for a peer, the
/// one that was wanted last. What has been read is kept, so that a range that goes on to the present is not
/// read anew for each ping. Lives on the GUI thread.
class PastParts : public QObject
{
    Q_OBJECT

public:
    using Range = PastSeries::Range;
    /// Told what was due in the range before `joint`.
    using FiguresAnswer = std::function<void(const RangeFigures &figures, WallTime joint)>;
    using HeatAnswer = std::function<void(const std::vector<HeatColumn> &columns, WallTime joint)>;

    /// The reader outlives it.
    explicit PastParts(HistoryReader *reader, QObject *parent = nullptr);

    /// Answers at once when it is known, or later. A newer question about the peer takes the place of one
    /// that is not answered yet.
    void figures(const Range &range, const FiguresAnswer &answer);
    void heat(const Range &range, const HeatGrid &grid, const HeatAnswer &answer);

private:
    /// What was read, or is being read, for one peer.
    template <typename Value>
    struct Part {
        Range range;
        HeatGrid grid;
        HistoryRequest request = 0; // 0: nothing is under way
        std::optional<Value> value;
        std::function<void(const Value &, WallTime)> answer;
    };
    template <typename Value>
    using PartsByPeer = std::unordered_map<quint32, Part<Value>>;

    template <typename Value, typename Request>
    void want(PartsByPeer<Value> &parts, const Range &range, const HeatGrid &grid,
              const std::function<void(const Value &, WallTime)> &answer, const Request &request);
    template <typename Value>
    static void take(PartsByPeer<Value> &parts, HistoryRequest request, const Value &value,
                     bool isKept = true);

    HistoryReader *m_reader;
    PartsByPeer<RangeFigures> m_figures;
    PartsByPeer<std::vector<HeatColumn>> m_heat;
};

} // namespace Pongwatch
