// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/charts.h"

#include "reports/availability.h"
#include "reports/reporttext.h"
#include "reports/timeaxis.h"
#include "text/latencyscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double height = 174;
constexpr double leftMargin = 58;
constexpr double latencyTopMargin = 20; // room for the legend
constexpr double latencyPlotBottom = 122;
constexpr double stripTop = 133;
constexpr double stripHeight = 14;

constexpr double smallChartHeight = 68;
constexpr double smallPlotTop = 18; // below the name
constexpr double smallPlotBottom = 56;
constexpr double smallStripHeight = 8;

/// The area for round trips.
struct Plot {
    double top = latencyTopMargin;
    double bottom = latencyPlotBottom;
};

constexpr double capHeight = 2;

/// The longest round trip that the axis must show, so that rare peaks don't flatten everything else: twice
/// the 99th percentile of the pings, and above the means of all but a few moments. The same rule for every
/// peer and range.
nanoseconds longestShown(const ReportPeer &peer)
{
    std::vector<nanoseconds> means;
    nanoseconds longest{0};
    for (const SeriesBucket &bucket : peer.chart) {
        if (!bucket.mean || !bucket.max)
            continue;
        means.push_back(*bucket.mean);
        longest = std::max(longest, *bucket.max);
    }
    if (means.empty())
        return milliseconds(1);
    std::sort(means.begin(), means.end());
    const nanoseconds usual = means[(means.size() - 1) * 995 / 1000];
    // Where pings are no longer known one by one, there are only means.
    const nanoseconds wanted = std::max(usual * 5 / 4, peer.distribution.quantile(0.99).value_or(usual) * 2);
    return longest <= wanted * 13 / 10 ? longest : wanted;
}

constexpr int mostLatencyTicks = 5;

/// The positions of latencies in a plot: from 0 to a round number.
struct LatencyAxis {
    LatencyAxis(const ReportPeer &peer, const Plot &where)
        : scale{0, axisCeiling(toMilliseconds(longestShown(peer)))}
        , plot(where)
    {
    }

    /// Limited to the axis.
    [[nodiscard]] double y(double ms) const
    {
        return plot.bottom - std::clamp(scale.share(ms), 0.0, 1.0) * (plot.bottom - plot.top);
    }

    LatencyScale scale;
    Plot plot;
};

class Legend
{
public:
    Legend(Drawing &drawing, double right)
        : m_drawing(drawing)
        , m_x(right)
    {
    }
    /// From right to left; `sign` draws into the 12 units from x on.
    template <typename Sign>
    void add(const QString &label, Sign sign)
    {
        m_x -= Drawing::roughWidth(label);
        m_drawing.text(Ink::SoftText, m_x, 11, label);
        m_x -= 17;
        sign(m_x);
        m_x -= 14;
    }

private:
    Drawing &m_drawing;
    double m_x;
};

bool isAbout(const Note &note, const ReportPeer &peer)
{
    return note.peer.isEmpty() || note.peer == peer.name;
}

/// A numbered flag for each note; if they are too close, only the first has room for its number.
void addNoteFlags(Drawing &drawing, const ReportPeer &peer, const Report &report, const TimeAxis &time)
{
    double freeFrom = 0;
    for (size_t i = 0; i < report.notes.size(); ++i) {
        if (!isAbout(report.notes[i], peer))
            continue;
        const double x = time.x(report.notes[i].at);
        drawing.line(Ink::Text, x, latencyTopMargin, x, latencyPlotBottom);
        const QString number = QString::number(i + 1);
        const double width = Drawing::roughWidth(number) + 6;
        if (x < freeFrom)
            continue;
        const bool toTheLeft = x + width > time.right();
        drawing.rect(Ink::Shade, toTheLeft ? x - width : x, latencyTopMargin, width, 13);
        drawing.text(Ink::Text, toTheLeft ? x - width + 3 : x + 3, latencyTopMargin + 10, number);
        freeFrom = x + width;
    }
}

void addLegend(Drawing &drawing, double right, bool hasNotes)
{
    Legend legend(drawing, right);
    if (hasNotes)
        legend.add(ReportStrings::tr("note"), [&drawing](double x) {
            drawing.rect(Ink::Shade, x + 1, 2, 9, 7);
            drawing.line(Ink::Text, x + 1, 2, x + 1, 13);
        });
    legend.add(ReportStrings::tr("no connection"),
               [&drawing](double x) { drawing.rect(Ink::Shade, x, 3, 12, 9); });
    legend.add(ReportStrings::tr("timeout"),
               [&drawing](double x) { drawing.rect(Ink::Bad, x + 5, 2, 2, 11); });
    legend.add(ReportStrings::tr("shortest to longest"),
               [&drawing](double x) { drawing.rect(Ink::Band, x, 3, 12, 9); });
    legend.add(ReportStrings::tr("mean"), [&drawing](double x) {
        drawing.path(Ink::Line, {{x, 8}, {x + 12, 8}});
    });
}

void addAxes(Drawing &drawing, const TimeAxis &time, const LatencyAxis &axis, const ReportText &text,
             double width)
{
    for (const double ms : axis.scale.ticks(mostLatencyTicks)) {
        const double y = axis.y(ms);
        drawing.line(Ink::Rule, leftMargin, y, width, y);
        drawing.text(Ink::SoftText, leftMargin - 6, y + 4, text.axisLatency(ms), Drawing::Align::Right);
    }
    for (const TimeAxis::Tick &tick : time.ticks(text)) {
        drawing.line(Ink::Rule, tick.x, latencyPlotBottom, tick.x, stripTop + stripHeight + 4);
        const double half = Drawing::roughWidth(tick.label) / 2;
        if (tick.x - half >= 0 && tick.x + half <= width + 2)
            drawing.text(Ink::SoftText, tick.x, height - 6, tick.label, Drawing::Align::Middle);
    }
}

/// When there was no connection, or the peer was not watched, in time order.
std::vector<TimeSpan> interruptionsOf(const ReportPeer &peer)
{
    std::vector<TimeSpan> spans;
    for (const ReportBreak &its : peer.breaks)
        spans.push_back({its.from, its.to});
    for (const StateSpan &span : peer.states)
        if (!holdsConnection(span.state))
            spans.push_back({span.from, span.to});
    std::sort(spans.begin(), spans.end(),
              [](const TimeSpan &a, const TimeSpan &b) { return a.from < b.from; });
    return spans;
}

/// Decides whether a line may connect one bucket to the next.
class Continuity
{
public:
    Continuity(const ReportPeer &peer, const TimeAxis &time)
        : m_spans(interruptionsOf(peer))
        , m_time(time)
    {
    }

    /// Call it with buckets in time order. Interruptions too short to be visible only count if there is no
    /// bucket for the time in between.
    [[nodiscard]] bool leadsTo(const SeriesBucket &bucket)
    {
        const WallTime end = bucket.from + std::chrono::floor<microseconds>(bucket.width);
        const bool isAdjacent = bucket.from <= m_lastEnd;
        bool leads = true;
        while (m_next < m_spans.size() && m_spans[m_next].from < end) {
            const TimeSpan &span = m_spans[m_next];
            if (span.to > m_lastFrom && (!isAdjacent || m_time.x(span.to) - m_time.x(span.from) >= leastSeen))
                leads = false;
            if (span.to > end)
                break; // it also interrupts later lines
            ++m_next;
        }
        m_lastFrom = bucket.from;
        m_lastEnd = end;
        return leads;
    }

private:
    static constexpr double leastSeen = 0.75;

    std::vector<TimeSpan> m_spans;
    const TimeAxis &m_time;
    size_t m_next = 0;
    WallTime m_lastFrom = WallTime::min();
    WallTime m_lastEnd = WallTime::min();
};

void addRoundTrips(Drawing &drawing, const ReportPeer &peer, const TimeAxis &time, const LatencyAxis &axis,
                   const Plot &plot)
{
    QList<QPointF> line;
    std::vector<Drawing::Shape> lines;
    const auto endLine = [&lines, &line] {
        if (line.size() == 1) // an isolated bucket is a short dash
            line.append(line.constFirst() + QPointF(1.5, 0));
        if (line.size() >= 2)
            lines.push_back({Drawing::Shape::Kind::Path, Ink::Line, {}, line, {}, Drawing::Align::Left});
        line.clear();
    };
    Continuity continuity(peer, time);
    for (const SeriesBucket &bucket : peer.chart) {
        const double x1 = time.x(bucket.from);
        const double x2 = time.x(bucket.from + std::chrono::floor<microseconds>(bucket.width));
        if (!continuity.leadsTo(bucket) || bucket.gap || bucket.withoutConnection * 2 > bucket.width)
            endLine();
        if (bucket.min && bucket.max && bucket.mean) {
            const double top = axis.y(toMilliseconds(*bucket.max));
            const double bottom = axis.y(toMilliseconds(*bucket.min));
            drawing.rect(Ink::Band, x1, top, std::max(x2 - x1, 0.8), std::max(bottom - top, 1.0));
            line.append(QPointF((x1 + x2) / 2, axis.y(toMilliseconds(*bucket.mean))));
        } else {
            endLine();
        }
    }
    endLine();
    for (Drawing::Shape &shape : lines)
        drawing.shapes.push_back(std::move(shape));
    for (const SeriesBucket &bucket : peer.chart) {
        if (bucket.timeouts > 0) {
            const auto half = std::chrono::floor<microseconds>(bucket.width) / 2;
            drawing.rect(Ink::Bad, time.x(bucket.from + half) - 0.75, plot.top, 1.5, plot.bottom - plot.top);
        }
    }
}

/// Shades stretches without a connection.
void addShades(Drawing &drawing, const ReportPeer &peer, const TimeAxis &time, const Plot &plot)
{
    const auto isDown = [](const StateSpan &span) { return !holdsConnection(span.state); };
    for (const TimeAxis::Stretch &down : time.stretches(peer.states, isDown))
        drawing.rect(Ink::Shade, down.from, plot.top, std::max(down.to - down.from, 1.0),
                     plot.bottom - plot.top);
}

void addStrip(Drawing &drawing, const ReportPeer &peer, const Report &report, const QRectF &place)
{
    const Drawing strip = stateStrip(peer, report.from, report.to, place.width(), place.height());
    for (Drawing::Shape shape : strip.shapes) {
        shape.rect.translate(place.topLeft());
        drawing.shapes.push_back(std::move(shape));
    }
}

/// As much of a text as fits, with its middle left out: names often differ at their ends.
QString elided(const QString &text, double width)
{
    if (Drawing::roughWidth(text) <= width)
        return text;
    for (qsizetype kept = text.size() - 1; kept > 2; --kept) {
        const QString shorter = text.left((kept + 1) / 2) + QChar(0x2026) + text.right(kept / 2);
        if (Drawing::roughWidth(shorter) <= width)
            return shorter;
    }
    return text.left(1) + QChar(0x2026);
}

/// What goes beyond the axis gets a cap above it; the highest value is written at the top.
void addCutPeaks(Drawing &drawing, const ReportPeer &peer, const TimeAxis &time, const LatencyAxis &axis,
                 const ReportText &text)
{
    nanoseconds longest{0};
    for (const SeriesBucket &bucket : peer.chart) {
        if (!bucket.max || toMilliseconds(*bucket.max) <= axis.scale.upper * 1.001)
            continue;
        longest = std::max(longest, *bucket.max);
        const double x = time.x(bucket.from);
        const double right = time.x(bucket.from + std::chrono::floor<microseconds>(bucket.width));
        drawing.rect(Ink::Line, x, latencyTopMargin - capHeight - 1, std::max(right - x, 1.2), capHeight);
    }
    if (longest.count() == 0)
        return;
    drawing.rect(Ink::Line, leftMargin, 6.5, 8, capHeight);
    drawing.text(Ink::SoftText, leftMargin + 12, 11,
                 ReportStrings::tr("peaks to %1").arg(text.latency(peer.statistics.max.value_or(longest))));
}

} // namespace

Drawing latencyChart(const ReportPeer &peer, const Report &report, double width)
{
    const ReportText text(report.timeZone);
    Drawing drawing;
    drawing.width = width;
    drawing.height = height;
    drawing.description =
        ReportStrings::tr("Latency of %1 over time").arg(ReportText::harmless(peer.name, 120));
    const TimeAxis time(report.from, report.to, leftMargin, width);
    const LatencyAxis axis(peer, {latencyTopMargin, latencyPlotBottom});

    addShades(drawing, peer, time, {});
    addAxes(drawing, time, axis, text, width);
    addRoundTrips(drawing, peer, time, axis, {});
    addCutPeaks(drawing, peer, time, axis, text);
    addNoteFlags(drawing, peer, report, time);
    addLegend(drawing, width,
              std::any_of(report.notes.cbegin(), report.notes.cend(),
                          [&peer](const Note &note) { return isAbout(note, peer); }));

    addStrip(drawing, peer, report, QRectF(leftMargin, stripTop, width - leftMargin, stripHeight));
    drawing.text(Ink::SoftText, leftMargin - 6, stripTop + 11, ReportStrings::tr("state"),
                 Drawing::Align::Right);
    if (peer.chart.empty())
        drawing.text(Ink::SoftText, (leftMargin + width) / 2, (latencyTopMargin + latencyPlotBottom) / 2,
                     ReportStrings::tr("nothing was measured"), Drawing::Align::Middle);
    return drawing;
}

Drawing smallLatencyChart(const ReportPeer &peer, const Report &report, double width)
{
    const ReportText text(report.timeZone);
    const QString name = ReportText::harmless(peer.name, 120);
    Drawing drawing;
    drawing.width = width;
    drawing.height = smallChartHeight;
    drawing.description = ReportStrings::tr("Latency of %1 over time").arg(name);
    const Plot plot{smallPlotTop, smallPlotBottom};
    const TimeAxis time(report.from, report.to, 0, width);
    const LatencyAxis axis(peer, plot);
    const auto share = availability(peer.open, peer.watched);
    QString figures = peer.statistics.p95
                          ? ReportStrings::tr("%1 · p95 %2",
                                              "above a small chart: share of the time that was open, latency")
                                .arg(text.share(share), text.latency(peer.statistics.p95))
                          : text.share(share);
    if (Drawing::roughWidth(name) + Drawing::roughWidth(figures) + 8 > width)
        figures = text.share(share);
    drawing.text(Ink::Text, 0, 11, elided(name, width - Drawing::roughWidth(figures) - 8));
    drawing.text(share.value_or(1) < 1 ? Ink::Bad : Ink::SoftText, width, 11, figures, Drawing::Align::Right);
    drawing.line(Ink::Rule, 0, plot.bottom, width, plot.bottom);
    addShades(drawing, peer, time, plot);
    addRoundTrips(drawing, peer, time, axis, plot);
    addStrip(drawing, peer, report, QRectF(0, plot.bottom + 3, width, smallStripHeight));
    return drawing;
}

namespace
{

constexpr double smallHeight = 132;
constexpr double topMargin = 24;
constexpr double plotBottom = 106;

/// The ink, and the height as a share of the strip's, for a state: recognisable without colour, too.
using Look = std::pair<Ink, double>;

/// All looks in drawing order: trouble last.
constexpr std::array<Look, 5> looks{
    {{Ink::Quiet, 0.15}, {Ink::Good, 0.35}, {Ink::Slow, 0.6}, {Ink::Bad, 0.75}, {Ink::Bad, 1}}};

Look lookOf(const StateSpan &span)
{
    switch (span.state) {
    case ConnectionState::Open:
    case ConnectionState::Closing:
        if (span.health == Health::TimedOut || span.health == Health::Stale)
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

/// Shares above their bars: first for days with an outage, then for others that have room next to
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
        const double least = ink == Ink::Bad ? 1.5 : 0.0; // trouble is never too thin to be seen
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
    // On a logarithmic axis, as latencies are spread over orders of magnitude.
    constexpr int bars = 48;
    const double first = std::log(std::max(1.0, static_cast<double>(low->count()) * 0.9));
    const double last = std::log(std::max(2.0, static_cast<double>(high->count()) * 1.1));
    std::vector<double> counts(bars, 0.0);
    for (const LatencyHistogram::Cell &cell : histogram.cells()) {
        const double from =
            std::log(std::max(1.0, static_cast<double>(LatencyHistogram::lowerBound(cell.bucket).count())));
        const double to =
            std::log(std::max(1.0, static_cast<double>(LatencyHistogram::upperBound(cell.bucket).count())));
        // A cell may extend over two bars, and is divided between them.
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
    // Quantiles as marks with their names above and values below; those too close to each other are left out.
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

Drawing feedChart(const ReportPeer &peer, const Report &report, double width)
{
    const ReportText format(report.timeZone);
    double highest = 0;
    for (const FeedSpan &span : peer.feed)
        highest = std::max(highest, span.perSecond());
    Drawing drawing = smallDrawing(
        width, peer.feed.empty()
                   ? ReportStrings::tr("Messages of its feed")
                   : ReportStrings::tr("Messages of its feed: at most %1").arg(format.rate(highest)));
    drawing.description = ReportStrings::tr("Messages of its feed, over time");
    if (peer.feed.empty()) {
        drawing.text(Ink::SoftText, width / 2, (topMargin + plotBottom) / 2,
                     ReportStrings::tr("none in this time"), Drawing::Align::Middle);
        return drawing;
    }
    const TimeAxis time(report.from, report.to, 0, width);
    const double tall = plotBottom - topMargin;
    for (const StateSpan &span : peer.states) {
        if (span.health == Health::Stale)
            drawing.rect(Ink::Shade, time.x(span.from), topMargin,
                         std::max(1.0, time.x(span.to) - time.x(span.from)), tall);
    }
    for (const FeedSpan &span : peer.feed) {
        const double left = std::clamp(time.x(span.from), 0.0, width);
        const double right = std::clamp(time.x(span.to()), left, width);
        const double high = std::max(1.0, span.perSecond() / highest * tall);
        drawing.rect(Ink::Bar, left, plotBottom - high, std::max(1.0, right - left), high);
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
    // The scale starts at the worst day: 99.9 and 99.99 % would look the same on one that starts at 0.
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
