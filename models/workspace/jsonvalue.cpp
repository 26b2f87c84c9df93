// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/jsonvalue.h"

#include <QLocale>
#include <QStringDecoder>

#include <algorithm>
#include <cmath>

namespace Pongwatch
{

JsonValue::JsonValue() = default;
JsonValue::~JsonValue() = default;
JsonValue::JsonValue(const JsonValue &) = default;
JsonValue::JsonValue(JsonValue &&) noexcept = default;
JsonValue &JsonValue::operator=(const JsonValue &) = default;
JsonValue &JsonValue::operator=(JsonValue &&) noexcept = default;

JsonValue JsonValue::fromToken(Kind kind, const QByteArray &token)
{
    JsonValue result;
    result.m_kind = kind;
    result.m_token = token;
    return result;
}

JsonValue JsonValue::boolean(bool value)
{
    return fromToken(Kind::Bool, value ? QByteArrayLiteral("true") : QByteArrayLiteral("false"));
}

JsonValue JsonValue::number(double value)
{
    return fromToken(Kind::Number, QByteArray::number(value, 'f', QLocale::FloatingPointShortest));
}

JsonValue JsonValue::string(const QString &value)
{
    return fromToken(Kind::String, quoteJson(value));
}

JsonValue JsonValue::array(const std::vector<JsonValue> &elements)
{
    JsonValue result = fromToken(Kind::Array, {});
    for (const JsonValue &element : elements)
        result.append({{}, {}, {}, element, {}});
    return result;
}

JsonValue JsonValue::object()
{
    return fromToken(Kind::Object, {});
}

bool JsonValue::toBool() const
{
    return m_token.startsWith('t');
}

double JsonValue::toNumber() const
{
    return m_token.toDouble();
}

QString JsonValue::toString() const
{
    return unquoteJson(m_token);
}

const JsonMember *JsonValue::find(QStringView key) const
{
    const auto found = std::find_if(m_children.begin(), m_children.end(),
                                    [key](const JsonMember &member) { return member.key() == key; });
    return found == m_children.end() ? nullptr : &*found;
}

JsonMember *JsonValue::find(QStringView key)
{
    const auto found = std::find_if(m_children.begin(), m_children.end(),
                                    [key](const JsonMember &member) { return member.key() == key; });
    return found == m_children.end() ? nullptr : &*found;
}

void JsonValue::set(const QString &key, JsonValue value)
{
    if (JsonMember *member = find(key))
        member->value = std::move(value);
    else
        append({{}, quoteJson(key), {}, std::move(value), {}});
}

bool JsonValue::remove(QStringView key)
{
    const auto found = std::find_if(m_children.begin(), m_children.end(),
                                    [key](const JsonMember &member) { return member.key() == key; });
    if (found == m_children.end())
        return false;
    m_children.erase(found);
    return true;
}

void JsonValue::append(JsonMember element)
{
    if (m_children.empty())
        m_closing = QByteArray();
    m_children.push_back(std::move(element));
}

void JsonValue::forgetLayout()
{
    m_closing = QByteArray();
    for (JsonMember &child : m_children) {
        child.before = child.colon = child.after = QByteArray();
        child.value.forgetLayout();
    }
}

bool JsonValue::means(const JsonValue &other) const
{
    if (m_kind != other.m_kind || m_children.size() != other.m_children.size())
        return false;
    switch (m_kind) {
    case Kind::Null:
        return true;
    case Kind::Bool:
        return toBool() == other.toBool();
    case Kind::Number:
        return std::abs(toNumber() - other.toNumber()) < 0.5e-9;
    case Kind::String:
        return m_token == other.m_token || toString() == other.toString();
    case Kind::Array:
        return std::equal(m_children.begin(), m_children.end(), other.m_children.begin(),
                          [](const JsonMember &a, const JsonMember &b) { return a.value.means(b.value); });
    case Kind::Object:
        return std::all_of(m_children.begin(), m_children.end(), [&other](const JsonMember &member) {
            const JsonMember *counterpart = other.find(member.key());
            return counterpart && member.value.means(counterpart->value);
        });
    }
    return false;
}

QString JsonMember::key() const
{
    return unquoteJson(keyToken);
}

QByteArray quoteJson(const QString &text)
{
    QByteArray result = "\"";
    const QByteArray utf8 = text.toUtf8();
    result.reserve(utf8.size() + 2);
    for (const char c : utf8) {
        switch (c) {
        case '"':
            result += "\\\"";
            break;
        case '\\':
            result += "\\\\";
            break;
        case '\b':
            result += "\\b";
            break;
        case '\f':
            result += "\\f";
            break;
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '\t':
            result += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                result += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
            else
                result += c;
        }
    }
    return result + '"';
}

QString unquoteJson(const QByteArray &token)
{
    // Inside a string, U+FEFF is a character like any other, even at the beginning.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString inside =
        decoder(QByteArrayView(token.constData() + 1, std::max<qsizetype>(token.size() - 2, 0)));
    if (!inside.contains(u'\\'))
        return inside;
    QString result;
    result.reserve(inside.size());
    for (qsizetype i = 0; i < inside.size(); ++i) {
        if (inside[i] != u'\\') {
            result += inside[i];
            continue;
        }
        switch (inside[++i].unicode()) {
        case u'b':
            result += u'\b';
            break;
        case u'f':
            result += u'\f';
            break;
        case u'n':
            result += u'\n';
            break;
        case u'r':
            result += u'\r';
            break;
        case u't':
            result += u'\t';
            break;
        case u'u':
            result += QChar(QStringView(inside).mid(i + 1, 4).toUShort(nullptr, 16));
            i += 4;
            break;
        default:
            result += inside[i];
        }
    }
    return result;
}

} // namespace Pongwatch
