// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/store/writability.h"

#include "history/store/historydatabase.h"

#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>

namespace Pongwatch
{

namespace
{

QString reasonOf(int systemError, const QString &folder, const QString &words)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
        return HistoryStrings::tr("the disk is full");
    case EFBIG:
        return HistoryStrings::tr("no larger file is allowed");
    case EMFILE:
    case ENFILE:
        return HistoryStrings::tr("too many files are open");
    case EACCES:
    case EPERM:
    case EROFS:
        return HistoryStrings::tr("the folder can't be written");
    case ENOENT:
    case ENOTDIR:
        // Folders that the kernel makes, such as /proc, answer the same.
        return QFileInfo(folder).isDir() ? HistoryStrings::tr("no file can be created in the folder")
                                         : HistoryStrings::tr("there is no such folder");
    default:
        return words;
    }
}

} // namespace

QString whyFolderCannotBeWritten(const QString &folder)
{
    errno = 0;
    QTemporaryFile file(folder + QStringLiteral("/.pongwatch-XXXXXX"));
    if (!file.open())
        return reasonOf(errno, folder, file.errorString());
    errno = 0;
    // A database page, because an empty file would fit on a full disk.
    if (file.write(QByteArray(4096, '\0')) != 4096 || !file.flush())
        return reasonOf(errno, folder, file.errorString());
    return {};
}

} // namespace Pongwatch
