// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/appearance.h"
#include "app/window/settingsfile.h"
#include "settings/profilesettings.h"

#include <QByteArray>

namespace Pongwatch
{

/// What the window looked like when it was closed: sizes, columns, light or dark. In
/// $XDG_STATE_HOME/pongwatch/window.ini. Lives on the GUI thread.
class WindowSettings
{
public:
    WindowSettings();

    [[nodiscard]] QByteArray part(const QString &name) const;
    void setPart(const QString &name, const QByteArray &state);

    [[nodiscard]] Appearance appearance() const;
    void setAppearance(Appearance appearance);

    /// What a new workspace starts with, where it differs from the program's defaults.
    [[nodiscard]] ProfileSettings defaultsOfNewWorkspaces() const;
    void setDefaultsOfNewWorkspaces(const ProfileSettings &defaults);

    /// What a feature keeps under a key of its own.
    [[nodiscard]] QVariant value(const QString &key, const QVariant &otherwise) const;
    void setValue(const QString &key, const QVariant &value);

    [[nodiscard]] static QString path();

private:
    SettingsFile m_settings;
};

} // namespace Pongwatch
