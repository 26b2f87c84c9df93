// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QObject>
#include <QVariantMap>

namespace Pongwatch::TestSupport
{

/// Stands for the dialog in which GNOME's keyring has its user type the password: it is asked, and says
/// nothing until the user turns it down.
class SilentPrompter : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.keyring.internal.Prompter")

public:
    /// Takes the place on this session bus. Gives the empty string, or what went wrong.
    [[nodiscard]] QString start(const QString &busAddress);

    /// How often somebody wanted to ask the user something.
    [[nodiscard]] int asked() const { return m_asked; }
    [[nodiscard]] bool isAsking() const { return !m_caller.isEmpty(); }
    /// The user cancels the dialog.
    void turnDown();

public Q_SLOTS: // of the bus
    void BeginPrompting(const QDBusObjectPath &callback);
    void PerformPrompt(const QDBusObjectPath &callback, const QString &type, const QVariantMap &properties,
                       const QString &exchange);
    void StopPrompting(const QDBusObjectPath &callback);

private:
    QDBusConnection m_bus{QStringLiteral("prompter")};
    QString m_caller;
    QString m_callback;
    int m_asked = 0;
};

} // namespace Pongwatch::TestSupport
