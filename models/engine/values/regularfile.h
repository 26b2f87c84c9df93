// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"
#include "engine/values/timetypes.h"

#include <QByteArray>
#include <QString>

namespace Pongwatch
{

// Reading files named by a user or by somebody else's workspace, without ever waiting forever. Any thread.

/// Reads a whole regular file of at most `most` bytes. A pipe, device, socket or folder is an error, reported
/// at once: they are never opened in a way that could block in open or read. `doing` is for the error's
/// sentence. A disk or network that hangs can still block this: see readRegularFileWithin().
[[nodiscard]] Result<QByteArray> readRegularFile(const QString &doing, const QString &path, qint64 most);

/// Whether readRegularFile() could open it, for a reader that may wait when it opens or reads: what looks
/// like a file but is made by the kernel (/proc/kmsg) is none for this. If not, the answer says why.
[[nodiscard]] Outcome checkRegularFile(const QString &doing, const QString &path);

/// For a writer: whether what is at that path is, or would be once it is created, a regular file on a disk.
/// It is not opened: what is missing or can't be reached passes.
[[nodiscard]] Outcome checkFilePlace(const QString &doing, const QString &path);

/// Like readRegularFile(), but on a thread of its own, which is abandoned if the file does not arrive within
/// `patience`.
[[nodiscard]] Result<QByteArray> readRegularFileWithin(milliseconds patience, const QString &doing,
                                                       const QString &path, qint64 most);

/// Like that, for a file that a user names just this once, as the value of an option or for an import: it may
/// also be a pipe, such as a shell makes of <(command), and is read as long as somebody writes to it, for a
/// minute at most.
[[nodiscard]] Result<QByteArray> readGivenFileWithin(milliseconds patience, const QString &doing,
                                                     const QString &path, qint64 most);

/// The limit while a user is waiting: enough for a disk that has to spin up, yet short enough to bear.
inline constexpr milliseconds filePatience = seconds(3);

/// The sentence about a file that did not arrive in time.
[[nodiscard]] QString slowFileSentence(milliseconds patience);

} // namespace Pongwatch
