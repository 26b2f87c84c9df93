// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/optionvalues.h"

#include "app/commandline/commandlinestrings.h"
#include "engine/values/donewithin.h"
#include "engine/values/regularfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace Pongwatch
{

namespace
{

Error badValue(const QString &option, const QString &why)
{
    return Error{CommandLineStrings::tr("reading the option"), option, why};
}

QString quotedValue(const QString &text)
{
    constexpr qsizetype most = 60;
    return u'“' + (text.size() > most ? text.left(most) + u'…' : text) + u'”';
}

} // namespace

Result<ListenAddress> parseListenAddress(const QString &option, const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return badValue(option,
                        CommandLineStrings::tr("%1 has no port; write ADDRESS:PORT").arg(quotedValue(text)));
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    ListenAddress listen;
    if (host.isEmpty() || host == QStringLiteral("localhost"))
        listen.address = QHostAddress(QHostAddress::LocalHost);
    else if (!listen.address.setAddress(host))
        return badValue(option, CommandLineStrings::tr("%1 is not an IP address").arg(quotedValue(host)));
    bool isNumber = false;
    const qlonglong port = text.mid(colon + 1).toLongLong(&isNumber);
    if (!isNumber)
        return badValue(
            option,
            CommandLineStrings::tr("the port %1 is not a number").arg(quotedValue(text.mid(colon + 1))));
    if (port < 0 || port > 65535)
        return badValue(option, CommandLineStrings::tr("the port %1 is not between 0 and 65535").arg(port));
    listen.port = static_cast<quint16>(port);
    return listen;
}

namespace
{

Outcome checkReadableNow(const QString &option, const QString &path)
{
    if (QFileInfo(path).isDir())
        return badValue(option, CommandLineStrings::tr("%1 is a folder").arg(quotedValue(path)));
    if (const Outcome readable = checkRegularFile({}, path); !readable)
        return badValue(
            option,
            CommandLineStrings::tr("%1 can't be read: %2").arg(quotedValue(path), readable.error().answer));
    return success();
}

Outcome checkWritableNow(const QString &option, const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (path.isEmpty())
        return badValue(option, CommandLineStrings::tr("it names no file"));
    if (file.isDir())
        return badValue(option, CommandLineStrings::tr("%1 is a folder").arg(quotedValue(path)));
    if (!folder.isDir())
        return badValue(
            option,
            CommandLineStrings::tr("the folder %1 does not exist").arg(quotedValue(folder.filePath())));
    if (const Outcome place = checkFilePlace({}, path); !place)
        return badValue(
            option,
            CommandLineStrings::tr("%1 can't be written: %2").arg(quotedValue(path), place.error().answer));
    if (!folder.isWritable() || (file.exists() && !file.isWritable()))
        return badValue(
            option, CommandLineStrings::tr("%1 can't be written: permission denied").arg(quotedValue(path)));
    return success();
}

/// The result of `check`, or an error if the disk does not respond.
Outcome inTime(const QString &option, const QString &path, Outcome (*check)(const QString &, const QString &))
{
    const auto answer = doneWithin<Outcome>(filePatience, [=] { return check(option, path); });
    return answer
               ? *answer
               : badValue(option, quotedValue(path) + QStringLiteral(": ") + slowFileSentence(filePatience));
}

} // namespace

Outcome checkReadable(const QString &option, const QString &path)
{
    return inTime(option, path, checkReadableNow);
}

QString windowHistoryFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/pongwatch/history.sqlite");
}

Outcome checkWritable(const QString &option, const QString &path)
{
    return inTime(option, path, checkWritableNow);
}

} // namespace Pongwatch
