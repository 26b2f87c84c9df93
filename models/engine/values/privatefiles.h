// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QByteArray>
#include <QString>

class QFileDevice;

namespace Pongwatch
{

// Files that only their owner may read: mode 0600, in folders of mode 0700, whatever the umask. Files that a
// user asked for by name (a report, a picture, an export) are not among them: the umask applies to those. On
// systems without such permissions, these functions do what they can.

/// Creates the folder and any missing parents; an existing one is left as it is. Returns false if it does not
/// exist afterwards.
[[nodiscard]] bool makePrivateFolder(const QString &path);

/// Where programs keep their state: $XDG_STATE_HOME/pongwatch, or ~/.local/state/pongwatch. QStandardPaths
/// has no such folder before Qt 6.7.
[[nodiscard]] QString stateFolder();

/// Replaces the whole file, or leaves it as it is. Its folder exists. `doing` is for the error's sentence.
[[nodiscard]] Outcome replacePrivateFile(const QString &doing, const QString &path,
                                         const QByteArray &content);

/// Creates an empty file unless there already is one of that name: to be called before a library that knows
/// nothing of permissions opens it. Existing files are left as they are.
void createPrivateFile(const QString &path);

/// Removes other users' access to an open file, or to one that is about to be renamed into place.
void makePrivate(QFileDevice &file);

/// Removes other users' access to an existing file or folder; one that another user owns is left as it is.
void makePrivate(const QString &path);

} // namespace Pongwatch
