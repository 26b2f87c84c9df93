// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/timetypes.h"

#include <QString>

namespace Pongwatch
{

/// Tells systemd how its service is (sd_notify(3)). Does nothing where the program is no service of
/// Type=notify.
class ServiceManager
{
public:
    /// The service works, or does so again after reloading(). `status` is one line for `systemctl status`.
    static void ready(const QString &status);
    static void reloading();
    static void stopping(const QString &status);

    /// How often alive() has to be told, at least; nullopt: nobody waits for it.
    [[nodiscard]] static std::optional<microseconds> watchdogInterval();
    static void alive();
};

} // namespace Pongwatch
