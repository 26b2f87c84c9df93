// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowsettings.h"

#include <QDir>

#include <array>

namespace Pongwatch
{

namespace
{

QString appearanceKey()
{
    return QStringLiteral("appearance");
}

struct KeptLimit {
    const char *key;
    std::optional<ProfileSettings::Limit> ProfileSettings::*member;
};

// As in a workspace file, but for "off", which is 0: QSettings knows no null.
constexpr std::array keptLimits{
    KeptLimit{"new_workspaces/ping_interval_s", &ProfileSettings::pingInterval},
    KeptLimit{"new_workspaces/ping_timeout_s", &ProfileSettings::pingTimeout},
};
constexpr const char *slowAfterKey = "new_workspaces/slow_after_s";

/// The limit that a value stands for; nullopt: it is none.
std::optional<ProfileSettings::Limit> keptLimit(const QVariant &kept)
{
    bool isNumber = false;
    const double length = kept.toDouble(&isNumber);
    if (!isNumber || length < 0 || length > 86'400)
        return std::nullopt;
    return std::optional<ProfileSettings::Limit>(length > 0 ? ProfileSettings::Limit(fromSeconds(length))
                                                            : std::nullopt);
}

QString reconnectKey()
{
    return QStringLiteral("new_workspaces/reconnect");
}

} // namespace

WindowSettings::WindowSettings()
    : m_settings(path())
{
}

QString WindowSettings::path()
{
    QString base = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(base)) // the XDG base directory specification has relative ones ignored
        base = QDir::homePath() + QStringLiteral("/.local/state");
    return base + QStringLiteral("/pongwatch/window.ini");
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
    ProfileSettings defaults;
    for (const KeptLimit &limit : keptLimits)
        defaults.*limit.member = keptLimit(m_settings.value(QLatin1String(limit.key)));
    if (const auto slow = keptLimit(m_settings.value(QLatin1String(slowAfterKey))))
        defaults.slowAfter = SlowLimit(*slow);
    if (m_settings.contains(reconnectKey()))
        defaults.reconnectEnabled = m_settings.value(reconnectKey()).toBool();
    return defaults;
}

void WindowSettings::setDefaultsOfNewWorkspaces(const ProfileSettings &defaults)
{
    m_settings.remove(QStringLiteral("new_workspaces"));
    for (const KeptLimit &limit : keptLimits)
        if (const auto &value = defaults.*limit.member)
            m_settings.setValue(QLatin1String(limit.key), *value ? toSeconds(**value) : 0);
    if (defaults.slowAfter && !defaults.slowAfter->isAuto) {
        const ProfileSettings::Limit &after = defaults.slowAfter->after;
        m_settings.setValue(QLatin1String(slowAfterKey), after ? toSeconds(*after) : 0);
    }
    if (defaults.reconnectEnabled)
        m_settings.setValue(reconnectKey(), *defaults.reconnectEnabled);
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
