// SPDX-License-Identifier: GPL-3.0-or-later
#include "past/pastparts.h"

#include <algorithm>
#include <utility>

namespace Pongwatch
{

namespace
{

constexpr size_t partLimit = 24; // peers

} // namespace

PastParts::PastParts(HistoryReader *reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    connect(
        reader, &HistoryReader::figuresReady, this,
        [this](HistoryRequest request, const RangeFigures &figures) { take(m_figures, request, figures); });
    connect(reader, &HistoryReader::heatReady, this,
            [this](HistoryRequest request, const std::vector<HeatColumn> &columns) {
                take(m_heat, request, columns);
            });
    connect(reader, &HistoryReader::failed, this, [this](HistoryRequest request) {
        // If it can't be read, treat it as empty: the rest is still returned.
        take(m_figures, request, RangeFigures(), false);
        take(m_heat, request, std::vector<HeatColumn>(), false);
    });
}

template <typename Value, typename Request>
void PastParts::want(PartsByPeer<Value> &parts, const Range &range, const HeatGrid &grid,
                     const std::function<void(const Value &, WallTime)> &answer, const Request &request)
{
    Part<Value> &part = parts[toNumber(range.peer)];
    const bool isTheSame = part.range.row == range.row && part.range.from == range.from &&
                           part.range.to == range.to && part.grid == grid;
    const bool memoryGoesOn = range.to <= part.range.joint.at || part.range.joint.at >= range.joint.complete;
    if (isTheSame && memoryGoesOn && (part.value || part.request != 0)) {
        part.answer = answer;
        if (part.value)
            answer(*part.value, part.range.joint.at);
        return;
    }
    m_reader->cancel(part.request);
    if (parts.size() > partLimit) {
        const auto other = std::find_if(parts.begin(), parts.end(), [&part](const auto &entry) {
            return &entry.second != &part && entry.second.request == 0;
        });
        if (other != parts.end())
            parts.erase(other);
    }
    part = {range, grid, request(std::min(range.to, range.joint.at)), std::nullopt, answer};
}

template <typename Value>
void PastParts::take(PartsByPeer<Value> &parts, HistoryRequest request, const Value &value, bool isKept)
{
    const auto its = std::find_if(parts.begin(), parts.end(),
                                  [request](const auto &part) { return part.second.request == request; });
    if (its == parts.end() || request == 0)
        return;
    Part<Value> &part = its->second;
    part.request = 0;
    if (isKept)
        part.value = value;
    part.answer(value, part.range.joint.at);
}

void PastParts::figures(const Range &range, const FiguresAnswer &answer)
{
    want(m_figures, range, HeatGrid(), answer,
         [this, &range](WallTime to) { return m_reader->requestFigures(range.row, range.from, to); });
}

void PastParts::heat(const Range &range, const HeatGrid &grid, const HeatAnswer &answer)
{
    want(m_heat, range, grid, answer,
         [this, &range, &grid](WallTime to) { return m_reader->requestHeat(range.row, grid, to); });
}

} // namespace Pongwatch
