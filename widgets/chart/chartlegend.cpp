// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartlegend.h"

#include "peers/peerbook.h"
#include "widgets/chart/chartstate.h"
#include "widgets/chart/peercolors.h"
#include "widgets/statuslook.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr int shortestName = 60; // pixels
constexpr int longestName = 200;
constexpr qsizetype mostWithGrey = 12;
constexpr qsizetype fewestNamed = 3;
constexpr int chipSize = 10;
constexpr int roomOfAChip = 20;
constexpr int roomOfASample = 34; // of a dashed line
constexpr int longestTitle = 140;
constexpr int gapToValue = 8;
constexpr int betweenEntries = 22;

} // namespace

ChartLegend::ChartLegend(ChartState *state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    connect(state, &ChartState::pointedChanged, this, [this] {
        describe();
        update();
    });
    connect(state->colors(), &PeerColors::changed, this, qOverload<>(&QWidget::update));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(state, &ChartState::dataChanged, this, qOverload<>(&QWidget::update));
    describe();
}

void ChartLegend::showLines(qsizetype leftOut)
{
    m_peers = m_state->peers();
    m_leftOut = leftOut;
    if (isByVantage()) {
        m_peers.clear();
        for (const VantageSeries &one : m_state->vantages().series)
            m_peers.append(one.id);
        m_leftOut = m_state->vantages().leftOut;
        describe();
        update();
        return;
    }
    // Grey lines can't be told apart here anyway: if there are many, those with a colour are named.
    const auto grey = std::stable_partition(m_peers.begin(), m_peers.end(), [this](PeerId peer) {
        return m_state->colors()->placeOf(peer).has_value();
    });
    const qsizetype colored = grey - m_peers.begin();
    if (m_peers.size() > mostWithGrey) {
        const qsizetype named = std::max(colored, fewestNamed);
        m_leftOut += m_peers.size() - named;
        m_peers.resize(named);
    }
    describe();
    update();
}

void ChartLegend::setRoom(int firstLine, int mostLines)
{
    if (firstLine != m_firstLine || mostLines != m_mostLines) {
        m_firstLine = firstLine;
        m_mostLines = mostLines;
        update();
    }
}

int ChartLegend::lineHeight() const
{
    return fontMetrics().height() + 10;
}

QSize ChartLegend::sizeHint() const
{
    return {300, lineHeight()};
}

int ChartLegend::linesFor(int width) const
{
    return lay(width).lines;
}

QFont ChartLegend::nameFont() const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    return strong;
}

QString ChartLegend::counted(qsizetype count)
{
    return tr("and %n more", nullptr, static_cast<int>(count));
}

QFontMetrics ChartLegend::nameMetrics() const
{
    return QFontMetrics(nameFont());
}

int ChartLegend::chipRoom() const
{
    return isByVantage() ? roomOfASample : roomOfAChip;
}

int ChartLegend::valueWidth(const QString &value) const
{
    // As wide as the widest value, so that the names after it don't move.
    return std::max(fontMetrics().horizontalAdvance(value),
                    fontMetrics().horizontalAdvance(QStringLiteral("00.00 ms")));
}

bool ChartLegend::isByVantage() const
{
    return m_state->isByVantage();
}

QString ChartLegend::title() const
{
    if (!isByVantage())
        return {};
    const QString name =
        nameMetrics().elidedText(m_state->nameOf(m_state->peers().value(0)), Qt::ElideMiddle, longestTitle);
    return tr("%1 from", "a peer; its vantages follow").arg(name);
}

/// Names without room are counted; there is always room for the count.
ChartLegend::Layout ChartLegend::lay(int width, bool withValues) const
{
    const QFontMetrics metrics = nameMetrics();
    const int countRoom = fontMetrics().horizontalAdvance(counted(m_peers.size() + m_leftOut));
    Layout result;
    result.hasValues = withValues;
    result.titleWidth = isByVantage() ? metrics.horizontalAdvance(title()) + gapToValue : 0;
    int left = result.titleWidth;
    const auto endOfLine = [&] { return result.lines == 1 ? std::min(m_firstLine, width) : width; };
    qsizetype known = 0;
    for (const PeerId &peer : m_peers) {
        const QString name = m_state->nameOfLine(peer);
        if (name.isEmpty())
            continue;
        const bool isLast = &peer == &m_peers.constLast() && m_leftOut == 0;
        const int ofValue = withValues ? gapToValue + valueWidth(m_state->newestOf(peer)) : 0;
        const int wanted = std::min(longestName, metrics.horizontalAdvance(name) + 1);
        const auto room = [&] {
            const bool mayGoOn = isLast || result.lines < m_mostLines;
            return endOfLine() - left - chipRoom() - ofValue - (mayGoOn ? 0 : betweenEntries + countRoom);
        };
        if (left > 0 && wanted > room() && result.lines < m_mostLines) {
            ++result.lines;
            left = 0;
        }
        const bool isFirst = result.entries.isEmpty();
        if (isFirst && room() < std::min(wanted, shortestName))
            return result; // a truncated name would say nothing; the list has all names
        if (!isFirst && wanted > room())
            break;
        const int taken = chipRoom() + std::min(wanted, room()) + ofValue;
        result.entries.append({peer, QRect(left, (result.lines - 1) * lineHeight(), taken, lineHeight())});
        left += taken + betweenEntries;
        ++known;
    }
    result.leftOut = m_leftOut + m_peers.size() - known;
    result.end = QPoint(left, (result.lines - 1) * lineHeight());
    return result;
}

/// Names take precedence over the newest round trips.
ChartLegend::Layout ChartLegend::lay(int width) const
{
    const Layout whole = lay(width, true);
    return whole.leftOut > m_leftOut || whole.entries.isEmpty() ? lay(width, false) : whole;
}

void ChartLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Layout layout = lay(width());
    const auto placed = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    const int flags = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                      Qt::AlignVCenter | Qt::TextSingleLine;
    if (layout.titleWidth > 0) {
        painter.setFont(nameFont());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(placed(QRect(0, 0, layout.titleWidth, lineHeight())), flags, title());
    }
    m_entries.clear();
    for (const Entry &entry : layout.entries) {
        paintEntry(&painter, entry, layout.hasValues);
        m_entries.append({entry.peer, placed(entry.place)});
    }
    if (layout.leftOut > 0) {
        painter.setFont(font());
        painter.setPen(StatusLook::quietText(palette()));
        painter.drawText(
            placed(QRect(layout.end, QSize(std::max(0, width() - layout.end.x()), lineHeight()))), flags,
            counted(layout.leftOut));
    }
    m_counted = layout.leftOut;
}

void ChartLegend::paintEntry(QPainter *painter, const Entry &entry, bool withValue)
{
    const auto placed = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    const int flags = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                      Qt::AlignVCenter | Qt::TextSingleLine;
    const bool isPointed = m_state->pointedLine() == entry.peer;
    const bool isHidden = m_state->isHidden(entry.peer);
    const bool isFaded = isHidden || (m_state->pointedLine() && !isPointed);
    const QRect &place = entry.place;
    const LineLook look = m_state->lookOf(entry.peer, palette());
    if (look.shape && isHidden) {
        look.faded(palette()).paintMark(
            painter,
            QRectF(placed(QRect(place.left(), place.top(), chipRoom() - 6, place.height()))).center(), 7);
    } else if (look.shape) {
        look.paintSample(painter,
                         QRectF(placed(QRect(place.left(), place.top(), chipRoom() - 6, place.height()))));
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(look.color);
        painter->drawRoundedRect(
            QRectF(placed(QRect(place.left() + 2, place.center().y() - 4, chipSize, chipSize))), 2, 2);
    }
    const QFontMetrics metrics = nameMetrics();
    const QString value = withValue ? m_state->newestOf(entry.peer) : QString();
    const int ofValue = withValue ? gapToValue + valueWidth(value) : 0;
    const QRect name = place.adjusted(chipRoom(), 0, -ofValue, 0);
    const QString text = metrics.elidedText(m_state->nameOfLine(entry.peer), Qt::ElideMiddle, name.width());
    QFont font = nameFont();
    font.setStrikeOut(isHidden);
    painter->setFont(font);
    painter->setPen(isFaded ? StatusLook::quietText(palette()) : palette().color(QPalette::WindowText));
    painter->drawText(placed(name), flags, text);
    if (withValue) {
        painter->setFont(this->font());
        painter->setPen(isMissed(entry.peer) ? StatusLook::timeoutColor(palette())
                                             : StatusLook::quietText(palette()));
        const int begin = name.left() + metrics.horizontalAdvance(text) + gapToValue;
        painter->drawText(placed(QRect(begin, place.top(), place.right() - begin + 1, place.height())), flags,
                          value);
    }
    if (isPointed) {
        painter->setPen(QPen(hasFocus() ? StatusLook::focusRing(palette()) : StatusLook::hairline(palette()),
                             hasFocus() ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(placed(place)).adjusted(-3, 2, 5, -2), 3, 3);
    }
}

/// Whether its newest ping timed out, or it is down as seen from a vantage.
bool ChartLegend::isMissed(PeerId line) const
{
    const PeerRecord *record = m_state->book()->record(line);
    if (record && record->lastSample())
        return record->lastSample()->outcome == PingOutcome::TimedOut;
    const VantageSeries *vantage = m_state->vantageOf(line);
    return vantage && isWorse(vantage->health, Health::Connecting);
}

void ChartLegend::describe()
{
    setAccessibleName(isByVantage() ? tr("Vantages in the chart") : tr("Peers in the chart"));
    setToolTip(isByVantage() ? tr("Click: only this vantage, or all again. Ctrl+click: hide or show it.")
                             : QString());
    const auto pointed = m_state->pointed();
    QString said = pointed && m_peers.contains(*pointed) ? m_state->nameOfLine(*pointed) : QString();
    if (!said.isEmpty() && isByVantage()) {
        said =
            (m_state->isHidden(*pointed) ? tr("%1: %2, hidden", "a vantage, its newest round trip or state")
                                         : tr("%1: %2", "a vantage, its newest round trip or state"))
                .arg(said, m_state->newestOf(*pointed));
    }
    setAccessibleDescription(said);
}

void ChartLegend::mouseMoveEvent(QMouseEvent *event)
{
    const auto its = std::find_if(m_entries.cbegin(), m_entries.cend(), [event](const Entry &one) {
        return one.place.contains(event->position().toPoint());
    });
    m_state->setPointedLine(its == m_entries.cend() ? std::nullopt : std::optional(its->peer));
}

void ChartLegend::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    const auto its = std::find_if(m_entries.cbegin(), m_entries.cend(), [event](const Entry &one) {
        return one.place.contains(event->position().toPoint());
    });
    if (its != m_entries.cend() && event->button() == Qt::LeftButton)
        m_state->pickVantage(its->peer, event->modifiers().testFlag(Qt::ControlModifier));
}

void ChartLegend::leaveEvent(QEvent *event)
{
    m_state->setPointedLine(std::nullopt);
    QWidget::leaveEvent(event);
}

void ChartLegend::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? -1 : 1;
    const int step = event->key() == Qt::Key_Right ? forward : event->key() == Qt::Key_Left ? -forward : 0;
    const bool isPick =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (isPick && isByVantage() && m_state->pointed()) {
        m_state->pickVantage(*m_state->pointed(), event->modifiers().testFlag(Qt::ControlModifier));
        return;
    }
    if (step == 0 || m_entries.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto its = std::find_if(m_entries.cbegin(), m_entries.cend(), [this](const Entry &one) {
        return m_state->pointedLine() == one.peer || m_state->pointed() == one.peer;
    });
    const qsizetype at =
        its == m_entries.cend() ? (step > 0 ? -1 : m_entries.size()) : its - m_entries.cbegin();
    m_state->setPointedLine(m_entries.at(std::clamp<qsizetype>(at + step, 0, m_entries.size() - 1)).peer);
}

void ChartLegend::focusOutEvent(QFocusEvent *event)
{
    m_state->setPointedLine(std::nullopt);
    QWidget::focusOutEvent(event);
}

void ChartLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace Pongwatch
