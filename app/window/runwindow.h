// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/windowlink.h"
#include "engine/values/settings.h"
#include "engine/values/timetypes.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace Pongwatch
{

/// What the command line sets for the window.
struct WindowOptions {
    QString workspaceFile;            ///< empty: the default workspace
    QList<QUrl> urls;                 ///< watched for this run, beside the workspace; checked already
    QString linkText;                 ///< of an alert, as it was given; empty: none
    std::optional<WindowLink> link{}; ///< the same, read
    std::optional<ConnectionSettings> fleet{}; ///< the Prometheus of a fleet to open, with its secrets
    bool demo = false;                         ///< start the built-in demo peers and watch them
    bool minimized = false;
    bool wall = false; ///< start with the wall of tiles
    QString language;  ///< "zh_CN"; empty: the system's
    QString
        screenshotFile; ///< empty: none. Otherwise a picture of the window is written there, and the run ends
    nanoseconds screenshotAfter = seconds(5); ///< from the moment the window is shown
};

/// Opens the window and runs until it is closed. The caller must have created a QApplication (not just a
/// QCoreApplication). Returns the program's exit status: 0, or 2 with one sentence on standard error if the
/// workspace can't be read or the picture can't be written.
[[nodiscard]] int runWindow(const WindowOptions &options);

} // namespace Pongwatch
