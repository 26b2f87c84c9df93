// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QString>

namespace Pongwatch
{

// Files that a user or a stranger's workspace names: never waited for without an end. Any thread.

/// The whole of a regular file of at most `most` bytes. A pipe, a device, a socket or a folder is an error,
/// told at once: none of them is opened such that opening or reading waits. `doing` is for the error's
/// sentence. A disk or a network that hangs can still hold this up: see readRegularFileWithin().
[[nodiscard]] Result<QByteArray> readRegularFile(const QString &doing, const QString &path, qint64 most);

/// Whether it could be opened so; the answer says why not.
[[nodiscard]] Outcome checkRegularFile(const QString &doing, const QString &path);

/// The same as readRegularFile(), on a thread of its own that is left to itself when the file does not come
/// within `patience`.
[[nodiscard]] Result<QByteArray> readRegularFileWithin(milliseconds patience, const QString &doing,
                                                       const QString &path, qint64 most);

/// The same for a file that a user names for this once, as the value of an option or to be imported: it may
/// be a pipe as well, such as a shell makes of <(command), for as long as somebody writes to it, a minute at
/// most.
[[nodiscard]] Result<QByteArray> readGivenFileWithin(milliseconds patience, const QString &doing,
                                                     const QString &path, qint64 most);

/// For whoever waits for a user: long enough for a disk that has to spin up, short enough to be borne.
inline constexpr milliseconds filePatience = seconds(3);

/// What is said of a file that did not come in time.
[[nodiscard]] QString slowFileSentence(milliseconds patience);

} // namespace Pongwatch
