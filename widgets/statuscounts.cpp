// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statuscounts.h"

#include "items/peerbook.h"
#include "items/wording.h"
#include "widgets/statuslook.h"

#include <QPainter>

namespace Pongwatch
{

namespace
{

constexpr int margin = 10;
constexpr int gap = 22;
constexpr int shapeGap = 6;

} // namespace

StatusCounts::StatusCounts(const PeerBook *book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
{
    setAccessibleName(tr("Peers by state"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &StatusCounts::recount);
    connect(book, &PeerBook::peerAdded, &m_soon, qOverload<>(&QTimer::start));
    connect(book, &PeerBook::peerRemoved, &m_soon, qOverload<>(&QTimer::start));
    connect(book, &PeerBook::peersChanged, this, [this](const QList<PeerChange> &changes) {
        const bool concerned = std::any_of(changes.cbegin(), changes.cend(),
                                           [](const PeerChange &change) { return change.state; });
        if (concerned) {
            m_soon.start();
        }
    });
    recount();
}

void StatusCounts::recount()
{
    QMap<Health, int> counts;
    for (const PeerId peer : m_book->peers()) {
        if (const PeerRecord *record = m_book->record(peer)) {
            ++counts[record->health()];
        }
    }
    if (counts == m_counts && !m_parts.isEmpty()) {
        return;
    }
    m_counts = counts;
    m_parts.clear();
    QStringList spoken;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const QString text =
            tr("%1 %2", "count, state").arg(QLocale().toString(it.value()), Wording::health(it.key()));
        m_parts.append({it.key(), text});
        spoken.append(text);
    }
    if (m_parts.isEmpty()) {
        m_parts.append({Health::Paused, tr("No peers")});
    }
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int StatusCounts::widthOf(const Part &part) const
{
    return fontMetrics().height() + shapeGap + fontMetrics().horizontalAdvance(part.text);
}

QSize StatusCounts::sizeHint() const
{
    int width = 2 * margin;
    for (const Part &part : m_parts) {
        width += widthOf(part) + gap;
    }
    return {width, fontMetrics().height() + 12};
}

void StatusCounts::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const int side = fontMetrics().height();
    int left = margin;
    for (const Part &part : std::as_const(m_parts)) {
        const QColor color = StatusLook::healthColor(part.health, palette());
        if (!m_counts.isEmpty()) {
            StatusLook::paintShape(&painter, QRectF(left, (height() - side) / 2.0, side, side), part.health,
                                   color);
        }
        painter.setPen(color);
        const int shape = m_counts.isEmpty() ? 0 : side + shapeGap;
        painter.drawText(QRect(left + shape, 0, width(), height()), Qt::AlignVCenter | Qt::TextSingleLine,
                         part.text);
        left += widthOf(part) + gap;
    }
}

} // namespace Pongwatch
