// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/engine/causes/causeprobe.h"

#include "engine/clienttransportfactory.h"
#include "engine/clock.h"
#include "tests/support/engine/bothclients.h"

#include <variant>

namespace Pongwatch::TestSupport
{

namespace
{

/// The options of a monitor whose I/O thread calls `onIoThread` first.
MonitorOptions optionsFor(const std::function<void()> &onIoThread)
{
    MonitorOptions options;
    options.batchInterval = milliseconds(5);
    if (onIoThread) {
        // The transports read the clock as long as they exist, so it belongs to the function that created
        // them.
        auto clock = std::make_shared<SystemClock>();
        options.transportFactory = [onIoThread, clock]() -> std::unique_ptr<TransportFactory> {
            onIoThread();
            return std::make_unique<ClientTransportFactory>(*clock);
        };
    }
    return options;
}

} // namespace

ConnectionSettings dialOnce(const QUrl &url)
{
    ConnectionSettings settings;
    settings.name = QStringLiteral("peer");
    settings.url = url;
    settings.client = clientOfRow();
    settings.keepalive.interval.reset();
    settings.keepalive.firstPing = FirstPing::Interval;
    settings.reconnect.enabled = false;
    settings.openTimeout = seconds(10);
    settings.closeTimeout = seconds(10);
    settings.proxy.kind = ProxyKind::None;
    return settings;
}

ConnectionSettings pingEvery(const QUrl &url, nanoseconds interval, nanoseconds timeout)
{
    ConnectionSettings settings = dialOnce(url);
    settings.keepalive.interval = interval;
    settings.keepalive.timeout = timeout;
    settings.closeTimeout = milliseconds(200);
    return settings;
}

CauseProbe::CauseProbe(const std::function<void()> &onIoThread)
    : m_monitor(optionsFor(onIoThread))
{
    connect(&m_monitor, &Monitor::batchReady, this, qOverload<const Batch &>(&CauseProbe::take));
}

CauseProbe::~CauseProbe() = default;

void CauseProbe::watch(const ConnectionSettings &settings)
{
    m_peer = m_monitor.addPeer(settings);
}

void CauseProbe::take(const Batch &batch)
{
    for (const auto &item : batch.items)
        if (const auto *const sample = std::get_if<PingSample>(&item))
            m_samples.push_back(*sample);
        else
            take(std::get<ConnectionEvent>(item));
}

void CauseProbe::take(const ConnectionEvent &event)
{
    if (const auto *const change = std::get_if<StateChanged>(&event.what)) {
        m_state = change->state;
    } else if (const auto *const opened = std::get_if<Opened>(&event.what)) {
        m_opens.push_back(*opened);
    } else if (const auto *const closed = std::get_if<Closed>(&event.what)) {
        m_verdicts.push_back(closed->verdict);
        m_failedPhases = closed->phases;
    } else if (const auto *const timeout = std::get_if<PingTimedOut>(&event.what)) {
        m_timeouts.push_back(*timeout);
    } else if (const auto *const feed = std::get_if<FeedStale>(&event.what)) {
        m_feedChanges.push_back(*feed);
    }
}

} // namespace Pongwatch::TestSupport
