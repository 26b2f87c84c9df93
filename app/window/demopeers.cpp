// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/demopeers.h"

#include "demo/demofleet.h"

namespace Pongwatch
{

namespace
{

ConnectionSettings settingsFor(const DemoPeer &peer)
{
    ConnectionSettings settings;
    settings.name = peer.name;
    settings.url = peer.url;
    settings.keepalive.interval = seconds(1);
    settings.keepalive.timeout = seconds(3);
    settings.keepalive.slowAfter = milliseconds(250);
    settings.reconnect.initial = seconds(2);
    settings.reconnect.minimum = seconds(2);
    settings.reconnect.maximum = seconds(15);
    settings.openTimeout = seconds(5);
    settings.closeTimeout = seconds(2);
    settings.proxy.kind = ProxyKind::None;
    return settings;
}

} // namespace

DemoPeers::DemoPeers() = default;
DemoPeers::~DemoPeers() = default;

Result<QList<ConnectionSettings>> DemoPeers::start()
{
    if (!m_fleet) {
        auto fleet = std::make_unique<DemoFleet>();
        if (const QString answer = fleet->start(); !answer.isEmpty())
            return Error{tr("starting the demo peers"), {}, answer};
        m_fleet = std::move(fleet);
    }
    QList<ConnectionSettings> settings;
    for (const DemoPeer &peer : m_fleet->peers())
        settings.append(settingsFor(peer));
    return settings;
}

} // namespace Pongwatch
