// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/manual/programmanual.h"

#include <QByteArray>

namespace Pongwatch
{

/// A page for man(1), in groff's man macros (groff_man(7)), in UTF-8.
struct ManPage {
    QString name; ///< "pongwatch-ping"; the file's name adds a dot and the section
    QByteArray text;
};

/// The program's page, then one per sub-command. The same program gives the same bytes: no date.
[[nodiscard]] QList<ManPage> manPages(const ProgramManual &manual);

} // namespace Pongwatch
