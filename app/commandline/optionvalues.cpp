// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/optionvalues.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <cmath>

namespace Pongwatch
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::CommandLine)
};

constexpr double mostSeconds = 100.0 * 365 * 24 * 3600;

Error bad(const QString &option, const QString &why)
{
    return Error{Text::tr("reading the option"), option, why};
}

QString quoted(const QString &text)
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
        return bad(option, Text::tr("%1 is not a number of seconds").arg(quoted(text)));
    if (value < 0)
        return bad(option, Text::tr("%1 is negative; it must be more than 0").arg(quoted(text)));
    if (value > mostSeconds)
        return bad(option, Text::tr("%1 s is more than a hundred years").arg(quoted(text)));
    const nanoseconds duration = fromSeconds(value);
    if (duration.count() == 0)
        return bad(option, Text::tr("%1 is too short; it must be more than 0").arg(quoted(text)));
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
    error.answer += Text::tr(" (or “off”)");
    return error;
}

Result<bool> parseSwitch(const QString &option, const QString &text)
{
    if (text == QStringLiteral("on"))
        return true;
    if (text == QStringLiteral("off"))
        return false;
    return bad(option, Text::tr("%1 is neither “on” nor “off”").arg(quoted(text)));
}

Result<qint64> parseWholeNumber(const QString &option, const QString &text, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (!isNumber)
        return bad(option, Text::tr("%1 is not a whole number").arg(quoted(text)));
    if (value < least || value > most)
        return bad(option, Text::tr("%1 is not between %2 and %3").arg(value).arg(least).arg(most));
    return value;
}

Result<ListenAddress> parseListenAddress(const QString &option, const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return bad(option, Text::tr("%1 has no port; write ADDRESS:PORT").arg(quoted(text)));
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    ListenAddress listen;
    if (host.isEmpty() || host == QStringLiteral("localhost"))
        listen.address = QHostAddress(QHostAddress::LocalHost);
    else if (!listen.address.setAddress(host))
        return bad(option, Text::tr("%1 is not an IP address").arg(quoted(host)));
    bool isNumber = false;
    const qlonglong port = text.mid(colon + 1).toLongLong(&isNumber);
    if (!isNumber)
        return bad(option, Text::tr("the port %1 is not a number").arg(quoted(text.mid(colon + 1))));
    if (port < 0 || port > 65535)
        return bad(option, Text::tr("the port %1 is not between 0 and 65535").arg(port));
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
        return bad(option, Text::tr("it is neither system, none, http://HOST:PORT nor socks5://HOST:PORT"));
    if (!url.isValid() || url.host().isEmpty())
        return bad(option, Text::tr("it is not a valid URL; write http://HOST:PORT or socks5://HOST:PORT"));
    if (url.port() < 1)
        return bad(option, Text::tr("it names no port between 1 and 65535"));
    if (url.path().size() > 1 || url.hasQuery() || url.hasFragment())
        return bad(option, Text::tr("it has more than a host and a port"));
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
        return bad(option, Text::tr("%1 is a folder").arg(quoted(path)));
    if (!file.open(QIODevice::ReadOnly))
        return bad(option, Text::tr("%1 can't be read: %2").arg(quoted(path), file.errorString()));
    return success();
}

Outcome checkWritable(const QString &option, const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (path.isEmpty())
        return bad(option, Text::tr("it names no file"));
    if (file.isDir())
        return bad(option, Text::tr("%1 is a folder").arg(quoted(path)));
    if (!folder.isDir())
        return bad(option, Text::tr("the folder %1 does not exist").arg(quoted(folder.filePath())));
    if (!folder.isWritable() || (file.exists() && !file.isWritable()))
        return bad(option, Text::tr("%1 can't be written: permission denied").arg(quoted(path)));
    return success();
}

} // namespace Pongwatch
