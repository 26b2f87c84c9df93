// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Pongwatch
{

/// The translation context shared by several files here.
struct CommandLineStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::CommandLine)
};

} // namespace Pongwatch
