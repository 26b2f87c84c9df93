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

/// The parts of figures and distributions that come from the history file: for each peer one of each kind,
/// the one requested last. Results are kept, so that a range that extends to the present is not read again
/// for each ping. Lives on the GUI thread.
class PastParts : public QObject
{
    Q_OBJECT

public:
    using Range = PastSeries::Range;
    /// Called with the figures of what was due in the range before `joint`.
    using FiguresAnswer = std::function<void(const RangeFigures &figures, WallTime joint)>;
    using HeatAnswer = std::function<void(const std::vector<HeatColumn> &columns, WallTime joint)>;

    /// The reader must outlive this object.
    explicit PastParts(HistoryReader *reader, QObject *parent = nullptr);

    /// Answers at once if the result is known, otherwise later. A newer request about the peer replaces one
    /// not yet answered.
    void figures(const Range &range, const FiguresAnswer &answer);
    void heat(const Range &range, const HeatGrid &grid, const HeatAnswer &answer);

private:
    /// What has been read, or is being read, for one peer.
    template <typename Value>
    struct Part {
        Range range;
        HeatGrid grid;
        HistoryRequest request = 0; // 0: nothing in progress
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
