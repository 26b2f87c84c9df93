// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Pongwatch::TestSupport
{

/// Damages a history file as these bytes say, and gives it to all that reads such a file, repairs it or goes
/// on writing it. All of what was repaired must be readable, and SQLite have nothing against it. Ends the
/// program where it is not so. The bytes are instructions: 0 writes bytes, 1 clears a page, 2 puts a page in
/// the place of another, 3 cuts the file short; places follow in three bytes.
void readAsDamage(const QByteArray &bytes);

} // namespace Pongwatch::TestSupport
