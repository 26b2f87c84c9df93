// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/fleetreading.h"

namespace Pongwatch
{

namespace
{

constexpr milliseconds betweenOwnSights{500}; // when many peers of this program change at once

} // namespace

FleetReading::FleetReading(const ConnectionSettings &settings, milliseconds pause)
    : m_settings(settings)
    , m_pause(pause)
    , m_again(new QTimer(this))
    , m_judgeSoon(new QTimer(this))
{
    m_again->setSingleShot(true);
    connect(m_again, &QTimer::timeout, this, &FleetReading::readNow);
    m_judgeSoon->setSingleShot(true);
    m_judgeSoon->setInterval(betweenOwnSights);
    connect(m_judgeSoon, &QTimer::timeout, this, &FleetReading::judge);
}

void FleetReading::begin()
{
    m_client = std::make_unique<QueryClient>(m_settings);
    readNow();
}

void FleetReading::readNow()
{
    if (m_isReading)
        return;
    m_isReading = true;
    m_again->stop();
    readFleet(*m_client, [this](const Result<FleetView> &fleet) { take(fleet); });
}

void FleetReading::take(const Result<FleetView> &fleet)
{
    m_isReading = false;
    m_again->start(m_pause);
    if (!fleet) {
        Q_EMIT failed(fleet.error());
        return;
    }
    m_view = fleet.value();
    judge();
}

void FleetReading::judge()
{
    m_judgeSoon->stop();
    if (m_view)
        Q_EMIT newsCame(m_memory.newsOf(JudgedFleet(withOwnSights(*m_view, m_own))));
}

void FleetReading::setOwnSights(const OwnSights &sights)
{
    if (sights == m_own)
        return;
    m_own = sights;
    if (!m_judgeSoon->isActive())
        m_judgeSoon->start();
}

void FleetReading::askPictures(quint64 number, const PictureWish &wish)
{
    m_client->queryRange(wish.expression(), wish.span.from + wish.step, wish.span.to, wish.step,
                         [this, number, wish](const Result<QList<QueriedSeries>> &answer) {
                             if (answer)
                                 Q_EMIT picturesCame(number, picturesOf(answer.value(), wish));
                             else
                                 Q_EMIT picturesRefused(number, answer.error());
                         });
}

} // namespace Pongwatch
