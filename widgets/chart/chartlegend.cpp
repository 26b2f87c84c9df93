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
    // Grey ones are not told apart here anyway.
    std::stable_partition(m_peers.begin(), m_peers.end(),
                          [this](PeerId peer) { return m_state->colors()->placeOf(peer).has_value(); });
    m_leftOut = leftOut;
    describe();
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {300, fontMetrics().height() + 10};
}

void ChartLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    int left = 0;
    const auto write = [&](const QFont &face, const QColor &color, const QString &text) {
        painter.setFont(face);
        painter.setPen(color);
        const QRect place(left, 0, width() - left, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
                             Qt::AlignVCenter | Qt::TextSingleLine,
                         text);
        left += QFontMetrics(face).horizontalAdvance(text);
    };
    // Names that have no room are counted; there is always room for the count.
    const auto counted = [this](qsizetype count) {
        return tr("and %n more", nullptr, static_cast<int>(count));
    };
    m_entries.clear();
    const int countRoom = QFontMetrics(font()).horizontalAdvance(counted(m_peers.size() + m_leftOut));
    qsizetype leftOut = m_leftOut;
    for (qsizetype i = 0; i < m_peers.size(); ++i) {
        const PeerRecord *record = m_state->book()->record(m_peers.at(i));
        if (!record) {
            continue;
        }
        const bool isLast = i + 1 == m_peers.size() && m_leftOut == 0;
        const int ofValue = QFontMetrics(font()).horizontalAdvance(QStringLiteral("00.00 ms"));
        const int room = width() - left - 22 - 8 - ofValue - (isLast ? 0 : 22 + countRoom);
        const int wanted = std::min(longestName, metrics.horizontalAdvance(record->name()));
        if (i == 0 && room < std::min(wanted, shortestName)) {
            leftOut = 0; // a stump would tell nothing; the list names all
            break;
        }
        if (i > 0 && wanted > room) {
            leftOut += m_peers.size() - i;
            break;
        }
        const int begin = left;
        const bool isPointed = m_state->pointed() == m_peers.at(i);
        const bool isFaded = m_state->pointed() && !isPointed && m_peers.contains(*m_state->pointed());
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_state->colors()->color(m_peers.at(i), palette()));
        const double chip = isRightToLeft() ? width() - left - 12 : left + 2;
        painter.drawRoundedRect(QRectF(chip, height() / 2.0 - 5, 10, 10), 2, 2);
        left += 20;
        write(strong, isFaded ? StatusLook::quietText(palette()) : palette().color(QPalette::WindowText),
              metrics.elidedText(record->name(), Qt::ElideRight, std::min(room, longestName)));
        left += 8;
        const auto &sample = record->lastSample();
        QString value = QStringLiteral("–");
        if (sample) {
            value = hasRoundTrip(sample->outcome) ? Wording::format().latency(sample->rtt)
                                                  : Wording::outcome(sample->outcome);
        }
        // As wide as the widest value, so that the names after it hold still.
        const int after = left + std::max(QFontMetrics(font()).horizontalAdvance(value),
                                          QFontMetrics(font()).horizontalAdvance(QStringLiteral("00.00 ms")));
        const bool missed = sample && sample->outcome == PingOutcome::TimedOut;
        write(font(), missed ? StatusLook::timeoutColor(palette()) : StatusLook::quietText(palette()), value);
        const QRect place(begin, 0, after - begin, height());
        m_entries.append({m_peers.at(i), QStyle::visualRect(layoutDirection(), rect(), place)});
        if (isPointed) {
            painter.setPen(
                QPen(hasFocus() ? StatusLook::focusRing(palette()) : StatusLook::hairline(palette()),
                     hasFocus() ? 2 : 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(m_entries.constLast().place).adjusted(-3, 2, 5, -2), 3, 3);
        }
        left = after + 22;
    }
    if (leftOut > 0) {
        write(font(), StatusLook::quietText(palette()), counted(leftOut));
    }
    m_counted = leftOut;
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
    if (event->type() == QEvent::LanguageChange) {
        describe();
    }
}

} // namespace Pongwatch
