// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Pongwatch
{

/// Goes through a text, keeping track of quotes and of the depth of brackets.
class ScriptScanner
{
public:
    /// In PowerShell, a backtick is an escape; in JavaScript, a quote.
    explicit ScriptScanner(QStringView text, bool isPowerShell = false)
        : m_text(text)
        , m_escape(isPowerShell ? u'`' : u'\\')
        , m_isPowerShell(isPowerShell)
    {
    }

    /// Moves to the next character; false at the end.
    bool next()
    {
        if (m_at + 1 >= m_text.size())
            return false;
        const QChar c = m_text[++m_at];
        if (!m_quote.isNull()) {
            if (c == m_escape && m_at + 1 < m_text.size())
                ++m_at;
            else if (c == m_quote)
                m_quote = QChar();
            return true;
        }
        if (c == u'"' || c == u'\'' || (c == u'`' && !m_isPowerShell))
            m_quote = c;
        else if (c == u'(' || c == u'[' || c == u'{')
            ++m_depth;
        else if (c == u')' || c == u']' || c == u'}')
            --m_depth;
        return true;
    }

    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] int depth() const { return m_depth; }
    [[nodiscard]] bool quoted() const { return !m_quote.isNull(); }
    [[nodiscard]] QChar current() const { return m_text[m_at]; }

private:
    QStringView m_text;
    QChar m_escape;
    bool m_isPowerShell;
    qsizetype m_at = -1;
    int m_depth = 0;
    QChar m_quote;
};

} // namespace Pongwatch
