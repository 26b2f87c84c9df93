// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/requestimport.h"

#include "workspace/importstrings.h"
#include "workspace/profilebuilder.h"

#include <QRegularExpression>

namespace Pongwatch
{

namespace
{

// curl -v puts an angle bracket before what is sent.
const QRegularExpression &requestPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(?:>\\s*)?([A-Z]{3,7})\\s+(\\S+)\\s+HTTP/\\d(?:\\.\\d)?\\s*$"));
    return pattern;
}

/// "WEBSOCKET wss://host/path" in a file for an HTTP client, followed by headers.
const QRegularExpression &socketPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(GET|WS|WEBSOCKET)\\s+(wss?://\\S+)(?:\\s+HTTP/\\d(?:\\.\\d)?)?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

const QRegularExpression &headerPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(?:>\\s*)?(:?[\\w!#$&'*+.^`|~-]+)\\s*:\\s*(.*?)\\s*$"));
    return pattern;
}

/// ws or wss; empty if unknown.
QString schemeOf(const QString &host, const QString &origin)
{
    if (host.endsWith(QLatin1String(":443")) ||
        origin.startsWith(QLatin1String("https:"), Qt::CaseInsensitive))
        return QStringLiteral("wss");
    if (host.endsWith(QLatin1String(":80")) || origin.startsWith(QLatin1String("http:"), Qt::CaseInsensitive))
        return QStringLiteral("ws");
    return {};
}

} // namespace

bool isRequestStart(const QString &line)
{
    const QString first = line.section(u'\n', 0, 0);
    return requestPattern().match(first).hasMatch() || socketPattern().match(first).hasMatch();
}

bool isRequestHeader(const QString &line)
{
    return headerPattern().match(line).hasMatch();
}

void importRequestInto(const QString &text, const QString &place, ImportResult &result)
{
    const QStringList lines = text.split(u'\n');
    const auto socket = socketPattern().match(lines.first());
    const auto request = socket.hasMatch() ? socket : requestPattern().match(lines.first());
    ProfileBuilder builder(place);
    QString host;
    QString origin;
    bool isUpgrade = socket.hasMatch();
    const qsizetype number = place.section(u' ', -1).toLongLong();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto header = headerPattern().match(lines[i]);
        const QString name = header.captured(1);
        const QString value = header.captured(2);
        const QString at = ImportStrings::tr("line %1").arg(number + i);
        if (name.compare(QLatin1String("host"), Qt::CaseInsensitive) == 0 ||
            name == QStringLiteral(":authority"))
            host = value;
        if (name.compare(QLatin1String("origin"), Qt::CaseInsensitive) == 0)
            origin = value;
        if (name.compare(QLatin1String("upgrade"), Qt::CaseInsensitive) == 0)
            isUpgrade = value.compare(QLatin1String("websocket"), Qt::CaseInsensitive) == 0;
        builder.addHeader(name, value, at);
    }
    if (!isUpgrade) {
        result.refuse(
            place, ImportStrings::tr("it is no handshake of a WebSocket: there is no “Upgrade: websocket”"));
        return;
    }
    const QString method = request.captured(1);
    if (method != QStringLiteral("GET") && !socket.hasMatch())
        builder.ignore(place, ImportStrings::tr("%1: a handshake is always a GET").arg(method));
    QString url = request.captured(2);
    if (!url.contains(QStringLiteral("://"))) {
        if (host.isEmpty()) {
            result.refuse(place, ImportStrings::tr("the request names no host"));
            return;
        }
        QString scheme = schemeOf(host, origin);
        if (scheme.isEmpty()) {
            scheme = QStringLiteral("wss");
            builder.note(
                ImportNote::Kind::Warning, place,
                ImportStrings::tr("the request does not say whether it went over TLS: wss:// was put in"));
        } else {
            builder.note(ImportNote::Kind::Changed, place,
                         ImportStrings::tr("%1:// was put in, by its origin or port").arg(scheme));
        }
        url = QStringLiteral("%1://%2%3").arg(scheme, host, url);
    }
    builder.setUrl(url);
    builder.buildInto(result);
}

} // namespace Pongwatch
