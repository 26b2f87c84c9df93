// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <memory>

namespace Pongwatch
{

/// The application object of a command: a plain one, or one that supports fonts and pictures if something is
/// to be painted. That one needs no display either: it uses Qt's offscreen platform.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeHeadlessApplication(int &argc, char **argv, bool paints);

/// Whether alerts of that workspace may be told with pictures. A quick look, before anything is read.
[[nodiscard]] bool mentionsWays(const QString &workspace);

} // namespace Pongwatch
