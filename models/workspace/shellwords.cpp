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

/// One pass over one line.
class Splitter
{
public:
    explicit Splitter(const QString &line)
        : m_line(line)
    {
    }

    Result<QStringList> split()
    {
        while (m_at < m_line.size()) {
            const QChar c = m_line[m_at++];
            if (c.isSpace() || (c == u'^' && (peek() == u'\n' || peek() == u'\r')))
                endWord();
            else if (!character(c))
                return Error{ImportStrings::tr("reading the command line"),
                             {},
                             ImportStrings::tr("a quote has no end")};
        }
        endWord();
        return m_words;
    }

private:
    /// False when a quote that starts here has no end.
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
        m_word += c;
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
            if (kind == u'u' || kind == u'x')
                m_word += hexadecimal(kind == u'u' ? 4 : 2);
            else if (kind == u'n')
                m_word += u'\n';
            else if (kind == u'r')
                m_word += u'\r';
            else if (kind == u't')
                m_word += u'\t';
            else
                m_word += kind;
        }
        return false;
    }

    QChar hexadecimal(qsizetype digits)
    {
        qsizetype length = 0;
        const auto isHex = [](QChar c) {
            return c.isDigit() || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        };
        while (length < digits && m_at + length < m_line.size() && isHex(m_line[m_at + length]))
            ++length;
        const QChar result(QStringView(m_line).mid(m_at, length).toUShort(nullptr, 16));
        m_at += length;
        return result;
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
    qsizetype m_at = 0;
    QString m_word;
    QStringList m_words;
    bool m_inWord = false;
};

/// What cmd.exe itself does to a line: outside of quotes a caret takes the meaning from the next character,
/// and one at the end of a line joins it with the next.
QString withoutCarets(const QString &line)
{
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
                // An empty line behind it is how a line break in a value is written.
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
        result += line[i];
    }
    return result;
}

/// The rules of Microsoft's C runtime ("Parsing C command-line arguments").
Result<QStringList> splitCmdWords(const QString &line)
{
    const QString text = withoutCarets(line);
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

/// PowerShell's words: '…' with '' for a quote, "…" with "" or `" for one, ` as the escape.
Result<QStringList> splitPowerShellWords(const QString &line)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
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
        QStringLiteral(
            "`\\s*?(\\r?\\n|$)|^\\s*(&\\s|\\$\\w+\\s*=|Invoke-(WebRequest|RestMethod)\\b|iwr\\b|irm\\b)"),
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

Result<QStringList> splitShellWords(const QString &line, ShellDialect dialect)
{
    switch (dialect) {
    case ShellDialect::Cmd:
        return splitCmdWords(line);
    case ShellDialect::PowerShell:
        return splitPowerShellWords(line);
    case ShellDialect::Posix:
        break;
    }
    return Splitter(line).split();
}

void ShellQuotes::add(QStringView more)
{
    for (const QChar c : more) {
        if (m_dialect != ShellDialect::Cmd)
            addPlain(c);
        else if (m_isAfterCaret || c != u'^' || m_isCmdQuoted)
            addCmd(c);
        else
            m_isAfterCaret = true;
    }
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

/// What is behind a caret is for the C runtime alone, which knows backslashes and double quotes.
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
