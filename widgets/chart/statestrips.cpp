// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/statestrips.h"

#include "past/seriessource.h"
#include "peers/peerbook.h"
#include "text/wording.h"
#include "widgets/chart/chartpainting.h"
#include "widgets/chart/incident.h"
#include "widgets/statuslook.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double stripGap = 3;
constexpr int swatch = 20;       // the peer's line beside its name
constexpr double lowestRow = 13; // a name can still be read
constexpr int leastRows = 3;
constexpr int barWidth = 12;

Qt::BrushStyle patternOf(Health health)
{
    switch (health) {
    case Health::Waiting:
    case Health::Closed:
        return Qt::BDiagPattern;
    case Health::Connecting:
        return Qt::Dense6Pattern;
    case Health::Slow:
        return Qt::FDiagPattern;
    case Health::Failed:
        return Qt::DiagCrossPattern;
    case Health::Paused:
        return Qt::HorPattern;
    case Health::Ok:
    case Health::TimedOut:
        break;
    }
    return Qt::NoBrush;
}

/// How strong the fill under the pattern is.
int strengthOf(Health health, bool dark)
{
    switch (health) {
    case Health::Ok:
        return dark ? 70 : 56;
    case Health::TimedOut:
        return 255;
    case Health::Failed:
        return 120;
    case Health::Paused:
        return 24;
    default:
        return 72;
    }
}

/// 2: in trouble at the end of what is shown; 1: it was before; 0: it never was.
int urgencyOf(const std::vector<StateBand> &bands)
{
    const auto isTrouble = [](const StateBand &band) { return StatusLook::isTrouble(band.health); };
    if (!bands.empty() && isTrouble(bands.back())) {
        return 2;
    }
    return std::any_of(bands.cbegin(), bands.cend(), isTrouble) ? 1 : 0;
}

} // namespace

StateStrips::StateStrips(ChartState *state, QWidget *parent)
    : ChartView(state, parent)
    , m_bar(new QScrollBar(Qt::Vertical, this))
{
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_bar->setFocusPolicy(Qt::NoFocus);
    m_bar->hide();
    connect(m_bar, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    connect(state, &ChartState::peersChanged, this, [this] {
        updateGeometry();
        showBar();
    });
}

double StateStrips::comfortableRow() const
{
    return fontMetrics().height() + stripGap + 1;
}

double StateStrips::rowHeight() const
{
    const auto rows = static_cast<double>(std::max<qsizetype>(1, state()->peers().size()));
    const double room = std::max(m_room, comfortableRow() * leastRows);
    return std::max(lowestRow, std::min(comfortableRow(), room / rows));
}

/// How many rows are seen at once.
int StateStrips::rowsInSight() const
{
    const auto rows = static_cast<int>(state()->peers().size());
    const double room = std::max(m_room, comfortableRow() * leastRows);
    return std::clamp(static_cast<int>(room / rowHeight() + 1e-6), std::min(rows, leastRows),
                      std::max(rows, 0));
}

void StateStrips::setRoom(double room)
{
    const QSize before = sizeHint();
    m_room = room;
    if (sizeHint() != before) {
        updateGeometry();
        invalidate();
    }
    showBar();
}

QSize StateStrips::sizeHint() const
{
    const int rows = rowsInSight();
    return {400, static_cast<int>(std::ceil(rows * rowHeight()) + (rows > 0 ? stripGap : 0))};
}

/// Lies in the margin, so that the time axis is where it is in the other views.
void StateStrips::showBar()
{
    const int hidden = static_cast<int>(state()->peers().size()) - rowsInSight();
    m_bar->setRange(0, std::max(0, hidden));
    m_bar->setPageStep(rowsInSight());
    m_bar->setGeometry(width() - barWidth, static_cast<int>(stripGap), barWidth,
                       height() - static_cast<int>(stripGap));
    m_bar->setVisible(hidden > 0);
}

void StateStrips::resizeEvent(QResizeEvent *event)
{
    ChartView::resizeEvent(event);
    showBar();
}

bool StateStrips::scrollsAt(const QPointF &place) const
{
    return m_bar->maximum() > 0 && place.x() < axis().left;
}

void StateStrips::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_bar, event);
}

void StateStrips::keyPressEvent(QKeyEvent *event)
{
    if (m_bar->maximum() > 0 && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        m_bar->triggerAction(event->key() == Qt::Key_Up ? QAbstractSlider::SliderSingleStepSub
                                                        : QAbstractSlider::SliderSingleStepAdd);
        return;
    }
    ChartView::keyPressEvent(event);
}

QSize StateStrips::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

int StateStrips::wantedMargin() const
{
    int widest = 0;
    for (const PeerId peer : state()->peers()) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(state()->nameOf(peer)));
    }
    return widest + swatch + 22;
}

void StateStrips::rebuild()
{
    const ChartState *chart = state();
    const ChartAxis time = axis();
    const TimeRange range{time.range.from, std::min(time.range.to, chart->now())};
    m_rows.clear();
    for (const PeerId peer : chart->peers()) {
        const auto states = range.length() > microseconds(0)
                                ? chart->source()->states(peer, range.from, range.to)
                                : std::vector<StateSpan>();
        m_rows.append({peer, m_rows.size(), chart->nameOf(peer), stateBands(states, time)});
    }
    // Those that are in trouble now, then those that were, are the first to be seen where not all are.
    if (m_rows.size() > rowsInSight()) {
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [](const Row &a, const Row &b) { return urgencyOf(a.bands) > urgencyOf(b.bands); });
    }
}

QString StateStrips::words(const StateBand &band) const
{
    const ChartAxis time = axis();
    const bool goesOn = time.range.to + seconds(1) >= state()->now();
    const bool isWhole = band.left > time.left + 0.5 && (goesOn || band.right < time.right - 0.5);
    const QString word = Wording::health(band.health);
    return isWhole ? tr("%1 %2", "state, how long")
                         .arg(word, Wording::format().briefDuration(band.to - band.from))
                   : word;
}

void StateStrips::paintBand(QPainter *painter, const QRectF &rect, const StateBand &band) const
{
    const Health health = band.health;
    const QColor color = StatusLook::healthColor(health, palette());
    const bool dark = StatusLook::isDark(palette());
    QColor fill = color;
    fill.setAlpha(strengthOf(health, dark));
    painter->fillRect(rect, fill);
    if (patternOf(health) != Qt::NoBrush) {
        QColor hatch = color;
        hatch.setAlpha(190);
        painter->fillRect(rect, QBrush(hatch, patternOf(health)));
    }
    // The shape and the word, where there is room.
    const double side = std::min(rect.height() - 2, 12.0);
    if (side < 8 || rect.width() < side + 6 || health == Health::Ok) {
        return;
    }
    const bool high = rect.height() >= painter->fontMetrics().height() - 2;
    const auto fits = [&](const QString &text) {
        return high && rect.width() >= side + painter->fontMetrics().horizontalAdvance(text) + 16;
    };
    const QString whole = words(band);
    const QString word = fits(whole) ? whole : Wording::health(health);
    const bool wordFits = fits(word);
    const double wordWidth = painter->fontMetrics().horizontalAdvance(word);
    const QColor paper = palette().color(QPalette::Base);
    const bool solid = health == Health::TimedOut;
    const QRectF label(rect.left() + 3, rect.top(), side + (wordFits ? wordWidth + 10 : 4), rect.height());
    if (!solid) {
        painter->fillRect(label & rect, paper);
    }
    const QColor ink = solid ? (dark ? QColor(Qt::black) : QColor(Qt::white)) : color;
    const QRectF square(label.left() + 2, rect.center().y() - side / 2, side, side);
    StatusLook::paintShape(painter, square, health, ink);
    if (wordFits) {
        painter->setPen(ink);
        painter->drawText(label.adjusted(side + 6, 0, 2, 0), Qt::AlignVCenter, word);
    }
}

void StateStrips::paintRow(QPainter *painter, const Row &row, qsizetype place) const
{
    const ChartAxis time = axis();
    const double top = static_cast<double>(place) * rowHeight() + stripGap;
    const QRectF area(time.left, top, time.width(), rowHeight() - stripGap);
    const QRectF name(6 + swatch, top, time.left - swatch - 12, area.height());
    // As in the chart: peers of one colour differ by their dashes.
    painter->setPen(QPen(StatusLook::seriesColor(row.series, palette()), 2, StatusLook::seriesPen(row.series),
                         Qt::FlatCap));
    const double middle = std::floor(area.center().y()) + 0.5;
    painter->drawLine(QPointF(5, middle), QPointF(swatch, middle));
    painter->setPen(palette().color(QPalette::Text));
    painter->drawText(
        name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
        painter->fontMetrics().elidedText(row.name, Qt::ElideMiddle, static_cast<int>(name.width())));
    QColor empty = StatusLook::hairline(palette());
    empty.setAlpha(110);
    painter->fillRect(QRectF(area.left(), area.center().y() - 0.5, area.width(), 1), empty);
    for (const StateBand &band : row.bands) {
        paintBand(painter, QRectF(QPointF(band.left, area.top()), QPointF(band.right, area.bottom())), band);
    }
}

void StateStrips::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    QFont small = font();
    if (rowHeight() - stripGap < fontMetrics().height()) {
        small.setPixelSize(std::max(9, static_cast<int>(rowHeight() - stripGap)));
    }
    painter->setFont(small);
    const qsizetype first = m_bar->value();
    for (qsizetype i = 0; i < rowsInSight() && first + i < m_rows.size(); ++i) {
        paintRow(painter, m_rows.at(first + i), i);
    }
    const QRectF area(axis().left, 0, axis().width(), height());
    paintMark(painter, area);
    paintCrosshair(painter, area);
}

std::optional<PeerId> StateStrips::peerAt(const QPointF &place) const
{
    const auto line = static_cast<qsizetype>((place.y() - stripGap / 2) / rowHeight());
    const qsizetype row = line + m_bar->value();
    return line >= 0 && line < rowsInSight() && row >= 0 && row < m_rows.size()
               ? std::optional(m_rows.at(row).peer)
               : std::nullopt;
}

TimeRange StateStrips::focusAt(const QPointF &place) const
{
    const auto peer = peerAt(place);
    const auto incident = peer ? incidentOf(*peer, axis().moment(place.x())) : std::nullopt;
    return incident ? withSurroundings(*incident) : ChartView::focusAt(place);
}

QString StateStrips::tipAt(const QPointF &place) const
{
    const auto peer = peerAt(place);
    if (!peer) {
        return {};
    }
    const QString name = state()->nameOf(*peer);
    if (place.x() < axis().left) {
        return name;
    }
    const WallTime moment = axis().moment(place.x());
    const TimeRange range = state()->range();
    for (const StateSpan &span : state()->source()->states(
             *peer, range.from - range.length(), std::min(range.to + range.length(), state()->now()))) {
        if (moment >= span.from && moment < span.to) {
            const QString sentence =
                tr("%1: %2 for %3, since %4", "peer, state, duration, moment")
                    .arg(name, Wording::health(span.health), Wording::format().age(span.to - span.from),
                         Wording::format().moment(span.from, state()->now()));
            const QString why = reasonAt(*peer, moment);
            return why.isEmpty() ? sentence : sentence + QLatin1Char('\n') + why;
        }
    }
    return {};
}

/// Why the peer is in trouble at the moment: how the connection ended, since when it is.
QString StateStrips::reasonAt(PeerId peer, WallTime moment) const
{
    const auto trouble = incidentOf(peer, moment);
    if (!trouble) {
        return {};
    }
    const auto ends = state()->source()->ends(peer, trouble->from - seconds(1), moment + microseconds(1));
    return ends.empty() ? QString() : Wording::endSentence(ends.back().verdict);
}

std::optional<TimeRange> StateStrips::incidentOf(PeerId peer, WallTime moment) const
{
    // It may have begun before what is shown, and go on after it.
    const TimeRange range = state()->range();
    return incidentAround(state()->source()->states(peer, range.from - range.length(),
                                                    std::min(range.to + range.length(), state()->now())),
                          moment);
}

std::optional<std::pair<PeerId, WallTime>> StateStrips::troubleAt(const QPointF &place) const
{
    const auto peer = peerAt(place);
    const auto trouble =
        peer && place.x() >= axis().left ? incidentOf(*peer, axis().moment(place.x())) : std::nullopt;
    return trouble ? std::optional(std::pair(*peer, trouble->from)) : std::nullopt;
}

} // namespace Pongwatch
