// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/jsonvalue.h"

#include <QByteArrayList>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// Writes a document, and lays out whatever has no layout yet.
class Writer
{
public:
    explicit Writer(const JsonDocument &document)
    {
        // The habits of the file: its line ends and indentation.
        for (const JsonMember &child : document.root.children()) {
            const qsizetype lineEnd = child.before.lastIndexOf('\n');
            if (lineEnd < 0)
                continue;
            m_indent = child.before.mid(lineEnd + 1);
            if (lineEnd > 0 && child.before[lineEnd - 1] == '\r')
                m_lineEnd = "\r\n";
            break;
        }
    }

    void write(const JsonValue &value, int depth)
    {
        if (!value.isContainer()) {
            m_text += value.token();
            return;
        }
        const bool isObject = value.kind() == JsonValue::Kind::Object;
        const bool oneLine = staysOnOneLine(value);
        const std::vector<JsonMember> &children = value.children();
        m_text += isObject ? '{' : '[';
        for (size_t i = 0; i < children.size(); ++i) {
            if (i > 0)
                m_text += ',';
            m_text +=
                children[i].before.isNull() ? spaceBefore(children, i, oneLine, depth) : children[i].before;
            if (isObject) {
                m_text += children[i].keyToken;
                m_text += children[i].colon.isNull() ? colonLike(children) : children[i].colon;
            }
            write(children[i].value, depth + 1);
            m_text += children[i].after;
        }
        if (!value.closing().isNull())
            m_text += value.closing();
        else if (!children.empty() && !oneLine)
            m_text += newLine(depth);
        m_text += isObject ? '}' : ']';
    }

    QByteArray &text() { return m_text; }

private:
    [[nodiscard]] static bool staysOnOneLine(const JsonValue &value)
    {
        return value.kind() == JsonValue::Kind::Array &&
               std::all_of(value.children().begin(), value.children().end(), [](const JsonMember &child) {
                   return !child.value.isContainer() || staysOnOneLine(child.value);
               });
    }

    [[nodiscard]] QByteArray newLine(int depth) const { return m_lineEnd + m_indent.repeated(depth); }

    [[nodiscard]] QByteArray spaceBefore(const std::vector<JsonMember> &siblings, size_t place, bool oneLine,
                                         int depth) const
    {
        // Like the nearest one before; the first element of a line has no space in front, the others do.
        for (size_t i = place; i-- > 0;) {
            const QByteArray &before = siblings[i].before;
            if (!before.isNull())
                return i == 0 && !before.contains('\n') ? QByteArrayLiteral(" ") : before;
        }
        for (size_t i = place + 1; i < siblings.size(); ++i)
            if (siblings[i].before.contains('\n'))
                return siblings[i].before;
        if (oneLine)
            return place == 0 ? QByteArray() : QByteArrayLiteral(" ");
        return newLine(depth + 1);
    }

    [[nodiscard]] static QByteArray colonLike(const std::vector<JsonMember> &siblings)
    {
        for (const JsonMember &sibling : siblings)
            if (!sibling.colon.isNull())
                return sibling.colon;
        return QByteArrayLiteral(": ");
    }

    QByteArray m_text;
    QByteArray m_indent = QByteArrayLiteral("  ");
    QByteArray m_lineEnd = QByteArrayLiteral("\n");
};

} // namespace

QByteArray writeJson(const JsonDocument &document)
{
    Writer writer(document);
    writer.text() = document.before;
    writer.write(document.root, 0);
    return writer.text() + document.after;
}

QByteArray writeJsonLine(const JsonValue &value)
{
    if (!value.isContainer())
        return value.token();
    const bool isArray = value.kind() == JsonValue::Kind::Array;
    QByteArrayList parts;
    for (const JsonMember &member : value.children())
        parts.append(isArray ? writeJsonLine(member.value)
                             : member.keyToken + ": " + writeJsonLine(member.value));
    const QByteArray inside = parts.join(", ");
    return isArray ? '[' + inside + ']' : '{' + inside + '}';
}

} // namespace Pongwatch
