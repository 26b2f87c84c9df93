// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QSocketNotifier>

namespace Pongwatch
{

/// What a descriptor can be ready for; matches the types of QSocketNotifier.
enum class Readiness : quint8 { Read = 1, Write = 2, Exception = 4 };
Q_DECLARE_FLAGS(Readinesses, Readiness)
Q_DECLARE_OPERATORS_FOR_FLAGS(Readinesses)

[[nodiscard]] constexpr Readiness toReadiness(QSocketNotifier::Type type)
{
    switch (type) {
    case QSocketNotifier::Read:
        return Readiness::Read;
    case QSocketNotifier::Write:
        return Readiness::Write;
    case QSocketNotifier::Exception:
        break;
    }
    return Readiness::Exception;
}

/// A descriptor that became ready.
struct ReadyDescriptor {
    int fd = -1;
    Readinesses ready;
};

} // namespace Pongwatch
