// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/server/httprequest.h"

#include <QList>

#include <algorithm>

namespace Pongwatch
{

namespace
{

constexpr qsizetype mostHeaders = 100;

bool isToken(const QByteArray &text)
{
    static const QByteArray marks = QByteArrayLiteral("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               marks.contains(c);
    });
}

} // namespace

std::optional<HttpRequest> parseHttpRequest(const QByteArray &head)
{
    if (head.size() > longestHttpHead || !head.endsWith("\r\n\r\n"))
        return std::nullopt;
    const QList<QByteArray> lines = head.left(head.size() - 4).split('\n');
    const auto bare = [](const QByteArray &line) { return line.endsWith('\r') ? line.chopped(1) : line; };
    const QList<QByteArray> words = bare(lines.first()).split(' ');
    if (words.size() != 3 || !isToken(words[0]) || !words[1].startsWith('/') ||
        !words[2].startsWith("HTTP/1.") || lines.size() > mostHeaders)
        return std::nullopt;
    HttpRequest request;
    request.method = words[0];
    request.takesChunks = words[2] != "HTTP/1.0";
    request.path = words[1].left(words[1].indexOf('?') < 0 ? words[1].size() : words[1].indexOf('?'));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = bare(lines[i]);
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isToken(line.left(colon)))
            return std::nullopt;
        QByteArray &value = request.headers[line.left(colon).toLower()];
        if (!value.isEmpty())
            value += ", ";
        value += line.mid(colon + 1).trimmed();
    }
    return request;
}

double weightOf(const QByteArray &list, const QByteArray &token)
{
    double best = 0;
    for (const QByteArray &entry : list.split(',')) {
        const QList<QByteArray> parts = entry.split(';');
        if (parts.first().trimmed().toLower() != token)
            continue;
        double weight = 1;
        for (qsizetype i = 1; i < parts.size(); ++i) {
            const QByteArray parameter = parts[i].trimmed().toLower();
            if (parameter.startsWith("q="))
                weight = std::clamp(parameter.mid(2).toDouble(), 0.0, 1.0);
        }
        best = std::max(best, weight);
    }
    return best;
}

bool acceptsToken(const QByteArray &list, const QByteArray &token)
{
    return weightOf(list, token) > 0;
}

} // namespace Pongwatch
