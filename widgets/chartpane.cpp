// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chartpane.h"

#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "widgets/chart/chartactions.h"
#include "widgets/chart/chartcontrols.h"
#include "widgets/chart/chartinteraction.h"
#include "widgets/chart/chartreadout.h"
#include "widgets/chart/distributions.h"
#include "widgets/chart/feedview.h"
#include "widgets/chart/flaglane.h"
#include "widgets/chart/heatmapview.h"
#include "widgets/chart/histogramview.h"
#include "widgets/chart/hopsview.h"
#include "widgets/chart/latencyaxisdialog.h"
#include "widgets/chart/peertimelines.h"
#include "widgets/chart/rangedialog.h"
#include "widgets/chart/rangepanel.h"
#include "widgets/chart/splitview.h"
#include "widgets/chart/timeruler.h"
#include "widgets/latencychart.h"

#include <QAccessible>
#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSet>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Pongwatch
{

namespace
{

constexpr int marginRight = 18;
constexpr int narrowestMargin = 68;
constexpr int ticksADescription = 15;

} // namespace

ChartPane::ChartPane(SeriesSource *source, QWidget *parent)
    : QWidget(parent)
    , m_state(new ChartState(source, this))
    , m_timelines(new PeerTimelines(m_state, this))
    , m_distributions(new Distributions(m_state, this))
    , m_actions(new ChartActions(this))
    , m_interaction(new ChartInteraction(m_state, this))
    , m_chart(new LatencyChart(m_state, this))
    , m_heatMap(new HeatMapView(m_state, m_distributions, this))
    , m_histogram(new HistogramView(m_state, m_distributions, this))
    , m_split(new SplitView(m_state, this))
    , m_feed(new FeedView(m_state, this))
    , m_hops(new HopsView(m_state, this))
    , m_flags(new FlagLane(m_state, this))
    , m_ruler(new TimeRuler(m_state, this))
    , m_range(new RangePanel(m_state, this))
    , m_views(new QStackedWidget(this))
    , m_controls(new ChartControls(m_state, m_actions, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    addActions(m_actions->all());
    layOut();
    connectParts();
    connectActions();
    retranslate();
    alignAxes();
    m_clock.setTimerType(Qt::VeryCoarseTimer); // together with everything else that happens once a second
    m_soon.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &ChartPane::tick);
    connect(&m_soon, &QTimer::timeout, this, &ChartPane::tick);
    connect(m_state, &ChartState::becameStale, this, [this] {
        if (isVisible() && (!m_soon.isActive() || m_soon.intervalAsDuration() > milliseconds(0))) {
            const auto since =
                std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - m_ticked);
            // Together with the list, which shows it now, unless the chart was just drawn.
            const milliseconds left = m_state->cadence() - since;
            if (left <= m_state->cadence() / 2)
                m_soon.start(milliseconds(0));
            else if (!m_soon.isActive())
                m_soon.start(left);
        }
    });
    connect(m_state, &ChartState::spanChanged, this, &ChartPane::setClock);
    connect(m_state, &ChartState::liveChanged, this, &ChartPane::setClock);
    setClock();
}

void ChartPane::setClock()
{
    constexpr milliseconds everySecond(1000);
    // A live chart moves on even without measurements. One that stands still counts how far it is
    // behind.
    m_clock.setInterval(m_state->isLive() ? std::max(everySecond, 2 * m_state->cadence()) : everySecond);
}

void ChartPane::tick()
{
    m_ticked = std::chrono::steady_clock::now();
    m_soon.stop();
    if (m_clock.isActive())
        m_clock.start(); // for what moves on without measurements
    m_state->tick(static_cast<int>(m_chart->axis().width()));
    m_controls->showLag();
    if (++m_ticks % ticksADescription == 0)
        describe();
}

void ChartPane::layOut()
{
    m_actions->automaticScale->setChecked(m_state->isScaleAutomatic());
    m_actions->clipping->setChecked(m_state->isClipping());
    for (QWidget *view : {static_cast<QWidget *>(m_chart), static_cast<QWidget *>(m_heatMap),
                          static_cast<QWidget *>(m_histogram), static_cast<QWidget *>(m_split),
                          static_cast<QWidget *>(m_feed), static_cast<QWidget *>(m_hops)})
        m_views->addWidget(view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->setSpacing(0);
    layout->addWidget(m_controls);
    layout->addWidget(m_flags);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_ruler);
    layout->addWidget(m_range);

    QList<QWidget *> stops = m_controls->stops();
    stops += {m_chart, m_heatMap, m_histogram, m_split, m_feed, m_hops};
    for (qsizetype i = 1; i < stops.size(); ++i)
        setTabOrder(stops.at(i - 1), stops.at(i));
}

void ChartPane::connectParts()
{
    for (ChartView *view : {static_cast<ChartView *>(m_chart), static_cast<ChartView *>(m_heatMap),
                            static_cast<ChartView *>(m_split), static_cast<ChartView *>(m_feed),
                            static_cast<ChartView *>(m_hops), static_cast<ChartView *>(m_flags),
                            static_cast<ChartView *>(m_ruler)})
        m_interaction->watch(view);
    m_interaction->watch(m_histogram, false);
    connect(m_interaction, &ChartInteraction::menuWanted, this, &ChartPane::openMenu);
    connect(m_interaction, &ChartInteraction::clicked, this, [this](ChartView *view, const QPointF &place) {
        const FlagGroup *flag = view == m_flags ? m_flags->groupAt(place) : nullptr;
        if (flag) {
            m_flags->explain(place);
            askAbout(*flag);
        }
    });
    connect(m_interaction, &ChartInteraction::stepped, this, [this] {
        // The histogram has no time axis: keys move through pings there.
        const auto *view = qobject_cast<ChartView *>(m_views->currentWidget());
        say((view ? view : m_chart)->readout().spoken());
    });
    connect(m_interaction, &ChartInteraction::flagWanted, this, &ChartPane::goToFlag);
    connect(m_state, &ChartState::peersChanged, this, &ChartPane::showPeers);
    connect(m_state, &ChartState::spanChanged, this, &ChartPane::showSpan);
    connect(m_state, &ChartState::scaleChanged, this, &ChartPane::showScale);
    connect(m_state, &ChartState::markChanged, this,
            [this] { m_actions->zoomToMark->setEnabled(m_state->mark().has_value()); });
}

void ChartPane::connectActions()
{
    connect(m_actions->zoomIn, &QAction::triggered, this, [this] { m_state->zoom(1.5); });
    connect(m_actions->zoomOut, &QAction::triggered, this, [this] { m_state->zoom(1 / 1.5); });
    connect(m_actions->zoomToMark, &QAction::triggered, this, [this] {
        if (m_state->mark())
            m_state->show(*m_state->mark());
    });
    connect(m_actions->automaticScale, &QAction::toggled, m_state, &ChartState::setScaleAutomatic);
    connect(m_actions->logarithmic, &QAction::toggled, m_state, &ChartState::setLogarithmic);
    connect(m_actions->clipping, &QAction::toggled, m_state, &ChartState::setClipping);
    connect(m_actions->latencyAxis, &QAction::triggered, this, &ChartPane::askForAxis);
    connect(m_actions->pickRange, &QAction::triggered, this, &ChartPane::pickRange);
    connect(m_actions->spans, &QActionGroup::triggered, this,
            [this](const QAction *action) { m_state->setSpan(seconds(action->data().toLongLong())); });
    connect(m_actions->views, &QActionGroup::triggered, this,
            [this](const QAction *action) { setView(static_cast<View>(action->data().toInt())); });
    connect(m_actions->addNote, &QAction::triggered, this, [this] {
        const WallTime middle = m_state->range().from + m_state->span() / 2;
        Q_EMIT noteWanted(m_state->crosshair().value_or(m_state->isLive() ? m_state->now() : middle));
    });
    connect(m_actions->copyPicture, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setImage(grab().toImage()); });
}

void ChartPane::setPeers(const QList<PeerId> &peers, bool chosen)
{
    // Peers already shown keep their places.
    const QSet<PeerId> wanted(peers.cbegin(), peers.cend());
    const QSet<PeerId> shown(m_peers.cbegin(), m_peers.cend());
    QList<PeerId> ordered;
    std::copy_if(m_peers.cbegin(), m_peers.cend(), std::back_inserter(ordered),
                 [&wanted](PeerId peer) { return wanted.contains(peer); });
    std::copy_if(peers.cbegin(), peers.cend(), std::back_inserter(ordered),
                 [&shown](PeerId peer) { return !shown.contains(peer); });
    if (ordered != m_peers) {
        m_peers = ordered;
        m_state->setPeers(ordered, chosen);
        showPeers();
    }
}

void ChartPane::showPeers()
{
    m_controls->showPeers(std::max<qsizetype>(0, m_peers.size() - m_state->peers().size()));
    alignAxes();
    describe();
}

void ChartPane::setNotebook(const Notebook *notebook)
{
    m_flags->setNotebook(notebook);
    m_actions->addNote->setVisible(notebook != nullptr);
}

void ChartPane::setView(View view)
{
    const auto place = static_cast<int>(view);
    m_actions->views->actions().at(place)->setChecked(true);
    if (place == m_views->currentIndex())
        return;
    const bool focused = m_views->currentWidget()->hasFocus();
    m_distributions->rest();
    m_views->setCurrentIndex(place);
    static_cast<ChartView *>(m_views->currentWidget())->refresh(); // NOLINT(*-static-cast-downcast): all are
    if (focused)
        m_views->currentWidget()->setFocus();
    Q_EMIT lookChanged();
}

ChartPane::View ChartPane::view() const
{
    return static_cast<View>(m_views->currentIndex());
}

void ChartPane::focusMoment(WallTime moment)
{
    m_state->show({moment - m_state->span() / 2, moment + m_state->span() / 2});
    m_state->setCrosshair(moment);
}

QByteArray ChartPane::saveLook() const
{
    QJsonArray thresholds;
    for (const double ms : m_state->thresholds())
        thresholds.append(ms);
    QJsonArray fixed;
    if (const auto &ends = m_state->fixedScale())
        fixed = {ends->first, ends->second};
    const QJsonObject look{{QStringLiteral("view"), static_cast<int>(view())},
                           {QStringLiteral("span_s"), toSeconds(m_state->span())},
                           {QStringLiteral("automatic"), m_state->isScaleAutomatic()},
                           {QStringLiteral("logarithmic"), m_state->isLogarithmic()},
                           {QStringLiteral("cut_outliers"), m_state->isClipping()},
                           {QStringLiteral("thresholds_ms"), thresholds},
                           {QStringLiteral("axis_ms"), fixed}};
    return QJsonDocument(look).toJson(QJsonDocument::Compact);
}

void ChartPane::restoreLook(const QByteArray &look)
{
    const QJsonObject object = QJsonDocument::fromJson(look).object();
    const int view = object.value(QStringLiteral("view")).toInt(0);
    if (view >= 0 && view < m_views->count())
        setView(static_cast<View>(view));
    const double span = object.value(QStringLiteral("span_s")).toDouble(0);
    if (span > 0 && span < 1e8)
        m_state->startWith(std::chrono::duration_cast<microseconds>(fromSeconds(span)));
    const bool logarithmic = object.value(QStringLiteral("logarithmic")).toBool();
    m_state->setLogarithmic(logarithmic);
    m_state->setScaleAutomatic(object.value(QStringLiteral("automatic")).toBool(!logarithmic));
    m_state->setClipping(object.value(QStringLiteral("cut_outliers")).toBool(true));
    QList<double> thresholds;
    const QJsonArray lines = object.value(QStringLiteral("thresholds_ms")).toArray();
    for (const auto line : lines)
        thresholds.append(line.toDouble());
    m_state->setThresholds(thresholds);
    const QJsonArray axis = object.value(QStringLiteral("axis_ms")).toArray();
    m_state->setFixedScale(axis.size() == 2
                               ? std::optional(std::pair(axis.at(0).toDouble(), axis.at(1).toDouble()))
                               : std::nullopt);
}

void ChartPane::retranslate()
{
    m_actions->retranslate();
    m_controls->retranslate();
    m_chart->setAccessibleName(tr("Latency chart"));
    m_heatMap->setAccessibleName(tr("Heat map of latencies"));
    m_histogram->setAccessibleName(tr("Distribution of latencies"));
    m_split->setAccessibleName(tr("Network and peer"));
    m_feed->setAccessibleName(tr("Feed"));
    m_hops->setAccessibleName(tr("Network paths"));
    m_flags->setAccessibleName(tr("Ends and notes"));
    m_ruler->setAccessibleName(tr("Time axis"));
    showSpan();
    alignAxes();
}

void ChartPane::showSpan()
{
    const auto shown = std::chrono::round<seconds>(m_state->span());
    const auto count = static_cast<qlonglong>(shown.count());
    for (QAction *action : m_actions->spans->actions())
        action->setChecked(action->data().toLongLong() == count);
    Q_EMIT lookChanged();
}

void ChartPane::askAbout(const FlagGroup &group)
{
    const auto about = std::find_if(group.flags.cbegin(), group.flags.cend(), [](const ChartFlag &flag) {
        return flag.kind != ChartFlag::Kind::Note && flag.series >= 0;
    });
    if (about != group.flags.cend() && about->series < m_state->peers().size())
        Q_EMIT happeningWanted(m_state->peers().at(about->series), about->at);
}

void ChartPane::pickRange()
{
    auto *dialog = new RangeDialog(m_state->range(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_state->show(dialog->range()); });
    dialog->open();
}

void ChartPane::askForAxis()
{
    auto *dialog = new LatencyAxisDialog(*m_state, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_state->setFixedScale(dialog->fixedScale());
        m_state->setThresholds(dialog->thresholds());
    });
    dialog->open();
}

void ChartPane::showScale()
{
    m_actions->automaticScale->setChecked(m_state->isScaleAutomatic());
    m_actions->logarithmic->setChecked(m_state->isLogarithmic());
    m_actions->clipping->setChecked(m_state->isClipping());
    Q_EMIT lookChanged();
}

void ChartPane::alignAxes()
{
    const int labels = fontMetrics().horizontalAdvance(m_state->format().axisLatency(0.075)) + 14;
    const int left = std::max(narrowestMargin, labels);
    for (ChartView *view : {static_cast<ChartView *>(m_chart), static_cast<ChartView *>(m_heatMap),
                            static_cast<ChartView *>(m_histogram), static_cast<ChartView *>(m_split),
                            static_cast<ChartView *>(m_feed), static_cast<ChartView *>(m_hops),
                            static_cast<ChartView *>(m_flags), static_cast<ChartView *>(m_ruler)})
        view->setMargins(left, marginRight);
}

void ChartPane::describe()
{
    if (m_state->crosshair())
        return; // the readout there takes precedence
    const TimeRange range = m_state->range();
    QStringList parts{tr("%1 to %2", "moment, moment")
                          .arg(m_state->format().moment(range.from, m_state->now()),
                               m_state->format().moment(range.to, m_state->now()))};
    for (const PeerId peer : m_state->lines()) {
        LatencyHistogram latencies;
        quint32 timeouts = 0;
        for (const SeriesBucket &bucket : m_state->source()->buckets(peer, range.from, range.to, 60)) {
            timeouts += bucket.timeouts;
            if (bucket.mean)
                latencies.add(*bucket.mean);
        }
        const auto middle = latencies.quantile(0.5);
        parts.append(tr("%1: median %2, %3", "peer, latency, timeouts")
                         .arg(m_state->nameOfLine(peer),
                              middle ? m_state->format().latency(*middle) : QStringLiteral("–"),
                              tr("%n timeout(s)", nullptr, static_cast<int>(timeouts))));
    }
    m_views->currentWidget()->setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

void ChartPane::say(const QString &text)
{
    m_views->currentWidget()->setAccessibleDescription(text);
    QAccessibleValueChangeEvent event(m_views->currentWidget(), text);
    QAccessible::updateAccessibility(&event);
}

void ChartPane::goToFlag(bool forward)
{
    const TimeRange range = m_state->range();
    const WallTime from = m_state->crosshair().value_or(forward ? range.from : range.to);
    if (const FlagGroup *group = m_flags->neighbour(from, forward)) {
        const QString text = ChartFlags::text(*group, m_state->now(), m_state->format());
        const QPointF place(group->x, 1);
        m_state->setCrosshair(group->flags.front().at);
        askAbout(*group);
        m_flags->explain(place);
        say(text);
    }
}

void ChartPane::openMenu(ChartView *view, const QPoint &place, WallTime moment)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const FlagGroup *group =
        view == m_flags ? m_flags->groupAt(m_flags->mapFromGlobal(QPointF(place))) : nullptr;
    if (group && group->hasNote()) {
        const qint64 note = group->flags.front().note;
        menu->addAction(tr("&Edit Note…"), this, [this, note] { Q_EMIT noteEditWanted(note); });
        menu->addAction(tr("&Remove Note"), this, [this, note] { Q_EMIT noteRemovalWanted(note); });
        menu->addSeparator();
    }
    if (m_actions->addNote->isVisible())
        menu->addAction(tr("Add a &Note Here…"), this, [this, moment] { Q_EMIT noteWanted(moment); });
    menu->addActions({m_actions->zoomIn, m_actions->zoomOut, m_actions->zoomToMark, m_actions->pickRange});
    menu->addSeparator();
    menu->addActions(m_actions->views->actions());
    menu->addSeparator();
    menu->addActions(
        {m_actions->automaticScale, m_actions->logarithmic, m_actions->clipping, m_actions->latencyAxis});
    menu->addSeparator();
    menu->addAction(m_actions->copyPicture);
    menu->popup(place);
}

void ChartPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChartPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_clock.start();
}

void ChartPane::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    QWidget::hideEvent(event);
}

} // namespace Pongwatch
