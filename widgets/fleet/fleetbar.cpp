// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/fleetbar.h"

#include "fleet/watch/fleetboard.h"
#include "widgets/plaintip.h"

#include <QEvent>

#include <chrono>

namespace Pongwatch
{

namespace
{

/// For the shape.
Health healthOfFleet(const FleetBoard &board)
{
    const FleetSummary &sum = board.summary();
    if (board.state() == FleetBoard::State::Reading)
        return board.problem().isEmpty() ? Health::Connecting : Health::Unknown;
    if (sum.down > 0)
        return Health::Waiting;
    if (sum.partly > 0 || !sum.cut.isEmpty())
        return Health::Partly;
    return sum.peers == 0 || !sum.silent.isEmpty() ? Health::Unknown : Health::Ok;
}

} // namespace

FleetBar::FleetBar(const FleetBoard *board, QWidget *parent)
    : HeadlineBar(parent)
    , m_board(board)
{
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    m_clock.setInterval(std::chrono::seconds(5));
    connect(&m_clock, &QTimer::timeout, this, &FleetBar::refresh);
    connect(board, &FleetBoard::changed, this, &FleetBar::refresh);
    refresh();
}

void FleetBar::refresh()
{
    setVisible(m_board->isOpen());
    if (!m_board->isOpen()) {
        m_clock.stop();
        return;
    }
    if (isVisible())
        m_clock.start();
    const WallTime now = currentWallTime();
    const FleetSummary &sum = m_board->summary();
    const bool isRead = m_board->readAt() != WallTime{};
    Headline headline;
    headline.health = healthOfFleet(*m_board);
    headline.isTrouble = sum.down > 0 || sum.partly > 0 || !sum.cut.isEmpty();
    QString advice;
    if (isRead) {
        headline.text = fleetHeadline(sum, m_board->format(), now);
        advice = fleetAdvice(sum);
    } else {
        headline.text = m_board->problem().isEmpty()
                            ? tr("Reading the fleet from %1…").arg(m_board->source())
                            : tr("The fleet can't be read: %1.").arg(m_board->problem());
    }
    QString source;
    if (m_board->state() == FleetBoard::State::Old) {
        headline.isWarning = true;
        //: %1 a moment, %2 why it can't be read
        source = tr("Old, as of %1: %2.")
                     .arg(m_board->format().moment(m_board->readAt(), now), m_board->problem());
    } else if (isRead) {
        //: %1 the host of a Prometheus, %2 how many vantages, %3 how long ago it was read
        source =
            tr("%1, %2; read %3 ago")
                .arg(m_board->source(), tr("%n vantages", nullptr, static_cast<int>(sum.vantages.size())),
                     m_board->format().age(
                         std::chrono::floor<seconds>(std::max(microseconds(0), now - m_board->readAt()))));
        if (m_board->leftOut() > 0)
            source = tr("%1; %n peers more than can be listed", nullptr, static_cast<int>(m_board->leftOut()))
                         .arg(source);
    }
    headline.beside = advice.isEmpty() || headline.isWarning ? source : advice;
    setHeadline(headline);
    QStringList lines{headline.text, advice, source};
    lines.removeAll(QString());
    if (headline.isTrouble)
        lines.append(tr("Click to select the peers in trouble."));
    setToolTip(plainTip(lines.join(QLatin1Char('\n'))));
}

void FleetBar::showEvent(QShowEvent *event)
{
    HeadlineBar::showEvent(event);
    refresh(); // "read … ago" stood still while nobody saw it
}

void FleetBar::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    HeadlineBar::hideEvent(event);
}

void FleetBar::changeEvent(QEvent *event)
{
    HeadlineBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        refresh();
}

} // namespace Pongwatch
