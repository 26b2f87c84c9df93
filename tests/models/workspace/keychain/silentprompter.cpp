// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/workspace/keychain/silentprompter.h"

#include <QDBusMessage>

#include <utility>

namespace Pongwatch::TestSupport
{

QString SilentPrompter::start(const QString &busAddress)
{
    m_bus = QDBusConnection::connectToBus(busAddress, QStringLiteral("prompter"));
    const bool there = m_bus.registerObject(QStringLiteral("/org/gnome/keyring/Prompter"), this,
                                            QDBusConnection::ExportAllSlots) &&
                       m_bus.registerService(QStringLiteral("org.gnome.keyring.SystemPrompter"));
    return there ? QString() : QStringLiteral("the prompter is not on the bus");
}

void SilentPrompter::BeginPrompting(const QDBusObjectPath &callback)
{
    ++m_asked;
    m_caller = message().service();
    m_callback = callback.path();
}

void SilentPrompter::PerformPrompt(const QDBusObjectPath &, const QString &, const QVariantMap &,
                                   const QString &)
{
}

void SilentPrompter::StopPrompting(const QDBusObjectPath &)
{
    m_caller.clear();
}

void SilentPrompter::turnDown()
{
    m_bus.send(QDBusMessage::createMethodCall(std::exchange(m_caller, QString()), m_callback,
                                              QStringLiteral("org.gnome.keyring.internal.Prompter.Callback"),
                                              QStringLiteral("PromptDone")));
}

} // namespace Pongwatch::TestSupport
