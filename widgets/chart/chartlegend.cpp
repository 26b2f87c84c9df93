// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartlegend.h"

#include "peers/peerbook.h"
#include "text/wording.h"
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
constexpr int chipRoom = 20;
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

void ChartLegend::setPeers(const QList<PeerId> &peers, qsizetype leftOut)
{
    m_peers = peers;
    // Grey lines can't be told apart here anyway: if there are many, those with a colour are named.
    const auto grey = std::stable_partition(m_peers.begin(), m_peers.end(), [this](PeerId peer) {
        return m_state->colors()->placeOf(peer).has_value();
    });
    const qsizetype colored = grey - m_peers.begin();
    m_leftOut = leftOut;
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

int ChartLegend::valueWidth(const QString &value) const
{
    // As wide as the widest value, so that the names after it don't move.
    return std::max(fontMetrics().horizontalAdvance(value),
                    fontMetrics().horizontalAdvance(QStringLiteral("00.00 ms")));
}

QString ChartLegend::valueOf(const PeerRecord &record) const
{
    const auto &sample = record.lastSample();
    if (!sample)
        return QStringLiteral("–");
    return hasRoundTrip(sample->outcome) ? m_state->format().latency(sample->rtt)
                                         : Wording::outcome(sample->outcome);
}

/// Names without room are counted; there is always room for the count.
ChartLegend::Layout ChartLegend::lay(int width, bool withValues) const
{
    const QFontMetrics metrics(nameFont());
    const int countRoom = fontMetrics().horizontalAdvance(counted(m_peers.size() + m_leftOut));
    Layout result;
    result.hasValues = withValues;
    int left = 0;
    const auto endOfLine = [&] { return result.lines == 1 ? std::min(m_firstLine, width) : width; };
    qsizetype known = 0;
    for (const PeerId &peer : m_peers) {
        const PeerRecord *record = m_state->book()->record(peer);
        if (!record)
            continue;
        const bool isLast = &peer == &m_peers.constLast() && m_leftOut == 0;
        const int ofValue = withValues ? gapToValue + valueWidth(valueOf(*record)) : 0;
        const int wanted = std::min(longestName, metrics.horizontalAdvance(record->name()) + 1);
        const auto room = [&] {
            const bool mayGoOn = isLast || result.lines < m_mostLines;
            return endOfLine() - left - chipRoom - ofValue - (mayGoOn ? 0 : betweenEntries + countRoom);
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
        const int taken = chipRoom + std::min(wanted, room()) + ofValue;
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
    const QFontMetrics metrics(nameFont());
    m_entries.clear();
    for (const Entry &entry : layout.entries) {
        const PeerRecord *record = m_state->book()->record(entry.peer);
        const bool isPointed = m_state->pointed() == entry.peer;
        const bool isFaded = m_state->pointed() && !isPointed && m_peers.contains(*m_state->pointed());
        const QRect &place = entry.place;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_state->colors()->color(entry.peer, palette()));
        painter.drawRoundedRect(
            QRectF(placed(QRect(place.left() + 2, place.center().y() - 4, chipSize, chipSize))), 2, 2);
        const QString value = layout.hasValues ? valueOf(*record) : QString();
        const int ofValue = layout.hasValues ? gapToValue + valueWidth(value) : 0;
        const QRect name = place.adjusted(chipRoom, 0, -ofValue, 0);
        const QString text = metrics.elidedText(record->name(), Qt::ElideMiddle, name.width());
        painter.setFont(nameFont());
        painter.setPen(isFaded ? StatusLook::quietText(palette()) : palette().color(QPalette::WindowText));
        painter.drawText(placed(name), flags, text);
        if (layout.hasValues) {
            const bool missed =
                record->lastSample() && record->lastSample()->outcome == PingOutcome::TimedOut;
            painter.setFont(font());
            painter.setPen(missed ? StatusLook::timeoutColor(palette()) : StatusLook::quietText(palette()));
            const int begin = name.left() + metrics.horizontalAdvance(text) + gapToValue;
            painter.drawText(placed(QRect(begin, place.top(), place.right() - begin + 1, place.height())),
                             flags, value);
        }
        m_entries.append({entry.peer, placed(place)});
        if (isPointed) {
            painter.setPen(
                QPen(hasFocus() ? StatusLook::focusRing(palette()) : StatusLook::hairline(palette()),
                     hasFocus() ? 2 : 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(m_entries.constLast().place).adjusted(-3, 2, 5, -2), 3, 3);
        }
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

void ChartLegend::describe()
{
    setAccessibleName(tr("Peers in the chart"));
    const auto pointed = m_state->pointed();
    setAccessibleDescription(pointed && m_peers.contains(*pointed) ? m_state->nameOf(*pointed) : QString());
}

void ChartLegend::mouseMoveEvent(QMouseEvent *event)
{
    const auto its = std::find_if(m_entries.cbegin(), m_entries.cend(), [event](const Entry &one) {
        return one.place.contains(event->position().toPoint());
    });
    m_state->setPointed(its == m_entries.cend() ? std::nullopt : std::optional(its->peer));
}

void ChartLegend::leaveEvent(QEvent *event)
{
    m_state->setPointed(std::nullopt);
    QWidget::leaveEvent(event);
}

void ChartLegend::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? -1 : 1;
    const int step = event->key() == Qt::Key_Right ? forward : event->key() == Qt::Key_Left ? -forward : 0;
    if (step == 0 || m_entries.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto its = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                  [this](const Entry &one) { return m_state->pointed() == one.peer; });
    const qsizetype at =
        its == m_entries.cend() ? (step > 0 ? -1 : m_entries.size()) : its - m_entries.cbegin();
    m_state->setPointed(m_entries.at(std::clamp<qsizetype>(at + step, 0, m_entries.size() - 1)).peer);
}

void ChartLegend::focusOutEvent(QFocusEvent *event)
{
    m_state->setPointed(std::nullopt);
    QWidget::focusOutEvent(event);
}

void ChartLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace Pongwatch
