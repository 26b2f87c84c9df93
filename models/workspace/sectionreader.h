// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/jsonvalue.h"

#include <QList>

namespace Pongwatch
{

/// Whether a text is made of sections with settings: INI files, TOML, systemd's units. There is a section's
/// head, a setting with a WebSocket's URL below it, and nothing else but remarks.
[[nodiscard]] bool looksLikeSections(const QString &text);

/// Its sections as an object of objects; sections of one name, and those in double brackets, are a list.
/// Values are texts, numbers, booleans and lists on one line. Keys in front of the first section belong to
/// the whole. The numbers of lines with remarks go to `remarks`.
[[nodiscard]] JsonValue readSections(const QString &text, QList<qsizetype> *remarks);

} // namespace Pongwatch
