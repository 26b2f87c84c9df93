// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartlegend.h"

#include "peers/peerbook.h"
#include "text/wording.h"
#include "widgets/statuslook.h"

#include <QPainter>
#include <QStyle>

namespace Pongwatch
{

namespace
{

constexpr int shortestName = 60; // pixels
constexpr int longestName = 200;

} // namespace

ChartLegend::ChartLegend(const PeerBook *book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
{
    setAccessibleName(tr("Peers in the chart"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_clock.setInterval(milliseconds(250));
    connect(&m_clock, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    m_clock.start();
}

void ChartLegend::setPeers(const QList<PeerId> &peers, qsizetype leftOut)
{
    m_peers = peers;
    m_leftOut = leftOut;
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
    const int countRoom = QFontMetrics(font()).horizontalAdvance(counted(m_peers.size() + m_leftOut));
    qsizetype leftOut = m_leftOut;
    for (qsizetype i = 0; i < m_peers.size(); ++i) {
        const PeerRecord *record = m_book->record(m_peers.at(i));
        if (!record) {
            continue;
        }
        const bool isLast = i + 1 == m_peers.size() && m_leftOut == 0;
        const int ofValue = QFontMetrics(font()).horizontalAdvance(QStringLiteral("00.00 ms"));
        const int room = width() - left - 22 - 8 - ofValue - (isLast ? 0 : 22 + countRoom);
        const int wanted = std::min(longestName, metrics.horizontalAdvance(record->name()));
        if (i == 0 && room < std::min(wanted, shortestName)) {
            leftOut = 0; // a stump would tell nothing; the strips name all
            break;
        }
        if (i > 0 && wanted > room) {
            leftOut += m_peers.size() - i;
            break;
        }
        painter.setPen(QPen(StatusLook::seriesColor(i, palette()), 3, StatusLook::seriesPen(i), Qt::FlatCap));
        const double stroke = isRightToLeft() ? width() - left - 14 : left + 2;
        painter.drawLine(QPointF(stroke, height() / 2.0), QPointF(stroke + 12, height() / 2.0));
        left += 22;
        write(strong, palette().color(QPalette::WindowText),
              metrics.elidedText(record->name(), Qt::ElideRight, std::min(room, longestName)));
        left += 8;
        const auto &sample = record->lastSample();
        QString value = QStringLiteral("–");
        if (sample) {
            value = hasRoundTrip(sample->outcome) ? Wording::latency(sample->rtt)
                                                  : Wording::outcome(sample->outcome);
        }
        // As wide as the widest value, so that the names after it hold still.
        const int after = left + std::max(QFontMetrics(font()).horizontalAdvance(value),
                                          QFontMetrics(font()).horizontalAdvance(QStringLiteral("00.00 ms")));
        const bool missed = sample && sample->outcome == PingOutcome::TimedOut;
        write(font(), missed ? StatusLook::timeoutColor(palette()) : StatusLook::quietText(palette()), value);
        left = after + 22;
    }
    if (leftOut > 0) {
        write(font(), StatusLook::quietText(palette()), counted(leftOut));
    }
    m_counted = leftOut;
}

} // namespace Pongwatch
