// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values/privatefiles.h"

#include "engine/values/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Pongwatch
{

bool makePrivateFolder(const QString &path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (QFileInfo(absolute).isDir())
        return true;
    const QString above = QFileInfo(absolute).path();
    if (above != absolute && !makePrivateFolder(above))
        return false;
    // Private from the start.
    if (::mkdir(QFile::encodeName(absolute).constData(), S_IRWXU) == 0)
        return true;
    return QFileInfo(absolute).isDir(); // another program created it first
}

QString stateFolder()
{
    const QString set = qEnvironmentVariable("XDG_STATE_HOME");
    // The XDG base directory specification says to ignore relative paths.
    const QString state =
        QDir::isAbsolutePath(set) ? set : QDir::homePath() + QStringLiteral("/.local/state");
    return state + QStringLiteral("/pongwatch");
}

Outcome replacePrivateFile(const QString &doing, const QString &path, const QByteArray &content)
{
    WholeFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{doing, path, file.errorString()};
    makePrivate(file);
    file.write(content);
    if (!file.commit())
        return Error{doing, path, file.errorString()};
    return success();
}

void createPrivateFile(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor >= 0)
        ::close(descriptor);
}

void makePrivate(QFileDevice &file)
{
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void makePrivate(const QString &path)
{
    const QFileInfo info(path);
    QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner;
    if (info.isDir())
        own |= QFile::ExeOwner;
    if (info.exists() && !info.isSymLink())
        QFile::setPermissions(path, own); // fails if another user owns it
}

} // namespace Pongwatch
