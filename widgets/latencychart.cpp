// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latencychart.h"

#include "items/peerbook.h"
#include "items/seriessource.h"
#include "items/wording.h"
#include "widgets/chartpainting.h"
#include "widgets/chartseries.h"
#include "widgets/charttimeline.h"
#include "widgets/statuslook.h"

#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

// The plotting library's header is written with Qt's keywords, which this project is built without.
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

/// One peer's series in its colour.
struct DrawnSeries {
    PeerId peer{};
    QString name;
    QColor color;
    ChartSeries series;
};

/// Anything that is painted over or under the lines.
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

/// Labels the ticks of a latency axis with their unit.
template <typename Base>
class LatencyTicker final : public Base
{
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar /*format*/, int /*precision*/) override
    {
        return Wording::axisLatency(tick, locale);
    }
};

QSharedPointer<QCPAxisTicker> latencyTicker(bool logarithmic)
{
    if (logarithmic) {
        return QSharedPointer<QCPAxisTicker>(new LatencyTicker<QCPAxisTickerLog>);
    }
    return QSharedPointer<QCPAxisTicker>(new LatencyTicker<QCPAxisTicker>);
}

} // namespace

class LatencyChart::Private
{
public:
    Private(LatencyChart *chart, const SeriesSource *seriesSource)
        : q(chart)
        , source(seriesSource)
        , book(seriesSource->book())
        , plot(new QCustomPlot(chart))
        , timeline(book->now())
    {
    }

    void setUp();
    void style();
    void rebuild();
    void fitLatencyAxis();
    void labelTimeAxis();
    void replotSoon() { plot->replot(QCustomPlot::rpQueuedReplot); }
    void hover(const QPointF &pixel);
    void moved(bool wasLive);
    void pan(double share);
    void zoom(double factor, WallTime anchor);
    void paintShading(QPainter *painter) const;
    void paintMarks(QPainter *painter) const;
    void paintReadout(QPainter *painter) const;
    [[nodiscard]] double x(double time) const { return plot->xAxis->coordToPixel(time); }
    [[nodiscard]] QRect area() const { return plot->axisRect()->rect(); }
    [[nodiscard]] ChartPainting::ReadoutLine readoutLine(const DrawnSeries &one, WallTime moment,
                                                         microseconds reach) const;

    LatencyChart *q;
    const SeriesSource *source;
    const PeerBook *book; // the source's
    QCustomPlot *plot;    // owned by q
    ChartTimeline timeline;
    QList<PeerId> peers;
    std::vector<DrawnSeries> drawn;
    QCPItemText *hint = nullptr; // owned by plot
    QSharedPointer<QCPAxisTickerDateTime> timeTicker{new QCPAxisTickerDateTime};
    QTimer clock; // moves a live chart while nothing happens
    bool logarithmic = false;
    bool stale = true; // what is drawn is older than the book
    std::optional<QPointF> dragFrom;
    std::optional<QPointF> pointer; // over the plot
};

void LatencyChart::Private::setUp()
{
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setNoAntialiasingOnDrag(true);
    plot->setPlottingHint(QCP::phCacheLabels, true);
    plot->setMouseTracking(true);
    plot->installEventFilter(q);
    plot->addLayer(QStringLiteral("shading"), plot->layer(QStringLiteral("grid")), QCustomPlot::limBelow);
    plot->addLayer(QStringLiteral("marks"), plot->layer(QStringLiteral("main")), QCustomPlot::limAbove);

    // Owned by the plot.
    new PaintedItem(plot, QStringLiteral("shading"), [this](QPainter *painter) { paintShading(painter); });
    new PaintedItem(plot, QStringLiteral("marks"), [this](QPainter *painter) { paintMarks(painter); });
    new PaintedItem(plot, QStringLiteral("overlay"), [this](QPainter *painter) { paintReadout(painter); });
    hint = new QCPItemText(plot);
    hint->setLayer(QStringLiteral("overlay"));
    hint->position->setType(QCPItemPosition::ptAxisRectRatio);
    hint->position->setCoords(0.5, 0.5);

    plot->xAxis->setTicker(timeTicker);
    plot->yAxis->setTicker(latencyTicker(false));
    plot->axisRect()->setupFullAxesBox(false);
    plot->xAxis2->setVisible(false);
    plot->yAxis2->setVisible(false);
    plot->axisRect()->setMinimumMargins(QMargins(68, 10, 18, 28));

    clock.setInterval(milliseconds(200));
    QObject::connect(&clock, &QTimer::timeout, q, [this] {
        if (stale || timeline.isLive()) {
            q->refresh();
        }
    });
    QObject::connect(source, &SeriesSource::changed, q,
                     [this](PeerId peer) { stale |= peers.contains(peer); });
    QObject::connect(book, &PeerBook::peerRemoved, q, [this](PeerId peer) {
        if (peers.removeOne(peer)) {
            q->refresh();
        }
    });
}

void LatencyChart::Private::style()
{
    const QPalette palette = q->palette();
    const QColor quiet = StatusLook::quietText(palette);
    const QColor line = StatusLook::hairline(palette);
    plot->setBackground(palette.color(QPalette::Base));
    for (QCPAxis *axis : {plot->xAxis, plot->yAxis}) {
        axis->setBasePen(QPen(line));
        axis->setTickPen(QPen(line));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(quiet);
        axis->setTickLabelFont(q->font());
        axis->setLabelColor(quiet);
        axis->setLabelFont(q->font());
        axis->grid()->setPen(QPen(line, 1, Qt::SolidLine));
        axis->grid()->setZeroLinePen(QPen(line));
        axis->setTickLengthIn(0);
        axis->setTickLabelPadding(7);
    }
    plot->yAxis->setBasePen(Qt::NoPen);
    plot->yAxis->setTickPen(Qt::NoPen);
    plot->xAxis->grid()->setVisible(false);
    hint->setColor(quiet);
    hint->setFont(q->font());
}

void LatencyChart::Private::rebuild()
{
    const WallTime now = book->now();
    timeline.advance(now);
    plot->xAxis->setRange(toChartTime(timeline.from()), toChartTime(timeline.to()));
    const int pixels = std::max(1, plot->axisRect()->width());

    drawn.clear();
    while (plot->graphCount() > peers.size()) {
        plot->removeGraph(plot->graphCount() - 1);
    }
    for (qsizetype i = 0; i < peers.size(); ++i) {
        const PeerRecord *record = book->record(peers.at(i));
        if (!record) {
            continue;
        }
        const QColor color = StatusLook::seriesColor(i, q->palette());
        drawn.push_back({peers.at(i), record->name(), color,
                         makeChartSeries(*source, peers.at(i), timeline.from(), timeline.to(), now, pixels)});
        QCPGraph *graph = i < plot->graphCount() ? plot->graph(static_cast<int>(i)) : plot->addGraph();
        const ChartSeries &series = drawn.back().series;
        graph->setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const bool sparse = series.times.size() * 10 < pixels;
        graph->setScatterStyle(sparse ? QCPScatterStyle(QCPScatterStyle::ssDisc, color, 4.5)
                                      : QCPScatterStyle());
        graph->setData(series.times, series.latencies, true);
    }
    fitLatencyAxis();
    labelTimeAxis();
    const bool empty = std::all_of(drawn.cbegin(), drawn.cend(), [](const DrawnSeries &one) {
        return one.series.times.isEmpty() && one.series.timeouts.isEmpty() &&
               one.series.withoutConnection.isEmpty();
    });
    hint->setVisible(empty);
    hint->setText(drawn.empty() ? tr("Select a peer to see how it answers.")
                                : tr("No pings in this stretch of time yet."));
    stale = false;
}

void LatencyChart::Private::fitLatencyAxis()
{
    double largest = 0;
    double smallest = 0;
    for (const DrawnSeries &one : drawn) {
        largest = std::max(largest, one.series.largestMs);
        if (one.series.smallestMs > 0 && (smallest == 0 || one.series.smallestMs < smallest)) {
            smallest = one.series.smallestMs;
        }
    }
    if (logarithmic) {
        const double lower = smallest > 0 ? std::pow(10.0, std::floor(std::log10(smallest))) : 0.1;
        plot->yAxis->setRange(lower, std::max(lower * 10, axisCeiling(largest * 1.2)));
    } else {
        plot->yAxis->setRange(0, axisCeiling(largest * 1.08));
    }
}

void LatencyChart::Private::labelTimeAxis()
{
    using namespace std::chrono_literals;
    const microseconds span = timeline.span();
    timeTicker->setDateTimeFormat(span <= 20min ? QStringLiteral("HH:mm:ss")
                                  : span <= 24h ? QStringLiteral("HH:mm")
                                                : QStringLiteral("d MMM HH:mm"));
    timeTicker->setTickCount(std::max(2, plot->axisRect()->width() / 130));
}

ChartPainting::ReadoutLine LatencyChart::Private::readoutLine(const DrawnSeries &one, WallTime moment,
                                                              microseconds reach) const
{
    const auto sample = nearestSample(*source, one.peer, moment, reach);
    QString value = tr("no ping");
    if (sample && sample->outcome == PingOutcome::Answered) {
        value = Wording::latency(sample->rtt);
    } else if (sample && hasRoundTrip(sample->outcome)) {
        value = tr("%1, %2").arg(Wording::latency(sample->rtt), Wording::outcome(sample->outcome));
    } else if (sample) {
        value = Wording::outcome(sample->outcome);
    }
    return {one.color, tr("%1: %2", "peer: value").arg(one.name, value)};
}

void LatencyChart::Private::paintShading(QPainter *painter) const
{
    for (const DrawnSeries &one : drawn) {
        const QColor color = drawn.size() == 1 ? StatusLook::quietText(q->palette()) : one.color;
        for (const ChartSeries::Span &span : one.series.withoutConnection) {
            const QRectF rect(QPointF(x(span.from), area().top()), QPointF(x(span.to), area().bottom()));
            ChartPainting::shade(painter, rect, color);
        }
    }
}

void LatencyChart::Private::paintMarks(QPainter *painter) const
{
    for (const DrawnSeries &one : drawn) {
        for (const double time : one.series.timeouts) {
            ChartPainting::timeout(painter, area(), x(time), q->palette());
        }
        for (const ChartSeries::Point &point : one.series.late) {
            const QPointF center(x(point.time), plot->yAxis->coordToPixel(point.ms));
            ChartPainting::late(painter, center, q->palette());
        }
    }
}

void LatencyChart::Private::paintReadout(QPainter *painter) const
{
    if (!pointer || drawn.empty() || !area().contains(pointer->toPoint())) {
        return;
    }
    const WallTime moment = fromChartTime(plot->xAxis->pixelToCoord(pointer->x()));
    const microseconds reach = timeline.span() * 12 / std::max(1, area().width()) + milliseconds(1);
    QList<ChartPainting::ReadoutLine> lines;
    for (const DrawnSeries &one : drawn) {
        lines.append(readoutLine(one, moment, reach));
    }
    ChartPainting::readout(painter, area(), pointer->x(), Wording::moment(moment, book->now()), lines,
                           q->palette(), q->font());
}

void LatencyChart::Private::moved(bool wasLive)
{
    q->refresh();
    if (timeline.isLive() != wasLive) {
        Q_EMIT q->liveChanged(timeline.isLive());
    }
}

void LatencyChart::Private::pan(double share)
{
    const bool wasLive = timeline.isLive();
    timeline.pan(share, book->now());
    moved(wasLive);
}

void LatencyChart::Private::zoom(double factor, WallTime anchor)
{
    timeline.zoom(factor, anchor);
    moved(timeline.isLive());
    Q_EMIT q->spanChanged(timeline.span());
}

LatencyChart::LatencyChart(const SeriesSource *source, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, source))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Latency chart"));
    setMinimumHeight(160);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->plot);
    d->setUp();
    d->style();
}

LatencyChart::~LatencyChart() = default;

void LatencyChart::setPeers(const QList<PeerId> &peers)
{
    d->peers = peers.mid(0, mostPeers);
    QStringList names;
    for (const PeerId peer : std::as_const(d->peers)) {
        if (const PeerRecord *record = d->book->record(peer)) {
            names.append(record->name());
        }
    }
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    refresh();
}

const QList<PeerId> &LatencyChart::peers() const
{
    return d->peers;
}

void LatencyChart::setLive(bool live)
{
    if (live == d->timeline.isLive()) {
        return;
    }
    if (live) {
        d->timeline.goLive(d->book->now());
    } else {
        d->timeline.freeze();
    }
    d->moved(!live);
}

bool LatencyChart::isLive() const
{
    return d->timeline.isLive();
}

void LatencyChart::setSpan(microseconds span)
{
    d->timeline.setSpan(span);
    refresh();
    Q_EMIT spanChanged(d->timeline.span());
}

void LatencyChart::focusMoment(WallTime moment)
{
    const auto right = moment + d->timeline.span() / 2;
    const auto away = std::chrono::duration<double>(right - d->timeline.to());
    const bool wasLive = d->timeline.isLive();
    d->timeline.pan(away / std::chrono::duration<double>(d->timeline.span()), d->book->now());
    d->moved(wasLive);
}

microseconds LatencyChart::span() const
{
    return d->timeline.span();
}

void LatencyChart::setLogarithmic(bool logarithmic)
{
    d->logarithmic = logarithmic;
    d->plot->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    d->plot->yAxis->setTicker(latencyTicker(logarithmic));
    refresh();
}

void LatencyChart::refresh()
{
    d->rebuild();
    d->replotSoon();
}

int LatencyChart::drawnTimeouts() const
{
    qsizetype count = 0;
    for (const DrawnSeries &one : d->drawn) {
        count += one.series.timeouts.size();
    }
    return static_cast<int>(count);
}

QSize LatencyChart::sizeHint() const
{
    return {760, 280};
}

void LatencyChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LanguageChange) {
        d->style();
        refresh();
    }
}

void LatencyChart::keyPressEvent(QKeyEvent *event)
{
    const WallTime middle = d->timeline.from() + d->timeline.span() / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        d->pan(-0.1);
        break;
    case Qt::Key_Right:
        d->pan(0.1);
        break;
    case Qt::Key_PageUp:
        d->pan(-0.9);
        break;
    case Qt::Key_PageDown:
        d->pan(0.9);
        break;
    case Qt::Key_Home:
        d->pan(-toSeconds(std::chrono::hours(1)) / toSeconds(d->timeline.span()));
        break;
    case Qt::Key_End:
        setLive(true);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        d->zoom(1.5, middle);
        break;
    case Qt::Key_Minus:
        d->zoom(1 / 1.5, middle);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool LatencyChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != d->plot) {
        return QWidget::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::Wheel: {
        const auto *wheel =
            static_cast<QWheelEvent *>(event); // NOLINT(*-static-cast-downcast): the type says so
        const double factor = std::pow(1.25, wheel->angleDelta().y() / 120.0);
        d->zoom(factor, fromChartTime(d->plot->xAxis->pixelToCoord(wheel->position().x())));
        return true;
    }
    case QEvent::MouseButtonPress: {
        setFocus(Qt::MouseFocusReason);
        const auto *mouse = static_cast<QMouseEvent *>(event); // NOLINT(*-static-cast-downcast)
        if (mouse->button() == Qt::LeftButton) {
            d->dragFrom = mouse->position();
        }
        return true;
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event); // NOLINT(*-static-cast-downcast)
        if (d->dragFrom) {
            const double moved = d->dragFrom->x() - mouse->position().x();
            d->dragFrom = mouse->position();
            d->pan(moved / std::max(1, d->plot->axisRect()->width()));
        }
        d->pointer = mouse->position();
        d->replotSoon();
        return true;
    }
    case QEvent::MouseButtonRelease:
        d->dragFrom.reset();
        return true;
    case QEvent::Leave:
        d->pointer.reset();
        d->replotSoon();
        return false;
    case QEvent::Resize:
        d->stale = true;
        return false;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void LatencyChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    d->clock.start();
}

void LatencyChart::hideEvent(QHideEvent *event)
{
    d->clock.stop();
    QWidget::hideEvent(event);
}

} // namespace Pongwatch
