// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latencychart.h"

#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "peers/pingoutlook.h"
#include "text/formatter.h"
#include "widgets/chart/chartpainting.h"
#include "widgets/chart/chartreadout.h"
#include "widgets/chart/latencyfit.h"
#include "widgets/chart/latencymarks.h"
#include "widgets/chart/peercolors.h"
#include "widgets/chart/timeruler.h"
#include "widgets/statuslook.h"

#include <QTimer>
#include <QVBoxLayout>

#include <cmath>
#include <set>

// The plotting library's header uses Qt's keywords, which are disabled in this project.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach(variable, container) for (variable : container) // NOLINT(bugprone-macro-parentheses)
#include <qcustomplot.h>
#undef foreach
#undef slots
#undef signals

namespace Pongwatch
{

namespace
{

constexpr int narrowestAxisMargin = 4;
// Thousands of antialiased shapes take longer than a frame: with more peers, points are stamped.
constexpr size_t mostWithSmoothPoints = 2;
constexpr double pointWidth = 4.5;
constexpr double vantageMarkSize = 7;      // of vantages
constexpr double betweenVantageMarks = 70; // pixels
constexpr size_t mostSlowLines = 2;
constexpr double reachOfPointer = 8; // pixels

/// A point of a line as an image.
QPixmap stamp(const QColor &color, double ratio)
{
    QPixmap picture(QSize(7, 7) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(3.5, 3.5), pointWidth / 2, pointWidth / 2);
    return picture;
}

size_t mostWithBands(const DrawnSeries &one)
{
    constexpr size_t vantages = 3;
    return one.shape ? vantages : mostSeriesWithBands;
}

/// The graphs of one peer; owned by the plot.
struct Graphs {
    QCPGraph *line;
    QCPGraph *low;
    QCPGraph *high; ///< filled down to `low`
    QCPGraph *peak;
};

/// Anything painted above or below the lines.
class PaintedItem final : public QCPAbstractItem
{
public:
    PaintedItem(QCustomPlot *plot, const QString &layer, std::function<void(QPainter *)> paint)
        : QCPAbstractItem(plot)
        , m_paint(std::move(paint))
    {
        setLayer(layer);
        setClipToAxisRect(true);
    }

    double selectTest(const QPointF & /*pos*/, bool /*onlySelectable*/, QVariant * /*details*/) const override
    {
        return -1;
    }

protected:
    void draw(QCPPainter *painter) override
    {
        painter->setAntialiasing(true);
        m_paint(painter);
    }

private:
    std::function<void(QPainter *)> m_paint;
};

/// The ticks of all latency axes, with their unit.
class LatencyTicker final : public QCPAxisTicker
{
public:
    LatencyTicker(const ChartState *state, bool logarithmic)
        : m_state(state)
        , m_logarithmic(logarithmic)
    {
    }

protected:
    QVector<double> createTickVector(double /*tickStep*/, const QCPRange &range) override
    {
        const std::vector<double> ticks =
            LatencyScale{range.lower, range.upper, m_logarithmic}.ticks(tickCount());
        return {ticks.cbegin(), ticks.cend()};
    }

    QString getTickLabel(double tick, const QLocale & /*locale*/, QChar /*format*/,
                         int /*precision*/) override
    {
        return m_state->format().axisLatency(tick);
    }

private:
    const ChartState *m_state;
    bool m_logarithmic;
};

} // namespace

class LatencyChart::Private
{
public:
    explicit Private(LatencyChart *chart)
        : q(chart)
        , plot(new QCustomPlot(chart))
    {
    }

    void setUp();
    void style();
    void makeSeries();
    void draw(qsizetype place);
    void fit();
    Graphs graphsOf(qsizetype place);
    void replotSoon();
    [[nodiscard]] bool isEmpty() const;
    void paintShading(QPainter *painter);
    void paintOverlay(QPainter *painter) const;
    [[nodiscard]] QRect area() const { return plot->axisRect()->rect(); }
    struct Threshold {
        double y = 0; // in pixels
        QString text;
    };
    [[nodiscard]] std::vector<Threshold> thresholds() const;
    void paintThresholds(QPainter *painter) const;
    void paintThresholdLabels(QPainter *painter) const;
    [[nodiscard]] QString emptyHint() const;
    [[nodiscard]] PlotPlaces places() const;

    LatencyChart *q;
    QCustomPlot *plot; // owned by q
    std::vector<DrawnSeries> drawn;
    std::vector<Graphs> graphs;
    LatencyScale scale;
    LatencyMarks marks;
    int replots = 0;
    bool replotPending = false;
    bool changed = true; // since the last replot, so that it becomes visible
    ChartAxis drawnAxis;
    bool logarithmicTicks = false;
};

void LatencyChart::Private::setUp()
{
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    plot->setPlottingHint(QCP::phCacheLabels, true);
    plot->setAutoAddPlottableToLegend(false); // there is none
    plot->addLayer(QStringLiteral("shading"), plot->layer(QStringLiteral("grid")), QCustomPlot::limBelow);
    plot->addLayer(QStringLiteral("bands"), plot->layer(QStringLiteral("main")), QCustomPlot::limBelow);
    plot->addLayer(QStringLiteral("marks"), plot->layer(QStringLiteral("main")), QCustomPlot::limAbove);
    // The overlay moves with the pointer: it has its own buffer, so that lines need not be redrawn.
    plot->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);

    // Owned by the plot.
    new PaintedItem(plot, QStringLiteral("shading"), [this](QPainter *painter) { paintShading(painter); });
    new PaintedItem(plot, QStringLiteral("marks"), [this](QPainter *painter) {
        painter->setFont(q->font());
        marks.paintOver(painter, places(), drawn, q->palette(), q->devicePixelRatioF(), q->state()->format());
    });
    new PaintedItem(plot, QStringLiteral("overlay"), [this](QPainter *painter) { paintOverlay(painter); });

    plot->yAxis->setTicker(QSharedPointer<LatencyTicker>::create(q->state(), false));
    plot->axisRect()->setupFullAxesBox(false);
    plot->xAxis2->setVisible(false);
    plot->yAxis2->setVisible(false);
    plot->xAxis->setTicks(false);
    plot->xAxis->setTickLabels(false);
    plot->axisRect()->setAutoMargins(QCP::msNone);
    QObject::connect(plot, &QCustomPlot::afterReplot, q, [this] { ++replots; });
}

void LatencyChart::Private::style()
{
    const QPalette palette = q->palette();
    const QColor quiet = StatusLook::quietText(palette);
    const QColor line = StatusLook::hairline(palette);
    plot->setBackground(palette.color(QPalette::Base));
    for (QCPAxis *axis : {plot->xAxis, plot->yAxis}) {
        axis->setBasePen(QPen(line));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(quiet);
        axis->setTickLabelFont(q->font());
        axis->grid()->setPen(QPen(line, 1, Qt::SolidLine));
        axis->grid()->setZeroLinePen(QPen(line));
        axis->setTickLengthIn(0);
        axis->setTickLabelPadding(7);
    }
    plot->yAxis->setBasePen(Qt::NoPen);
    plot->yAxis->setTickPen(Qt::NoPen);
    plot->xAxis->grid()->setVisible(false);
}

void LatencyChart::Private::makeSeries()
{
    const ChartState *state = q->state();
    const int pixels = std::max(1, static_cast<int>(q->axis().width()));
    drawn.clear();
    const auto pointed = state->pointedLine();
    for (const PeerId line : state->lines()) {
        const VantageSeries *vantage = state->vantageOf(line);
        if (!vantage && !state->book()->record(line))
            continue;
        LineLook look = state->lookOf(line, q->palette());
        if (pointed == line && !vantage && !state->colors()->placeOf(line))
            look.color = q->palette().color(QPalette::Text);
        else if (pointed && pointed != line)
            look = look.faded(q->palette());
        drawn.push_back({line, look.color, pointed == line,
                         makeChartSeries(*state->source(), line, state->range(), state->now(), pixels),
                         vantage ? vantage->vantage : QString(), look.shape});
    }
    // Grey lines are below coloured ones, and the highlighted one is above all.
    std::stable_sort(drawn.begin(), drawn.end(), [state](const DrawnSeries &a, const DrawnSeries &b) {
        const auto rank = [state](const DrawnSeries &one) {
            return one.isPointed ? 2 : one.shape || state->colors()->placeOf(one.peer) ? 1 : 0;
        };
        return rank(a) < rank(b);
    });
}

Graphs LatencyChart::Private::graphsOf(qsizetype place)
{
    while (static_cast<qsizetype>(graphs.size()) <= place) {
        const Graphs added{plot->addGraph(), plot->addGraph(), plot->addGraph(), plot->addGraph()};
        for (QCPGraph *graph : {added.low, added.high, added.peak})
            graph->setLayer(QStringLiteral("bands"));
        added.low->setPen(Qt::NoPen);
        added.high->setPen(Qt::NoPen);
        added.high->setChannelFillGraph(added.low);
        graphs.push_back(added);
    }
    return graphs[static_cast<size_t>(place)];
}

void LatencyChart::Private::draw(qsizetype place)
{
    const DrawnSeries &one = drawn[static_cast<size_t>(place)];
    const ChartSeries &series = one.series;
    const Graphs own = graphsOf(place);
    QColor faint = one.color;
    faint.setAlpha(drawn.size() > 4 ? 26 : 56);
    own.high->setBrush(faint);
    faint.setAlpha(drawn.size() > 2 ? 55 : 110);
    own.peak->setPen(QPen(faint, 1));
    const double thickness = one.isPointed ? 2.8 : drawn.size() > mostSeriesWithBands ? 1.2 : 1.8;
    const LineLook look{one.color, one.shape};
    own.line->setPen(look.pen(thickness));
    const bool sparse = series.times.size() * 10 < static_cast<qsizetype>(q->axis().width());
    QCPScatterStyle points;
    if (sparse && drawn.size() <= mostWithSmoothPoints)
        points = QCPScatterStyle(QCPScatterStyle::ssDisc, one.color, pointWidth);
    else if (sparse)
        points = QCPScatterStyle(stamp(one.color, q->devicePixelRatioF()));
    if (one.shape) {
        const double room =
            q->axis().width() / static_cast<double>(std::max<qsizetype>(1, series.times.size()));
        points = QCPScatterStyle(look.mark(vantageMarkSize, q->devicePixelRatioF()));
        own.line->setScatterSkip(
            std::max(0, static_cast<int>(betweenVantageMarks / std::max(room, 0.1)) - 1));
    } else {
        own.line->setScatterSkip(0);
    }
    own.line->setScatterStyle(points);
    own.line->setData(series.times, series.latencies, true);
    // Bands of many vantages would hide which of them is slow.
    const bool hasBand = series.coarse && (one.isPointed || drawn.size() <= mostWithBands(one));
    own.high->setAntialiasedFill(drawn.size() <= mostWithSmoothPoints);
    for (const auto &[graph, values] : {std::pair(own.low, &series.low), std::pair(own.high, &series.high),
                                        std::pair(own.peak, &series.peak)}) {
        graph->setData(hasBand ? series.times : QVector<double>(), hasBand ? *values : QVector<double>(),
                       true);
    }
}

void LatencyChart::Private::fit()
{
    LatencyScaleFitter fitter;
    std::vector<double> middles;
    for (const DrawnSeries &one : drawn) {
        fitter.beginSeries();
        // The slowest of each bucket may be one ping in thousands: the bands show what is usual.
        for (const double ms : one.series.coarse ? one.series.high : one.series.latencies)
            fitter.add(ms);
        for (const double ms : one.series.peak)
            fitter.addHigh(ms);
        for (const double ms : one.series.bottoms())
            fitter.addLow(ms);
        if (drawn.size() > 1) { // a single peer needs no distinction
            const QVector<double> &latencies = one.series.latencies;
            middles.push_back(middleLatency({latencies.constData(), static_cast<size_t>(latencies.size())}));
        }
    }
    q->state()->suggestLogarithmic(wantsDecades(middles, q->state()->isLogarithmic()));
    const bool logarithmic = q->state()->isLogarithmic();
    scale = fitter.fit(logarithmic, q->state()->isClipping());
    if (const auto &ends = q->state()->fixedScale()) {
        scale.lower = logarithmic ? std::max(ends->first, ends->second / 1e6) : ends->first;
        scale.upper = ends->second;
    } else if (!q->state()->thresholds().isEmpty()) {
        scale.upper = std::max(scale.upper, axisCeiling(q->state()->thresholds().constLast() * 1.02));
    }
    const bool empty = isEmpty(); // otherwise the axis would be made up
    plot->yAxis->setTickLabels(!empty);
    plot->yAxis->grid()->setVisible(!empty);
    if (logarithmic != logarithmicTicks) {
        logarithmicTicks = logarithmic;
        plot->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        plot->yAxis->setTicker(QSharedPointer<LatencyTicker>::create(q->state(), logarithmic));
    }
    plot->yAxis->setRange(scale.lower, scale.upper);
    plot->yAxis->ticker()->setTickCount(std::max(2, area().height() / 44));
    const TimeRange range = q->state()->range();
    plot->xAxis->setRange(toChartTime(range.from), toChartTime(range.to));
}

void LatencyChart::Private::replotSoon()
{
    if (!replotPending && q->isVisible()) {
        replotPending = true;
        QTimer::singleShot(0, q, [this] {
            replotPending = false;
            if (q->takeStale())
                q->rebuild();
            if (std::exchange(changed, false))
                plot->replot(QCustomPlot::rpRefreshHint);
        });
    }
}

void LatencyChart::Private::paintShading(QPainter *painter)
{
    for (const ChartTick &tick : TimeRuler::ticks(q->axis(), q->fontMetrics(), q->state()->format())) {
        painter->setPen(QPen(StatusLook::hairline(q->palette()), 1, Qt::DotLine));
        const double at = std::floor(q->axis().x(tick.at)) + 0.5;
        painter->drawLine(QPointF(at, area().top()), QPointF(at, area().bottom()));
    }
    painter->setFont(q->font());
    paintThresholds(painter);
    marks.paintUnder(painter, places(), drawn, q->palette());
}

bool LatencyChart::Private::isEmpty() const
{
    return std::all_of(drawn.cbegin(), drawn.cend(),
                       [](const DrawnSeries &one) { return one.series.isEmpty(); });
}

/// What the user is waiting for if nothing was measured yet.
QString LatencyChart::Private::emptyHint() const
{
    if (drawn.empty())
        return tr("Select a peer to see how it answers.");
    const PeerBook *book = q->state()->book();
    std::optional<nanoseconds> soonest;
    bool isUnderway = false;
    for (const DrawnSeries &one : drawn) {
        const PeerRecord *record = book->record(one.peer);
        const ConnectionSettings *settings = book->settings(one.peer);
        if (!record || record->lastSample() || record->outside() || !settings)
            return tr("No pings in this time span.");
        isUnderway |= pingOutlook(*record, settings->keepalive, book->now()).inFlight > 0;
        const auto &opening = record->lastOpened();
        if (record->state() == ConnectionState::Open && opening && settings->keepalive.interval) {
            const nanoseconds open = book->now() - opening->time;
            const nanoseconds latest = std::max(nanoseconds(0), *settings->keepalive.interval - open);
            soonest = soonest ? std::min(*soonest, latest) : latest;
        }
    }
    if (isUnderway)
        return tr("The first ping is on its way.");
    if (soonest)
        return tr("First ping within %1.").arg(Formatter().age(std::chrono::ceil<seconds>(*soonest)));
    return tr("Nothing measured yet: not connected.");
}

/// The limit above which answers count as slow, and the user's latency thresholds, if visible.
std::vector<LatencyChart::Private::Threshold> LatencyChart::Private::thresholds() const
{
    std::vector<Threshold> found;
    if (isEmpty())
        return found;
    std::set<nanoseconds> slow;
    for (const DrawnSeries &one : drawn) {
        const ConnectionSettings *settings = q->state()->book()->settings(one.peer);
        if (settings && settings->keepalive.slowAfter)
            slow.insert(*settings->keepalive.slowAfter);
    }
    const auto add = [&](double ms, const QString &text) {
        if (ms >= scale.lower && ms <= scale.upper)
            found.push_back({std::floor(plot->yAxis->coordToPixel(ms)) + 0.5, text});
    };
    if (slow.size() <= mostSlowLines)
        for (const nanoseconds limit : slow)
            add(toMilliseconds(limit), tr("slow after %1").arg(q->state()->format().latency(limit)));
    for (const double ms : q->state()->thresholds())
        add(ms, q->state()->format().axisLatency(ms));
    return found;
}

void LatencyChart::Private::paintThresholds(QPainter *painter) const
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(StatusLook::lateColor(q->palette()), 1, Qt::DashLine));
    for (const Threshold &one : thresholds())
        painter->drawLine(QPointF(area().left(), one.y), QPointF(area().right(), one.y));
}

/// Above grid and curves, each on a background of its own: above its line, or below it at the upper edge.
void LatencyChart::Private::paintThresholdLabels(QPainter *painter) const
{
    constexpr double airAround = 3;
    const QFontMetricsF metrics(painter->font());
    QColor paper = q->palette().color(QPalette::Base);
    paper.setAlpha(225);
    QList<QRectF> taken;
    for (const Threshold &one : thresholds()) {
        const double above = one.y - metrics.height() - airAround;
        const QRectF label(area().left() + 6, above >= area().top() ? above : one.y + airAround,
                           metrics.horizontalAdvance(one.text) + 2 * airAround, metrics.height());
        if (std::any_of(taken.cbegin(), taken.cend(),
                        [&label](const QRectF &other) { return other.intersects(label); }))
            continue; // the axis shows where it is
        taken.append(label);
        painter->fillRect(label, paper);
        painter->setPen(StatusLook::lateColor(q->palette()));
        painter->drawText(label, Qt::AlignCenter, one.text);
    }
}

PlotPlaces LatencyChart::Private::places() const
{
    return {area(), scale.upper, [this](double time) { return plot->xAxis->coordToPixel(time); },
            [this](double ms) { return plot->yAxis->coordToPixel(ms); }};
}

void LatencyChart::Private::paintOverlay(QPainter *painter) const
{
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->setFont(q->font());
    if (isEmpty())
        ChartPainting::hint(painter, area(), emptyHint(), q->palette());
    paintThresholdLabels(painter);
    q->paintMark(painter, area());
    q->paintCrosshair(painter, area());
    if (!drawn.empty() && q->state()->crosshair()) {
        LatencyMarks::paintEmphasis(painter, places(), drawn, *q->state(), q->axis().reach(readoutReach),
                                    q->palette());
        q->paintReadout(painter, area());
    }
}

LatencyChart::LatencyChart(ChartState *state, QWidget *parent)
    : ChartView(state, parent)
    , d(std::make_unique<Private>(this))
{
    setMinimumHeight(90);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->plot);
    d->setUp();
    d->style();
    connect(state, &ChartState::pointedChanged, this, [this] { invalidate(); });
    connect(state->colors(), &PeerColors::changed, this, [this] { invalidate(); });
}

LatencyChart::~LatencyChart() = default;

void LatencyChart::rebuild()
{
    const ChartAxis time = axis();
    // A label that does not fit completely is not drawn: this leaves room for half of the outermost ones.
    const int half = std::max(narrowestAxisMargin, (fontMetrics().height() + 1) / 2 + 1);
    d->plot->axisRect()->setMargins(
        QMargins(static_cast<int>(time.left), half, width() - static_cast<int>(time.right), half));
    d->plot->axisRect()->setOuterRect(d->plot->viewport());
    const std::vector<DrawnSeries> before = std::exchange(d->drawn, {});
    const LatencyScale scaleBefore = d->scale;
    d->makeSeries();
    while (d->graphs.size() > d->drawn.size()) {
        const Graphs last = d->graphs.back();
        d->graphs.pop_back();
        last.high->setChannelFillGraph(nullptr);
        for (QCPGraph *graph : {last.peak, last.high, last.low, last.line})
            d->plot->removeGraph(graph);
    }
    for (qsizetype i = 0; i < static_cast<qsizetype>(d->drawn.size()); ++i)
        d->draw(i);
    d->fit();
    d->changed |= time != std::exchange(d->drawnAxis, time) || d->scale != scaleBefore || d->drawn != before;
}

void LatencyChart::paint(QPainter * /*painter*/)
{
    // The plot covers this widget and paints itself.
}

void LatencyChart::invalidate()
{
    ChartView::invalidate();
    d->replotSoon();
}

void LatencyChart::overlayChanged()
{
    if (isVisible() && !d->replotPending)
        d->plot->layer(QStringLiteral("overlay"))->replot();
}

QString LatencyChart::emptyHint() const
{
    return d->emptyHint();
}

const LatencyScale &LatencyChart::scale() const
{
    return d->scale;
}

QStringList LatencyChart::namedVantages() const
{
    return d->marks.named();
}

LatencyChart::Drawn LatencyChart::drawn() const
{
    Drawn sum;
    for (const DrawnSeries &one : d->drawn) {
        sum.points = std::max(sum.points, static_cast<int>(one.series.pointCount()));
        sum.timeouts += static_cast<int>(one.series.timeouts.size());
        sum.late += static_cast<int>(one.series.late.size());
        sum.bands += one.series.coarse ? 1 : 0;
        sum.gaps = std::max(sum.gaps, static_cast<int>(one.series.notMeasured.size()));
    }
    sum.clipped = d->marks.clipped().count();
    sum.clippedLabels = d->marks.clipped().labelled();
    sum.replots = d->replots;
    return sum;
}

/// The peer whose line is under the pointer.
std::optional<PeerId> LatencyChart::peerAt(const QPointF &place) const
{
    std::optional<PeerId> nearest;
    double least = reachOfPointer;
    const double time = d->plot->xAxis->pixelToCoord(place.x());
    for (const DrawnSeries &one : d->drawn) {
        const QVector<double> &times = one.series.times;
        const auto after = std::lower_bound(times.cbegin(), times.cend(), time) - times.cbegin();
        if (after == 0 || after >= times.size())
            continue;
        const double before = one.series.latencies.at(after - 1);
        const double next = one.series.latencies.at(after);
        const double gap = times.at(after) - times.at(after - 1);
        const double share = gap > 0 ? (time - times.at(after - 1)) / gap : 0;
        const double at =
            d->plot->yAxis->coordToPixel(before) * (1 - share) + d->plot->yAxis->coordToPixel(next) * share;
        const double distance = std::abs(at - place.y());
        if (distance < least) { // false for NaN, where the line is interrupted
            least = distance;
            nearest = one.peer;
        }
    }
    return nearest;
}

QSize LatencyChart::sizeHint() const
{
    return {760, 220};
}

void LatencyChart::changeEvent(QEvent *event)
{
    ChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        d->style();
    d->changed = true;
}

void LatencyChart::resizeEvent(QResizeEvent *event)
{
    d->changed = true;
    ChartView::resizeEvent(event);
}

void LatencyChart::showEvent(QShowEvent *event)
{
    ChartView::showEvent(event);
    d->changed = true;
    invalidate();
}

} // namespace Pongwatch
