// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace Pongwatch::TestSupport
{

/// A session bus of the test's own with GNOME's keyring on it, unlocked, in a home of its own. This process
/// is on that bus from start() on. Both end with this object.
class SecretService
{
public:
    ~SecretService();

    /// Gives the empty string, or what went wrong.
    [[nodiscard]] QString start();

    /// Of the bus.
    [[nodiscard]] const QString &address() const { return m_address; }

    /// Locks the keyring as the end of a session does, and unlocks it as its user does. Each gives the empty
    /// string, or what went wrong.
    [[nodiscard]] QString lock();
    [[nodiscard]] QString unlock();

    /// All that it has written to its disk.
    [[nodiscard]] QByteArray onDisk() const;

private:
    QTemporaryDir m_home;
    QString m_address;
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace Pongwatch::TestSupport
