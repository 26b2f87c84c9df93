// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/shellwords.h"

#include "workspace/importstrings.h"

#include <QCoreApplication>

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
            if (c.isSpace())
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

bool needsNoQuotes(const QString &word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c < QChar(0x80) && c.isLetterOrNumber()) || QStringView(u"-_./:=@%+,").contains(c);
    });
}

} // namespace

Result<QStringList> splitShellWords(const QString &line)
{
    return Splitter(line).split();
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
