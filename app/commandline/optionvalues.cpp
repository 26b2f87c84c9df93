// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/optionvalues.h"

#include "app/commandline/commandlinestrings.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <cmath>

namespace Pongwatch
{

namespace
{

constexpr double mostSeconds = 100.0 * 365 * 24 * 3600;

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

Result<nanoseconds> parseDuration(const QString &option, const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return badValue(option,
                        CommandLineStrings::tr("%1 is not a number of seconds").arg(quotedValue(text)));
    if (value < 0)
        return badValue(
            option, CommandLineStrings::tr("%1 is negative; it must be more than 0").arg(quotedValue(text)));
    if (value > mostSeconds)
        return badValue(option,
                        CommandLineStrings::tr("%1 s is more than a hundred years").arg(quotedValue(text)));
    const nanoseconds duration = fromSeconds(value);
    if (duration.count() == 0)
        return badValue(
            option, CommandLineStrings::tr("%1 is too short; it must be more than 0").arg(quotedValue(text)));
    return duration;
}

Result<std::optional<nanoseconds>> parseDurationOrOff(const QString &option, const QString &text)
{
    if (text == QStringLiteral("off"))
        return std::optional<nanoseconds>();
    const Result<nanoseconds> duration = parseDuration(option, text);
    if (duration)
        return std::optional(duration.value());
    Error error = duration.error();
    error.answer += CommandLineStrings::tr(" (or “off”)");
    return error;
}

Result<bool> parseSwitch(const QString &option, const QString &text)
{
    if (text == QStringLiteral("on"))
        return true;
    if (text == QStringLiteral("off"))
        return false;
    return badValue(option, CommandLineStrings::tr("%1 is neither “on” nor “off”").arg(quotedValue(text)));
}

Result<qint64> parseWholeNumber(const QString &option, const QString &text, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (!isNumber)
        return badValue(option, CommandLineStrings::tr("%1 is not a whole number").arg(quotedValue(text)));
    if (value < least || value > most)
        return badValue(
            option, CommandLineStrings::tr("%1 is not between %2 and %3").arg(value).arg(least).arg(most));
    return value;
}

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

Result<ProxySettings> parseProxy(const QString &option, const QString &text)
{
    ProxySettings proxy;
    if (text == QStringLiteral("system"))
        return proxy;
    if (text == QStringLiteral("none")) {
        proxy.kind = ProxyKind::None;
        return proxy;
    }
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (scheme == QStringLiteral("http"))
        proxy.kind = ProxyKind::Http;
    else if (scheme == QStringLiteral("socks5"))
        proxy.kind = ProxyKind::Socks5;
    else
        return badValue(option, CommandLineStrings::tr(
                                    "it is neither system, none, http://HOST:PORT nor socks5://HOST:PORT"));
    if (!url.isValid() || url.host().isEmpty())
        return badValue(option, CommandLineStrings::tr(
                                    "it is not a valid URL; write http://HOST:PORT or socks5://HOST:PORT"));
    if (url.port() < 1)
        return badValue(option, CommandLineStrings::tr("it names no port between 1 and 65535"));
    if (url.path().size() > 1 || url.hasQuery() || url.hasFragment())
        return badValue(option, CommandLineStrings::tr("it has more than a host and a port"));
    proxy.host = url.host();
    proxy.port = static_cast<quint16>(url.port());
    proxy.user = url.userName(QUrl::FullyDecoded);
    proxy.password = url.password(QUrl::FullyDecoded);
    return proxy;
}

Outcome checkReadable(const QString &option, const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return badValue(option, CommandLineStrings::tr("%1 is a folder").arg(quotedValue(path)));
    if (!file.open(QIODevice::ReadOnly))
        return badValue(
            option,
            CommandLineStrings::tr("%1 can't be read: %2").arg(quotedValue(path), file.errorString()));
    return success();
}

Outcome checkWritable(const QString &option, const QString &path)
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
    if (!folder.isWritable() || (file.exists() && !file.isWritable()))
        return badValue(
            option, CommandLineStrings::tr("%1 can't be written: permission denied").arg(quotedValue(path)));
    return success();
}

} // namespace Pongwatch
