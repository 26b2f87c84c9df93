// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFileDevice;

namespace Pongwatch
{

// Files that are nobody else's to read: 0600, in folders that are 0700, whatever the umask allows. What a
// user asked for by name (a report, a picture, an export) is not among them: the umask decides there. On
// systems without such permissions these do what they can.

/// Makes the folder and those above it that are missing; an existing one is left as it is. False: it is not
/// there afterwards.
[[nodiscard]] bool makePrivateFolder(const QString &path);

/// Makes an empty file, unless there is something of that name: before a library that knows no permissions
/// opens it. Existing ones are left as they are.
void createPrivateFile(const QString &path);

/// Takes an open file, or one that is about to be renamed into place, from everybody else.
void makePrivate(QFileDevice &file);

/// Takes an existing file or folder from everybody else; one that another user owns stays as it is.
void makePrivate(const QString &path);

} // namespace Pongwatch
