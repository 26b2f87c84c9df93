// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowsettings.h"

#include "engine/values/privatefiles.h"
#include "workspace/profilefields.h"

namespace Pongwatch
{

namespace
{

QString appearanceKey()
{
    return QStringLiteral("appearance");
}

constexpr const char *newWorkspacesKey = "new_workspaces/defaults";

/// How older versions stored them, key by key, with 0 for "off".
ProfileSettings keptOneByOne(const SettingsFile &file)
{
    ProfileSettings settings;
    const auto limit = [&file](const char *key) -> std::optional<ProfileSettings::Limit> {
        bool isNumber = false;
        const double length = file.value(QLatin1String(key)).toDouble(&isNumber);
        if (!isNumber || length < 0 || length > 86'400)
            return std::nullopt;
        return length > 0 ? ProfileSettings::Limit(fromSeconds(length)) : ProfileSettings::Limit();
    };
    settings.pingInterval = limit("new_workspaces/ping_interval_s");
    settings.pingTimeout = limit("new_workspaces/ping_timeout_s");
    if (const auto slow = limit("new_workspaces/slow_after_s"))
        settings.slowAfter = SlowLimit(*slow);
    const QString reconnect = QStringLiteral("new_workspaces/reconnect");
    if (file.contains(reconnect))
        settings.reconnectEnabled = file.value(reconnect).toBool();
    return settings;
}

} // namespace

WindowSettings::WindowSettings()
    : m_settings(path())
{
}

QString WindowSettings::path()
{
    return stateFolder() + QStringLiteral("/window.ini");
}

QByteArray WindowSettings::part(const QString &name) const
{
    return m_settings.value(name).toByteArray();
}

void WindowSettings::setPart(const QString &name, const QByteArray &state)
{
    m_settings.setValue(name, state);
}

QVariant WindowSettings::value(const QString &key, const QVariant &otherwise) const
{
    return m_settings.value(key, otherwise);
}

void WindowSettings::setValue(const QString &key, const QVariant &value)
{
    m_settings.setValue(key, value);
}

ProfileSettings WindowSettings::defaultsOfNewWorkspaces() const
{
    const QByteArray line = part(QLatin1String(newWorkspacesKey));
    return line.isEmpty() ? keptOneByOne(m_settings) : settingsOfLine(line);
}

void WindowSettings::setDefaultsOfNewWorkspaces(const ProfileSettings &defaults)
{
    m_settings.remove(QStringLiteral("new_workspaces"));
    setPart(QLatin1String(newWorkspacesKey), settingsAsLine(defaults));
}

Appearance WindowSettings::appearance() const
{
    const QString word = m_settings.value(appearanceKey()).toString();
    if (word == QStringLiteral("light"))
        return Appearance::Light;
    return word == QStringLiteral("dark") ? Appearance::Dark : Appearance::System;
}

void WindowSettings::setAppearance(Appearance appearance)
{
    m_settings.setValue(appearanceKey(), appearance == Appearance::Light  ? QStringLiteral("light")
                                         : appearance == Appearance::Dark ? QStringLiteral("dark")
                                                                          : QStringLiteral("system"));
}

} // namespace Pongwatch
