// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/servicemanager.h"

#include <QByteArray>

#include <ctime>

#include <systemd/sd-daemon.h>

namespace Pongwatch
{

namespace
{

void notifyService(const QByteArray &state)
{
    (void)::sd_notify(0, state.constData());
}

} // namespace

void ServiceManager::ready(const QString &status)
{
    notifyService("READY=1\nSTATUS=" + status.toUtf8());
}

void ServiceManager::reloading()
{
    // Type=notify-reload of systemd 253 and later wants the time.
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const qint64 microsecondsNow = qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1'000;
    notifyService("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(microsecondsNow));
}

void ServiceManager::stopping(const QString &status)
{
    notifyService("STOPPING=1\nSTATUS=" + status.toUtf8());
}

std::optional<microseconds> ServiceManager::watchdogInterval()
{
    uint64_t interval = 0;
    if (::sd_watchdog_enabled(0, &interval) <= 0)
        return std::nullopt;
    return microseconds(interval);
}

void ServiceManager::alive()
{
    notifyService("WATCHDOG=1");
}

} // namespace Pongwatch
