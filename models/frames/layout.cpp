// SPDX-License-Identifier: GPL-3.0-or-later
#include "frames/layout.h"

#include <QJsonDocument>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Deeper levels are not indented further, as otherwise a short message could become a page of a gigabyte.
constexpr int deepestIndent = 24;
/// What precedes JSON is a mark of the protocol, and short.
constexpr qsizetype longestMark = 64;
constexpr char recordEnd = '\x1e';

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// `json` must be valid.
QByteArray indented(const QByteArray &json)
{
    QByteArray text;
    text.reserve(json.size() * 2);
    int depth = 0;
    bool isInText = false;
    const auto breakLine = [&] { text += '\n' + QByteArray(2 * std::min(depth, deepestIndent), ' '); };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInText) {
            text += c;
            if (c == '\\' && i + 1 < json.size())
                text += json[++i];
            else if (c == '"')
                isInText = false;
            continue;
        }
        if (isSpace(c))
            continue;
        if (c == '"') {
            isInText = true;
            text += c;
        } else if (c == '{' || c == '[') {
            text += c;
            qsizetype next = i + 1;
            while (next < json.size() && isSpace(json[next]))
                ++next;
            if (next < json.size() && (json[next] == '}' || json[next] == ']')) {
                text += json[next];
                i = next;
            } else {
                ++depth;
                breakLine();
            }
        } else if (c == '}' || c == ']') {
            --depth;
            breakLine();
            text += c;
        } else if (c == ',') {
            text += c;
            breakLine();
        } else if (c == ':') {
            text += ": ";
        } else {
            text += c;
        }
    }
    return text;
}

/// One document, with what precedes it; null if it isn't one.
QByteArray laidOut(const QByteArray &record)
{
    const auto begins =
        std::find_if(record.cbegin(), record.cend(), [](char c) { return c == '{' || c == '['; });
    const qsizetype mark = begins - record.cbegin();
    if (begins == record.cend() || mark > longestMark)
        return {};
    const QByteArray json = record.sliced(mark);
    QJsonParseError problem;
    (void)QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return {};
    const QByteArray before = record.first(mark).trimmed();
    return before.isEmpty() ? indented(json) : before + '\n' + indented(json);
}

} // namespace

std::optional<QString> laidOutJson(const QByteArray &message)
{
    QByteArray text;
    qsizetype from = 0;
    while (from < message.size()) {
        qsizetype end = message.indexOf(recordEnd, from);
        if (end < 0)
            end = message.size();
        const QByteArray record = message.sliced(from, end - from).trimmed();
        from = end + 1;
        if (record.isEmpty())
            continue;
        const QByteArray one = laidOut(record);
        if (one.isNull())
            return std::nullopt;
        if (!text.isEmpty())
            text += "\n\n";
        text += one;
    }
    return text.isEmpty() ? std::nullopt : std::optional(QString::fromUtf8(text));
}

QString hexDump(const QByteArray &bytes, qsizetype most)
{
    constexpr qsizetype perLine = 16;
    const qsizetype size = std::min(bytes.size(), most);
    QByteArray text;
    text.reserve(size / perLine * 78 + 80);
    for (qsizetype at = 0; at < size; at += perLine) {
        const QByteArray line = bytes.mid(at, std::min(perLine, size - at));
        text += QByteArray::number(at, 16).rightJustified(8, '0') + "  ";
        QByteArray shown;
        for (qsizetype i = 0; i < perLine; ++i) {
            if (i == perLine / 2)
                text += ' ';
            if (i < line.size()) {
                text += line.mid(i, 1).toHex() + ' ';
                shown += line[i] >= 0x20 && line[i] < 0x7f ? line[i] : '.';
            } else {
                text += "   ";
            }
        }
        text += " " + shown + '\n';
    }
    if (text.endsWith('\n'))
        text.chop(1);
    return QString::fromLatin1(text);
}

} // namespace Pongwatch
