// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/availability.h"
#include "reports/charts.h"
#include "reports/reportstrings.h"
#include "reports/reporttext.h"
#include "reports/timeaxis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double smallHeight = 132;
constexpr double topMargin = 24;
constexpr double plotBottom = 106;

/// Ink and share of the strip's height for a state: told apart without colour as well.
using Look = std::pair<Ink, double>;

/// All looks, in the order in which they are drawn: trouble last.
constexpr std::array<Look, 5> looks{
    {{Ink::Quiet, 0.15}, {Ink::Good, 0.35}, {Ink::Slow, 0.6}, {Ink::Bad, 0.75}, {Ink::Bad, 1}}};

Look lookOf(const StateSpan &span)
{
    switch (span.state) {
    case ConnectionState::Open:
    case ConnectionState::Closing:
        if (span.health == Health::TimedOut)
            return looks[3];
        return span.health == Health::Slow ? looks[2] : looks[1];
    case ConnectionState::Paused:
        return looks[0];
    case ConnectionState::Connecting:
    case ConnectionState::Closed:
    case ConnectionState::Waiting:
    case ConnectionState::Failed:
        break;
    }
    return looks[4];
}

Drawing smallDrawing(double width, const QString &title)
{
    Drawing drawing;
    drawing.width = width;
    drawing.height = smallHeight;
    drawing.text(Ink::Text, 0, 11, title);
    drawing.line(Ink::Rule, 0, plotBottom, width, plotBottom);
    return drawing;
}

/// The shares above their bars: first those of days with an outage, then the others that have room beside
/// them.
void addShares(Drawing &drawing, const std::vector<ReportDay> &days, const ReportText &text, double step)
{
    std::vector<std::pair<double, double>> taken;
    for (const bool whole : {false, true}) {
        for (size_t i = 0; i < days.size(); ++i) {
            const auto share = availability(days[i].open, days[i].watched);
            if (!share || (*share >= 1) != whole)
                continue;
            const QString value = text.share(share);
            const double half = Drawing::roughWidth(value) / 2 + 2;
            const double middle = (static_cast<double>(i) + 0.5) * step;
            const bool isFree = std::none_of(taken.cbegin(), taken.cend(), [&](const auto &range) {
                return middle - half < range.second && middle + half > range.first;
            });
            if (!isFree || middle + half > drawing.width + 4)
                continue;
            drawing.text(Ink::SoftText, middle, topMargin + 8, value, Drawing::Align::Middle);
            taken.emplace_back(middle - half, middle + half);
        }
    }
}

} // namespace

Drawing stateStrip(const ReportPeer &peer, WallTime from, WallTime to, double width, double height)
{
    Drawing drawing;
    drawing.width = width;
    drawing.height = height;
    drawing.description =
        ReportStrings::tr("State of %1 over time").arg(ReportText::harmless(peer.name, 120));
    const TimeAxis time(from, to, 0, width);
    for (const Look &look : looks) {
        const auto [ink, share] = look;
        const auto looksSo = [&look](const StateSpan &span) { return lookOf(span) == look; };
        const double least = ink == Ink::Bad ? 1.5 : 0.0; // trouble is never thinner than can be seen
        for (const TimeAxis::Stretch &part : time.stretches(peer.states, looksSo))
            drawing.rect(ink, std::min(part.from, width - 1.5), height * (1 - share),
                         std::max(part.to - part.from, least), height * share);
    }
    return drawing;
}

Drawing distributionChart(const ReportPeer &peer, const Report &report, double width)
{
    const ReportText text(report.timeZone);
    Drawing drawing = smallDrawing(width, ReportStrings::tr("How long pongs took"));
    const LatencyHistogram &histogram = peer.distribution;
    drawing.description = ReportStrings::tr("Distribution of the latency");
    const auto low = histogram.quantile(0.001);
    const auto high = histogram.quantile(0.999);
    if (!low || !high) {
        drawing.text(Ink::SoftText, width / 2, (topMargin + plotBottom) / 2,
                     ReportStrings::tr("not known for this range"), Drawing::Align::Middle);
        return drawing;
    }
    // On a logarithmic axis: latencies spread over orders of magnitude.
    constexpr int bars = 48;
    const double first = std::log(std::max(1.0, static_cast<double>(low->count()) * 0.9));
    const double last = std::log(std::max(2.0, static_cast<double>(high->count()) * 1.1));
    std::vector<double> counts(bars, 0.0);
    for (const LatencyHistogram::Cell &cell : histogram.cells()) {
        const double from =
            std::log(std::max(1.0, static_cast<double>(LatencyHistogram::lowerBound(cell.bucket).count())));
        const double to =
            std::log(std::max(1.0, static_cast<double>(LatencyHistogram::upperBound(cell.bucket).count())));
        // A cell may lie over two bars: it is shared out.
        const double a = (from - first) / (last - first) * bars;
        const double b = std::max((to - first) / (last - first) * bars, a + 1e-9);
        for (int i = std::max(0, static_cast<int>(a)); i < bars && i < b; ++i)
            counts[static_cast<size_t>(i)] +=
                cell.count() * (std::min<double>(b, i + 1) - std::max<double>(a, i)) / (b - a);
    }
    const double most = *std::max_element(counts.cbegin(), counts.cend());
    const double step = width / bars;
    for (int i = 0; i < bars; ++i) {
        const double count = counts[static_cast<size_t>(i)];
        const double h = most > 0 ? count / most * (plotBottom - topMargin - 14) : 0;
        if (count >= 0.5)
            drawing.rect(Ink::Bar, i * step + 0.5, plotBottom - std::max(h, 1.0), step - 1, std::max(h, 1.0));
    }
    const auto place = [&](nanoseconds value) {
        return std::clamp((std::log(std::max(1.0, static_cast<double>(value.count()))) - first) /
                              (last - first),
                          0.0, 1.0) *
               width;
    };
    // Quantiles as marks with their names above, values below; those too close to each other are left out.
    double free = 0;
    for (const auto &[q, name] :
         {std::pair(0.5, ReportStrings::tr("median")), std::pair(0.95, QStringLiteral("p95")),
          std::pair(0.99, QStringLiteral("p99"))}) {
        const nanoseconds value = *histogram.quantile(q);
        const QString below = text.latency(value);
        const double room = std::max(Drawing::roughWidth(name), Drawing::roughWidth(below)) + 8;
        const double x = place(value);
        const double middle = std::clamp(x, room / 2, width - room / 2);
        if (middle - room / 2 < free)
            continue;
        drawing.line(Ink::Line, x, topMargin + 12, x, plotBottom + 3);
        drawing.text(Ink::SoftText, middle, topMargin + 7, name, Drawing::Align::Middle);
        drawing.text(Ink::Text, middle, plotBottom + 17, below, Drawing::Align::Middle);
        free = middle + room / 2;
    }
    return drawing;
}

Drawing daysChart(const ReportPeer &peer, const Report &report, double width)
{
    const ReportText text(report.timeZone);
    Drawing drawing = smallDrawing(width, ReportStrings::tr("Availability by day"));
    drawing.description = ReportStrings::tr("Availability by day");
    if (peer.days.empty())
        return drawing;
    const double step = width / static_cast<double>(peer.days.size());
    const double bar = std::max(1.0, std::min(step - 3, 46.0));
    double freeLabel = 0;
    // The scale starts where the worst day is: 99.9 and 99.99 % look the same on one from 0.
    double worst = 1;
    for (const ReportDay &day : peer.days)
        worst = std::min(worst, availability(day.open, day.watched).value_or(1));
    const double missing = std::clamp((1 - worst) * 1.6, 0.001, 1.0);
    if (missing < 1)
        drawing.shapes.front().text =
            ReportStrings::tr("Availability by day, from %1 up").arg(text.share(1 - missing));
    for (size_t i = 0; i < peer.days.size(); ++i) {
        const ReportDay &day = peer.days[i];
        const double middle = (static_cast<double>(i) + 0.5) * step;
        const double x = middle - bar / 2;
        const double top = topMargin + 14;
        const double tall = plotBottom - top;
        const auto share = availability(day.open, day.watched);
        if (share) {
            const double gone = std::clamp((1 - *share) / missing, 0.0, 1.0) * tall;
            drawing.rect(Ink::Good, x, top + gone, bar, tall - gone);
            drawing.rect(Ink::Bad, x, top, bar, gone > 0 ? std::max(gone, 1.5) : 0);
        } else {
            drawing.rect(Ink::Quiet, x, plotBottom - 2, bar, 2);
        }
        const QString name =
            text.locale().toString(text.local(day.from).date(),
                                   ReportStrings::tr("ddd d", "a day below a bar, see QDate::toString"));
        const double halfName = Drawing::roughWidth(name) / 2;
        if (middle - halfName >= freeLabel - 1 && middle + halfName <= width + 1) {
            drawing.text(Ink::SoftText, middle, plotBottom + 17, name, Drawing::Align::Middle);
            freeLabel = middle + halfName + 4;
        }
    }
    addShares(drawing, peer.days, text, step);
    return drawing;
}

} // namespace Pongwatch
