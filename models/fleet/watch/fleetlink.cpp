// SPDX-License-Identifier: GPL-3.0-or-later
#include "fleet/watch/fleetlink.h"

#include "fleet/watch/fleetreading.h"

namespace Pongwatch
{

FleetLink::FleetLink(const ConnectionSettings &settings, milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_reading(new FleetReading(settings, pause))
{
    m_thread.setObjectName(QStringLiteral("fleet"));
    m_reading->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_reading, &FleetReading::begin);
    connect(&m_thread, &QThread::finished, m_reading, &QObject::deleteLater);
    connect(m_reading, &FleetReading::newsCame, this, &FleetLink::newsCame);
    connect(m_reading, &FleetReading::failed, this, &FleetLink::failed);
    connect(m_reading, &FleetReading::picturesCame, this, &FleetLink::picturesCame);
    connect(m_reading, &FleetReading::picturesRefused, this, &FleetLink::picturesRefused);
    m_thread.start();
}

FleetLink::~FleetLink()
{
    m_thread.quit();
    m_thread.wait();
}

void FleetLink::readNow()
{
    QMetaObject::invokeMethod(m_reading, &FleetReading::readNow, Qt::QueuedConnection);
}

void FleetLink::setOwnSights(const OwnSights &sights)
{
    QMetaObject::invokeMethod(
        m_reading, [reading = m_reading, sights] { reading->setOwnSights(sights); }, Qt::QueuedConnection);
}

void FleetLink::askPictures(quint64 number, const PictureWish &wish)
{
    QMetaObject::invokeMethod(
        m_reading, [reading = m_reading, number, wish] { reading->askPictures(number, wish); },
        Qt::QueuedConnection);
}

} // namespace Pongwatch
