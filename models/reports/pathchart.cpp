// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pathchart.h"

#include "engine/diagnosis/explainpath.h"
#include "reports/reporttext.h"
#include "reports/timeaxis.h"

#include <algorithm>
#include <set>

namespace Pongwatch
{

namespace
{

constexpr double hopLabelWidth = 58; // as that of the chart of latencies, so that both have one time axis
constexpr double hopsTop = 20;
constexpr double hopHeight = 13;
constexpr double axisHeight = 20;
constexpr double narrowestTrace = 4;
constexpr double widestTrace = 18;
constexpr int mostRows = 30;

/// Those that can be told apart, the newest of those that can't.
std::vector<SharedPath> drawnTraces(const ReportPeer &peer, const TimeAxis &time)
{
    std::vector<SharedPath> drawn;
    for (auto path = peer.paths.rbegin(); path != peer.paths.rend(); ++path)
        if (drawn.empty() ||
            time.x(drawn.back()->trace.begun) - time.x((*path)->trace.begun) >= narrowestTrace)
            drawn.push_back(*path);
    std::reverse(drawn.begin(), drawn.end());
    return drawn;
}

Ink inkFor(nanoseconds latency, nanoseconds slowest)
{
    if (latency * 10 < slowest)
        return Ink::Band;
    return latency * 2 < slowest ? Ink::Bar : Ink::Line;
}

void drawTrace(Drawing &drawing, const PathTrace &trace, const std::set<int> &answering, nanoseconds slowest,
               double left, double wide, int rows)
{
    for (int row = 0; row < rows; ++row) {
        const double top = hopsTop + row * hopHeight + 1;
        const PathHop *hop = row < trace.hops.size() ? &trace.hops[row] : nullptr;
        if (hop != nullptr && hop->answered > 0) {
            const double hole = (hopHeight - 2) * hop->loss();
            drawing.rect(inkFor(hop->median.value_or(slowest), slowest), left, top + hole, wide,
                         hopHeight - 2 - hole);
        } else if (answering.contains(row + 1) && !(trace.reached && row >= trace.hops.size())) {
            drawing.rect(Ink::Bad, left, top + hopHeight / 2 - 2, wide, 2);
        }
    }
}

} // namespace

Drawing pathChart(const ReportPeer &peer, const Report &report, double width)
{
    const ReportText text(report.timeZone);
    const TimeAxis time(report.from, report.to, hopLabelWidth, width);
    const std::vector<SharedPath> traces = drawnTraces(peer, time);
    std::set<int> answering;
    nanoseconds slowest{0};
    for (const SharedPath &path : traces)
        for (const PathHop &hop : path->trace.hops)
            if (hop.answered > 0) {
                answering.insert(hop.ttl);
                slowest = std::max(slowest, hop.median.value_or(nanoseconds(0)));
            }
    const int rows = answering.empty() ? 1 : std::min(mostRows, *answering.rbegin());
    Drawing drawing;
    drawing.width = width;
    drawing.height = hopsTop + rows * hopHeight + axisHeight;
    drawing.description = ReportStrings::tr("Hops of the network path to %1 over time")
                              .arg(ReportText::harmless(peer.name, 120));
    drawing.text(
        Ink::SoftText, hopLabelWidth, 11,
        ReportStrings::tr("Hops of the network path: the darker, the slower, up to %1; what is missing "
                          "was lost")
            .arg(text.latency(slowest)));
    for (int row = 0; row < rows; ++row) {
        const double top = hopsTop + row * hopHeight;
        drawing.line(Ink::Rule, hopLabelWidth, top, width, top);
        drawing.text(Ink::SoftText, hopLabelWidth - 6, top + hopHeight - 3,
                     ReportStrings::tr("hop %1").arg(row + 1), Drawing::Align::Right);
    }
    for (size_t i = 0; i < traces.size(); ++i) {
        const double left = time.x(traces[i]->trace.begun);
        const double next =
            i + 1 < traces.size() ? time.x(traces[i + 1]->trace.begun) : left + widestTrace + 1;
        const double wide = std::min(std::clamp(next - left - 1, narrowestTrace - 1, widestTrace),
                                     std::max(1.0, width - left));
        drawTrace(drawing, traces[i]->trace, answering, slowest, left, wide, rows);
    }
    const double bottom = hopsTop + rows * hopHeight;
    drawing.line(Ink::Rule, hopLabelWidth, bottom, width, bottom);
    for (const TimeAxis::Tick &tick : time.ticks(text))
        drawing.text(Ink::SoftText, tick.x, bottom + 14, tick.label, Drawing::Align::Middle);
    return drawing;
}

QString pathSentence(const ReportPeer &peer, const Report &report)
{
    const TracedPath &newest = *peer.paths.back();
    //: %1 a moment, %2 what a trace has shown, in sentences
    return ReportStrings::tr("Network path, traced at %1: %2")
        .arg(ReportText(report.timeZone).moment(newest.trace.begun),
             ReportText::harmless(explainPath(newest), 1000));
}

} // namespace Pongwatch
