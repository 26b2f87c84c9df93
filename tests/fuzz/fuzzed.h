// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Pongwatch::TestSupport
{

/// Reads any bytes as a workspace file, and holds what must be true of whatever comes of it: what was read
/// and is written again is the same bytes and means the same. Ends the program where it is not.
void readAsWorkspace(const QByteArray &text);

/// Gives any bytes to the import as a file, whatever its encoding and format. What was understood must fit
/// into a workspace file, and no secret may be in it.
void readAsImport(const QByteArray &text);

/// The same for the single readers: lines of URLs, commands and script; tables; documents in JSON and YAML,
/// and files of Bruno.
void readAsLines(const QByteArray &text);
void readAsTable(const QByteArray &text);
void readAsDocument(const QByteArray &text);

/// What is packed in the rows of a history file: samples, events, pages of buckets, settings. What can be
/// read is written and read again as the same. The first byte says which kind of event it is.
void readAsRecords(const QByteArray &bytes);

} // namespace Pongwatch::TestSupport
