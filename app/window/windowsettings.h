// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/appearance.h"
#include "app/window/settingsfile.h"
#include "settings/profilesettings.h"

#include <QByteArray>

namespace Pongwatch
{

/// The window's appearance when it was last closed: sizes, columns, light or dark. In
/// $XDG_STATE_HOME/pongwatch/window.ini. Lives on the GUI thread.
class WindowSettings
{
public:
    WindowSettings();

    [[nodiscard]] QByteArray part(const QString &name) const;
    void setPart(const QString &name, const QByteArray &state);

    [[nodiscard]] Appearance appearance() const;
    void setAppearance(Appearance appearance);

    /// The initial settings of a new workspace, where they differ from the program's defaults.
    [[nodiscard]] ProfileSettings defaultsOfNewWorkspaces() const;
    void setDefaultsOfNewWorkspaces(const ProfileSettings &defaults);

    /// The value that a feature keeps under a key of its own.
    [[nodiscard]] QVariant value(const QString &key, const QVariant &otherwise) const;
    void setValue(const QString &key, const QVariant &value);

    [[nodiscard]] static QString path();

private:
    SettingsFile m_settings;
};

} // namespace Pongwatch
