// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/shellwords.h"

#include "workspace/importstrings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// One pass over a line.
class Splitter
{
public:
    Splitter(const QString &line, ShellMarks marks)
        : m_line(line)
        , m_isMarked(marks == ShellMarks::Kept)
    {
    }

    Result<QStringList> split()
    {
        while (m_at < m_line.size()) {
            const QChar c = m_line[m_at++];
            if (c.isSpace() || (c == u'^' && (peek() == u'\n' || peek() == u'\r')))
                endWord();
            else if (m_isMarked && takeOperator(c))
                continue;
            else if (!character(c))
                return Error{ImportStrings::tr("reading the command line"),
                             {},
                             ImportStrings::tr("a quote has no end")};
        }
        endWord();
        return m_words;
    }

private:
    /// Returns false if a quote that starts here has no end.
    bool character(QChar c)
    {
        if (c == u'\\') {
            escaped();
            return true;
        }
        m_inWord = true;
        if (c == u'\'')
            return quoted(u'\'', false);
        if (c == u'"')
            return quoted(u'"', true);
        if (c == u'$' && peek() == u'\'') {
            ++m_at;
            return dollarQuoted();
        }
        if (c == u'$' && peek() == u'"') { // bash: translated text
            ++m_at;
            return quoted(u'"', true);
        }
        live(c);
        return true;
    }

    /// A character that the shell may expand, together with what belongs to it.
    void live(QChar c)
    {
        const QChar next = peek();
        const bool isName = next == u'_' || (next < QChar(0x80) && next.isLetter());
        const qsizetype end = c == u'`' || (c == u'$' && next == u'(') ? endOfSubstitution(c) : -1;
        if (m_isMarked && (end >= 0 || (c == u'$' && (next == u'{' || isName))))
            m_word += shellLiveMark;
        m_word += c;
        if (end >= 0) {
            m_word += QStringView(m_line).mid(m_at, end - m_at);
            m_at = end;
        }
    }

    /// After the closing bracket or backtick; -1 if there is none.
    [[nodiscard]] qsizetype endOfSubstitution(QChar c) const
    {
        if (c == u'`') {
            const qsizetype end = m_line.indexOf(u'`', m_at);
            return end < 0 ? -1 : end + 1;
        }
        int depth = 0;
        for (qsizetype i = m_at; i < m_line.size(); ++i)
            if (m_line[i] == u'\\')
                ++i;
            else if (m_line[i] == u'(')
                ++depth;
            else if (m_line[i] == u')' && --depth == 0)
                return i + 1;
        return -1;
    }

    /// Separators of commands. An ampersand without spaces around it is part of a URL: "?a=1&b=2".
    bool takeOperator(QChar c)
    {
        if (!QStringView(u"|&;()").contains(c))
            return false;
        const qsizetype length = QStringView(u"|&;").contains(c) && peek() == c ? 2 : 1;
        const qsizetype after = m_at - 1 + length;
        const bool isAtEnd = after >= m_line.size() || m_line[after].isSpace();
        const bool isRedirection =
            c == u'&' && (m_word.endsWith(u'>') || m_word.endsWith(u'<') || (length == 1 && peek() == u'>'));
        const bool closes = c == u')' && m_word.count(u')') >= m_word.count(u'(');
        const bool parts = c == u'('   ? !m_inWord
                           : c == u')' ? closes && (isAtEnd || m_line[after] == u';')
                           : c == u'&' ? (!m_inWord || isAtEnd) && !isRedirection
                                       : true;
        if (!parts)
            return false;
        endWord();
        m_words.append(shellOperatorMark + QString(length, c));
        m_at = after;
        return true;
    }

    void escaped()
    {
        const QChar next = peek();
        ++m_at;
        if (next == u'\r' && peek() == u'\n')
            ++m_at;
        if (next == u'\n' || next == u'\r' || next.isNull())
            return;
        // A blank that a web page has added after the backslash of a continued line.
        qsizetype end = m_at;
        while (end < m_line.size() && m_line[end].isSpace() && m_line[end] != u'\n')
            ++end;
        if (next.isSpace() && end < m_line.size() && m_line[end] == u'\n') {
            m_at = end + 1;
            return;
        }
        m_inWord = true;
        m_word += next;
    }

    bool quoted(QChar quote, bool hasEscapes)
    {
        while (m_at < m_line.size()) {
            const QChar c = m_line[m_at++];
            if (c == quote)
                return true;
            if (hasEscapes && c == u'\\' && QStringView(u"\\\"$`\n").contains(peek())) {
                if (peek() != u'\n')
                    m_word += peek();
                ++m_at;
            } else if (hasEscapes) {
                live(c);
            } else {
                m_word += c;
            }
        }
        return false;
    }

    bool dollarQuoted()
    {
        while (m_at < m_line.size()) {
            const QChar c = m_line[m_at++];
            if (c == u'\'')
                return true;
            if (c != u'\\') {
                m_word += c;
                continue;
            }
            const QChar kind = peek();
            ++m_at;
            // Bash's manual, "ANSI-C Quoting".
            constexpr QStringView letters = u"abefnrtvE";
            constexpr QStringView meanings = u"\a\b\x1b\f\n\r\t\v\x1b";
            if (kind == u'u' || kind == u'U' || kind == u'x')
                appendNumbered(kind == u'u' ? 4 : kind == u'U' ? 8 : 2, 16);
            else if (kind >= u'0' && kind <= u'7')
                appendOctal();
            else if (const qsizetype letter = letters.indexOf(kind); letter >= 0)
                m_word += meanings[letter];
            else if (kind == u'c' && m_at < m_line.size())
                m_word += QChar(m_line[m_at++].unicode() & 0x1f);
            else
                m_word += kind;
        }
        return false;
    }

    void appendOctal()
    {
        --m_at;
        appendNumbered(3, 8);
    }

    /// The character with the number that follows; nothing if there is no such character.
    void appendNumbered(qsizetype most, int base)
    {
        qsizetype length = 0;
        uint number = 0;
        while (length < most && m_at + length < m_line.size()) {
            bool isDigit = false;
            const uint digit = QString(m_line[m_at + length]).toUInt(&isDigit, base);
            if (!isDigit)
                break;
            number = number * uint(base) + digit;
            ++length;
        }
        m_at += length;
        if (number > 0 && number <= QChar::LastValidCodePoint && !QChar::isSurrogate(number))
            m_word += QString::fromUcs4(reinterpret_cast<const char32_t *>(&number), 1);
        else if (QChar::isSurrogate(number))
            m_word += QChar(ushort(number)); // half of a surrogate pair, as browsers write them
    }

    [[nodiscard]] QChar peek() const { return m_at < m_line.size() ? m_line[m_at] : QChar(); }

    void endWord()
    {
        if (m_inWord)
            m_words.append(m_word);
        m_word.clear();
        m_inWord = false;
    }

    const QString &m_line;
    bool m_isMarked;
    qsizetype m_at = 0;
    QString m_word;
    QStringList m_words;
    bool m_inWord = false;
};

/// What cmd.exe itself does to a line: outside of quotes, a caret removes the meaning of the next character,
/// and at the end of a line it joins the next one.
QString withoutCarets(const QString &line, ShellMarks marks)
{
    // In encoded text, two hexadecimal digits follow the second percent sign: "%E6%BA%90".
    static const QRegularExpression variable(QStringLiteral("\\G%([A-Za-z_]\\w*)%(?![0-9A-Fa-f]{2})"));
    QString result;
    bool quoted = false;
    const auto lineEndAt = [&line](qsizetype at) -> qsizetype {
        if (at + 1 < line.size() && line[at] == u'\r' && line[at + 1] == u'\n')
            return 2;
        return at < line.size() && (line[at] == u'\n' || line[at] == u'\r') ? 1 : 0;
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'^' && i + 1 < line.size()) {
            if (const qsizetype length = lineEndAt(i + 1); length > 0) {
                i += length;
                // An empty line after it is how a line break in a value is written.
                if (const qsizetype again = lineEndAt(i + 1); again > 0) {
                    result += u'\n';
                    i += again;
                }
                continue;
            }
            if (!quoted) {
                result += line[++i];
                continue;
            }
        }
        if (line[i] == u'"')
            quoted = !quoted;
        if (marks == ShellMarks::Kept && line[i] == u'%') {
            if (const auto match = variable.match(line, i); match.hasMatch()) {
                result += shellLiveMark + QString(u'$' + match.captured(1));
                i = match.capturedEnd() - 1;
                continue;
            }
        }
        result += line[i];
    }
    return result;
}

/// The rules of Microsoft's C runtime ("Parsing C command-line arguments").
Result<QStringList> splitCmdWords(const QString &line, ShellMarks marks)
{
    const QString text = withoutCarets(line, marks);
    QStringList words;
    QString word;
    bool inWord = false;
    bool quoted = false;
    qsizetype backslashes = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\\') {
            ++backslashes;
            inWord = true;
            continue;
        }
        if (c == u'"') {
            word += QString(backslashes / 2, u'\\');
            const bool isLiteral = backslashes % 2 == 1;
            backslashes = 0;
            inWord = true;
            if (isLiteral) {
                word += c;
            } else if (quoted && i + 1 < text.size() && text[i + 1] == u'"') {
                word += c;
                ++i;
            } else {
                quoted = !quoted;
            }
            continue;
        }
        word += QString(backslashes, u'\\');
        backslashes = 0;
        if (!quoted && c.isSpace()) {
            if (inWord)
                words.append(word);
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (quoted)
        return Error{
            ImportStrings::tr("reading the command line"), {}, ImportStrings::tr("a quote has no end")};
    word += QString(backslashes, u'\\');
    if (inWord)
        words.append(word);
    return words;
}

/// PowerShell's words: '…' with '' for a quote, "…" with "" or `" for one, and ` as the escape character.
Result<QStringList> splitPowerShellWords(const QString &line, ShellMarks marks)
{
    static const QRegularExpression variable(
        QStringLiteral("\\G\\$(?:\\{?env:(\\w+)\\}?|\\{(\\w+)\\}|([A-Za-z_]\\w*)|\\()"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    /// If a variable begins here, replaces it with "$NAME" and returns its length.
    const auto takeVariable = [&](qsizetype at) -> qsizetype {
        const auto match = marks == ShellMarks::Kept && line[at] == u'$' ? variable.match(line, at)
                                                                         : QRegularExpressionMatch();
        if (!match.hasMatch())
            return 0;
        const QString name = match.captured(1) + match.captured(2) + match.captured(3);
        word += shellLiveMark + QString(u'$' + (name.isEmpty() ? QStringLiteral("(") : name));
        return match.capturedLength();
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const QChar next = i + 1 < line.size() ? line[i + 1] : QChar();
        if (!quote.isNull()) {
            if (c == quote && next == quote) {
                word += c;
                ++i;
            } else if (c == quote) {
                quote = QChar();
            } else if (c == u'`' && quote == u'"' && !next.isNull()) {
                word += next == u'n'   ? QChar(u'\n')
                        : next == u'r' ? QChar(u'\r')
                        : next == u't' ? QChar(u'\t')
                                       : next;
                ++i;
            } else if (const qsizetype length = quote == u'"' ? takeVariable(i) : 0; length > 0) {
                i += length - 1;
            } else {
                word += c;
            }
        } else if (c == u'`' && (next == u'\n' || next == u'\r')) {
            i += next == u'\r' && i + 2 < line.size() && line[i + 2] == u'\n' ? 2 : 1;
            if (inWord)
                words.append(word);
            word.clear();
            inWord = false;
        } else if (c == u'`' && !next.isNull()) {
            word += next;
            inWord = true;
            ++i;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c.isSpace()) {
            if (inWord)
                words.append(word);
            word.clear();
            inWord = false;
        } else if (const qsizetype length = takeVariable(i); length > 0) {
            i += length - 1;
            inWord = true;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!quote.isNull())
        return Error{
            ImportStrings::tr("reading the command line"), {}, ImportStrings::tr("a quote has no end")};
    if (inWord)
        words.append(word);
    return words;
}

bool needsNoQuotes(const QString &word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c < QChar(0x80) && c.isLetterOrNumber()) || QStringView(u"-_./:=@%+,").contains(c);
    });
}

} // namespace

ShellDialect dialectOf(const QString &line)
{
    if (line.contains(QLatin1String("^\"")) || line.contains(QLatin1String("^&")))
        return ShellDialect::Cmd;
    static const QRegularExpression powerShell(
        QStringLiteral("(^|\\s)`\\s*?(\\r?\\n|$)|^\\s*(&\\s|\\$\\w+\\s*=|Invoke-(WebRequest|RestMethod)\\b|"
                       "iwr\\b|irm\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    if (powerShell.match(line).hasMatch())
        return ShellDialect::PowerShell;
    static const QRegularExpression caret(QStringLiteral("\\^\\s*?\\r?\\n"));
    static const QRegularExpression single(QStringLiteral("\\s'"));
    static const QRegularExpression exe(
        QStringLiteral("^\\s*(\"[^\"]*\\\\|[A-Za-z]:\\\\\\S*\\\\)?(curl|wscat|websocat|npx)\\.(exe|cmd)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const bool hasSingle = single.match(line).hasMatch();
    if (exe.match(line).hasMatch())
        return hasSingle ? ShellDialect::PowerShell : ShellDialect::Cmd;
    return caret.match(line).hasMatch() && !hasSingle ? ShellDialect::Cmd : ShellDialect::Posix;
}

Result<QStringList> splitShellWords(const QString &line, ShellDialect dialect, ShellMarks marks)
{
    switch (dialect) {
    case ShellDialect::Cmd:
        return splitCmdWords(line, marks);
    case ShellDialect::PowerShell:
        return splitPowerShellWords(line, marks);
    case ShellDialect::Posix:
        break;
    }
    return Splitter(line, marks).split();
}

void ShellQuotes::add(QStringView more)
{
    for (const QChar c : more)
        if (m_dialect != ShellDialect::Cmd)
            addPlain(c);
        else if (m_isAfterCaret || c != u'^' || m_isCmdQuoted)
            addCmd(c);
        else
            m_isAfterCaret = true;
}

void ShellQuotes::addPlain(QChar c)
{
    const bool wasAfterDollar = std::exchange(m_isAfterDollar, false);
    const bool isPosix = m_dialect == ShellDialect::Posix;
    if (m_isEscaped) {
        m_isEscaped = false;
    } else if (c == (isPosix ? u'\\' : u'`') && (m_quote != u'\'' || (isPosix && m_isDollarQuote))) {
        m_isEscaped = true;
    } else if (!m_quote.isNull()) {
        m_quote = c == m_quote ? QChar() : m_quote;
    } else if (c == u'"' || c == u'\'') {
        m_quote = c;
        m_isDollarQuote = c == u'\'' && wasAfterDollar;
    } else {
        m_isAfterDollar = c == u'$';
    }
}

/// What follows a caret is only for the C runtime, which knows backslashes and double quotes.
void ShellQuotes::addCmd(QChar c)
{
    if (c == u'"' && !m_isAfterCaret)
        m_isCmdQuoted = !m_isCmdQuoted;
    m_isAfterCaret = false;
    if (c == u'\\') {
        m_isEscaped = !m_isEscaped;
        return;
    }
    if (c == u'"' && !m_isEscaped)
        m_quote = m_quote.isNull() ? c : QChar();
    m_isEscaped = false;
}

QString joinShellWords(const QStringList &words)
{
    QStringList quoted;
    for (QString word : words) {
        if (!needsNoQuotes(word))
            word = u'\'' + word.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
        quoted.append(word);
    }
    return quoted.join(u' ');
}

} // namespace Pongwatch
