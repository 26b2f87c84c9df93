// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/jsonparser.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace Pongwatch
{

namespace
{

struct JsonStrings {
    Q_DECLARE_TR_FUNCTIONS(Pongwatch::Json)
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// One pass over a text, by recursive descent. The first error ends it: all functions return false from then
/// on.
class Parser
{
public:
    Parser(const QByteArray &text, const JsonLimits &limits)
        : m_text(text)
        , m_limits(limits)
    {
    }

    Result<JsonDocument> parse()
    {
        JsonDocument document;
        if (m_text.startsWith("\xef\xbb\xbf"))
            m_at = 3;
        skipSpace();
        document.before = m_text.left(m_at);
        if (value(document.root, 0)) {
            document.after = space();
            if (m_at < m_text.size())
                fail(JsonStrings::tr("there is more after the end of the document"));
        }
        if (m_problem.isEmpty())
            return document;
        return Error{JsonStrings::tr("reading JSON"), {}, JsonStrings::tr("%1: %2").arg(place(), m_problem)};
    }

private:
    bool value(JsonValue &result, int depth)
    {
        if (++m_values > m_limits.values)
            return fail(JsonStrings::tr("there are more than %1 values").arg(m_limits.values));
        switch (peek()) {
        case '{':
            return container(result, JsonValue::Kind::Object, '}', depth);
        case '[':
            return container(result, JsonValue::Kind::Array, ']', depth);
        case '"':
            return string(result);
        case 't':
            return word(result, "true", JsonValue::Kind::Bool);
        case 'f':
            return word(result, "false", JsonValue::Kind::Bool);
        case 'n':
            return word(result, "null", JsonValue::Kind::Null);
        default:
            return number(result);
        }
    }

    bool container(JsonValue &result, JsonValue::Kind kind, char closing, int depth)
    {
        if (depth >= m_limits.depth)
            return fail(JsonStrings::tr("more than %1 levels lie in each other").arg(m_limits.depth));
        result = JsonValue::fromToken(kind, {});
        ++m_at;
        QByteArray before = space();
        if (peek() == closing) {
            ++m_at;
            result.setClosing(before);
            return true;
        }
        while (true) {
            JsonMember child;
            child.before = before;
            if (kind == JsonValue::Kind::Object && !key(child))
                return false;
            if (!value(child.value, depth + 1))
                return false;
            const QByteArray behind = space();
            const char next = peek();
            const bool more = next == ',';
            if (!more && next != closing)
                return fail(JsonStrings::tr("expected “,” or “%1”").arg(QLatin1Char(closing)));
            ++m_at;
            if (more)
                child.after = behind;
            result.append(std::move(child));
            if (!more) {
                result.setClosing(behind);
                return true;
            }
            before = space();
            if (peek() == closing)
                return fail(JsonStrings::tr("there is a comma before “%1”").arg(QLatin1Char(closing)));
        }
    }

    bool key(JsonMember &member)
    {
        if (peek() != '"')
            return fail(JsonStrings::tr("expected a key in quotes"));
        JsonValue token;
        if (!string(token))
            return false;
        member.keyToken = token.token();
        const qsizetype start = m_at;
        skipSpace();
        if (peek() != ':')
            return fail(JsonStrings::tr("expected “:”"));
        ++m_at;
        skipSpace();
        member.colon = shared(m_text.mid(start, m_at - start));
        return true;
    }

    bool string(JsonValue &result)
    {
        const qsizetype start = m_at++;
        bool highSurrogate = false; // the previous escape was a high one
        while (true) {
            const char c = peek();
            if (m_at >= m_text.size())
                return fail(JsonStrings::tr("a string has no end"));
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(JsonStrings::tr("a string has a control character that is not escaped"));
            ++m_at;
            if (c == '\\') {
                if (!escape(highSurrogate))
                    return false;
                continue;
            }
            if (highSurrogate)
                return fail(JsonStrings::tr("half of a surrogate pair"));
            if (c == '"')
                break;
        }
        result = JsonValue::fromToken(JsonValue::Kind::String, shared(m_text.mid(start, m_at - start)));
        return true;
    }

    bool escape(bool &highSurrogate)
    {
        const char c = peek();
        if (c != 'u' && highSurrogate)
            return fail(JsonStrings::tr("half of a surrogate pair"));
        if (c != 'u') {
            if (c == 0 || !QByteArrayView("\"\\/bfnrt").contains(c))
                return fail(JsonStrings::tr("an escape that JSON does not have"));
            ++m_at;
            return true;
        }
        char16_t unit = 0;
        for (int i = 0; i < 4; ++i) {
            ++m_at;
            const int digit = hexValue(peek());
            if (digit < 0)
                return fail(JsonStrings::tr("“\\u” must be followed by four hexadecimal digits"));
            unit = static_cast<char16_t>(unit * 16 + digit);
        }
        ++m_at;
        if (QChar::isLowSurrogate(unit) != highSurrogate)
            return fail(JsonStrings::tr("half of a surrogate pair"));
        highSurrogate = QChar::isHighSurrogate(unit);
        return true;
    }

    bool number(JsonValue &result)
    {
        const qsizetype start = m_at;
        if (peek() == '-')
            ++m_at;
        if (peek() == '0')
            ++m_at;
        else if (!digits())
            return fail(JsonStrings::tr("expected a value"));
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return fail(JsonStrings::tr("expected a digit"));
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!digits())
                return fail(JsonStrings::tr("expected a digit"));
        }
        const QByteArray token = m_text.mid(start, m_at - start);
        bool inRange = false;
        static_cast<void>(token.toDouble(&inRange));
        if (!inRange)
            return fail(JsonStrings::tr("the number is out of range"));
        result = JsonValue::fromToken(JsonValue::Kind::Number, token);
        return true;
    }

    bool digits()
    {
        const qsizetype start = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > start;
    }

    bool word(JsonValue &result, const char *wanted, JsonValue::Kind kind)
    {
        const QByteArrayView view(wanted);
        if (!QByteArrayView(m_text).sliced(m_at).startsWith(view))
            return fail(JsonStrings::tr("expected a value"));
        m_at += view.size();
        result = JsonValue::fromToken(kind, QByteArray(wanted));
        return true;
    }

    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
            ++m_at;
    }

    /// Consumes white space; never null.
    QByteArray space()
    {
        const qsizetype start = m_at;
        skipSpace();
        return start == m_at ? QByteArrayLiteral("") : shared(m_text.mid(start, m_at - start));
    }

    /// The same few keys and indents occur thousands of times: one copy of each is enough.
    QByteArray shared(const QByteArray &piece) { return piece.size() > 64 ? piece : *m_pieces.insert(piece); }

    bool fail(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = m_at >= m_text.size() ? JsonStrings::tr("the text ends too early") : problem;
        return false;
    }

    [[nodiscard]] QString place() const
    {
        const QByteArrayView before = QByteArrayView(m_text).first(std::min(m_at, m_text.size()));
        const qsizetype lineStart = before.lastIndexOf('\n') + 1;
        return JsonStrings::tr("line %1, column %2")
            .arg(before.count('\n') + 1)
            .arg(QString::fromUtf8(before.sliced(lineStart)).size() + 1);
    }

    const QByteArray &m_text;
    const JsonLimits &m_limits;
    qsizetype m_at = 0;
    qsizetype m_values = 0;
    QSet<QByteArray> m_pieces;
    QString m_problem;
};

} // namespace

Result<JsonDocument> parseJson(const QByteArray &text, const JsonLimits &limits)
{
    if (text.size() > limits.bytes)
        return Error{JsonStrings::tr("reading JSON"),
                     {},
                     JsonStrings::tr("it is larger than %1 bytes").arg(limits.bytes)};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(text);
    if (decoder.hasError())
        return Error{JsonStrings::tr("reading JSON"), {}, JsonStrings::tr("it is not UTF-8")};
    return Parser(text, limits).parse();
}

} // namespace Pongwatch
