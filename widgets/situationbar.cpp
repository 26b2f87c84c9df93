// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/situationbar.h"

#include "fleet/watch/fleetboard.h"
#include "peers/situationtext.h"
#include "peers/situationwatch.h"
#include "widgets/plaintip.h"

#include <QEvent>

#include <chrono>

namespace Pongwatch
{

SituationBar::SituationBar(const SituationWatch *watch, QWidget *parent)
    : HeadlineBar(parent)
    , m_watch(watch)
{
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &SituationBar::refresh);
    connect(watch, &SituationWatch::changed, this, &SituationBar::refresh);
    refresh();
}

void SituationBar::giveWayTo(const FleetBoard *fleet)
{
    m_fleet = fleet;
    connect(fleet, &FleetBoard::changed, this, &SituationBar::showWhetherNeeded);
    connect(m_watch, &SituationWatch::changed, this, &SituationBar::showWhetherNeeded);
    showWhetherNeeded();
}

void SituationBar::showWhetherNeeded()
{
    setVisible(!m_fleet->isOpen() || m_watch->situation().kind != Situation::Kind::Unwatched);
}

void SituationBar::refresh()
{
    const Situation &situation = m_watch->situation();
    setClock();
    const QString headline = SituationText::headline(situation, *m_watch->book());
    const QString suspicion = SituationText::suspicion(situation);
    const bool isTrouble = !situation.inTrouble.isEmpty();
    setHeadline({situation.worst, isTrouble, headline, suspicion, false});
    setToolTip(isTrouble
                   ? plainTip(tr("%1\n%2\nClick to select the peers in trouble.").arg(headline, suspicion))
                   : QString());
}

/// Only trouble has a duration in seconds.
void SituationBar::setClock()
{
    const bool counts = !m_watch->situation().inTrouble.isEmpty() && m_isSeen;
    if (counts && !m_clock.isActive())
        m_clock.start();
    else if (!counts)
        m_clock.stop();
}

void SituationBar::changeEvent(QEvent *event)
{
    HeadlineBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        refresh();
}

void SituationBar::showEvent(QShowEvent *event)
{
    m_isSeen = true;
    refresh();
    HeadlineBar::showEvent(event);
}

void SituationBar::hideEvent(QHideEvent *event)
{
    m_isSeen = false;
    setClock();
    HeadlineBar::hideEvent(event);
}

} // namespace Pongwatch
