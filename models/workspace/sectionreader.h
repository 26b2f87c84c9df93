// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/jsonvalue.h"

#include <QList>

namespace Pongwatch
{

/// Whether a text consists of sections with settings: INI files, TOML, systemd units. It has a section
/// heading, a setting below it with a WebSocket URL, and otherwise only comments.
[[nodiscard]] bool looksLikeSections(const QString &text);

/// The sections as an object of objects; sections with the same name, and those in double brackets, become a
/// list. Values are strings, numbers, booleans and lists on one line. Keys before the first section belong to
/// the root. The line numbers of comments go to `remarks`.
[[nodiscard]] JsonValue readSections(const QString &text, QList<qsizetype> *remarks);

} // namespace Pongwatch
