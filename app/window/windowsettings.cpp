// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowsettings.h"

#include <QDir>

namespace Pongwatch
{

namespace
{

QString appearanceKey()
{
    return QStringLiteral("appearance");
}

} // namespace

WindowSettings::WindowSettings()
    : m_settings(path(), QSettings::IniFormat)
{
}

QString WindowSettings::path()
{
    QString base = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(base)) { // the XDG base directory specification has relative ones ignored
        base = QDir::homePath() + QStringLiteral("/.local/state");
    }
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

Appearance WindowSettings::appearance() const
{
    const QString word = m_settings.value(appearanceKey()).toString();
    if (word == QStringLiteral("light")) {
        return Appearance::Light;
    }
    return word == QStringLiteral("dark") ? Appearance::Dark : Appearance::System;
}

void WindowSettings::setAppearance(Appearance appearance)
{
    m_settings.setValue(appearanceKey(), appearance == Appearance::Light  ? QStringLiteral("light")
                                         : appearance == Appearance::Dark ? QStringLiteral("dark")
                                                                          : QStringLiteral("system"));
}

} // namespace Pongwatch
