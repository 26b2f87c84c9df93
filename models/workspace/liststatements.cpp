// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/liststatements.h"

#include "workspace/commandimport.h"
#include "workspace/requestimport.h"
#include "workspace/scriptimport.h"
#include "workspace/shellwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace Pongwatch
{

namespace
{

/// The maximum number of lines of a command or call.
constexpr qsizetype MostStatementLines = 500;

bool goesOn(const QString &line)
{
    const QString trimmed = line.trimmed();
    // A backtick attached to a word closes a quotation, as in Markdown.
    return trimmed.endsWith(u'\\') || trimmed.endsWith(u'^') || trimmed.endsWith(QLatin1String(" `"));
}

} // namespace

QString ListStatements::joined(qsizetype from, qsizetype to) const
{
    return m_lines.mid(from, to - from).join(u'\n');
}

/// Returns the end of continued lines: each line says that the next one belongs to it.
qsizetype ListStatements::endOfContinuation(qsizetype at, qsizetype most) const
{
    while (at < most && goesOn(m_lines[at - 1]))
        ++at;
    return at;
}

/// A request continues as long as there are headers.
qsizetype ListStatements::endOfRequest(qsizetype at)
{
    const qsizetype most = std::min(m_lines.size(), at + MostStatementLines);
    qsizetype end = at + 1;
    while (end < most && isRequestHeader(m_lines[end])) {
        m_work += m_lines[end].size();
        ++end;
    }
    return end;
}

qsizetype ListStatements::endOfScript(qsizetype at, const QString &first)
{
    const qsizetype most = std::min(m_lines.size(), at + MostStatementLines);
    ScriptBalance balance(first);
    qsizetype end = at + 1;
    while (end < most && (balance.isOpen() || goesOn(m_lines[end - 1]))) {
        balance.add(m_lines[end]);
        m_work += m_lines[end].size();
        ++end;
    }
    return end;
}

qsizetype ListStatements::endOfCommand(qsizetype at)
{
    const qsizetype most = std::min(m_lines.size(), at + MostStatementLines);
    const qsizetype closed = endOfContinuation(at + 1, most);
    const QString begin = joined(at, closed);
    m_work += begin.size();
    if (!isCommandLine(begin))
        return closed;
    // A quote is still open.
    ShellQuotes quotes(dialectOf(begin));
    quotes.add(begin);
    if (!quotes.isOpen())
        return closed;
    qsizetype end = closed;
    while (end < most && quotes.isOpen()) {
        quotes.add(QStringLiteral("\n"));
        quotes.add(m_lines[end]);
        m_work += m_lines[end].size();
        ++end;
        // If the line continues after the closing quote, so does the statement; another quote may open there.
        while (!quotes.isOpen() && end < most && goesOn(m_lines[end - 1])) {
            quotes.add(QStringLiteral("\n"));
            quotes.add(m_lines[end]);
            m_work += m_lines[end].size();
            ++end;
        }
    }
    return quotes.isOpen() ? closed : end;
}

/// The end of the here-document (POSIX.1-2017 XCU 2.7.4) that the previous command begins; `at` if there is
/// none.
qsizetype ListStatements::endOfInput(qsizetype at, const QString &command)
{
    static const QRegularExpression begin(QStringLiteral("(?<!<)<<-?\\s*([\"']?)([A-Za-z_]\\w*)\\1(?!\\S)"));
    const auto match = begin.match(command);
    if (!match.hasMatch() || !isCommandLine(command))
        return at;
    const qsizetype most = std::min(m_lines.size(), at + MostStatementLines);
    for (qsizetype end = at; end < most; ++end) {
        m_work += m_lines[end].size();
        if (m_lines[end].trimmed() == match.captured(2))
            return end + 1;
    }
    return at;
}

std::optional<ListStatement> ListStatements::next()
{
    if (m_at >= m_lines.size())
        return std::nullopt;
    const qsizetype at = m_at;
    const QString &first = m_lines[at];
    m_work += first.size();
    const bool isRequest = isRequestStart(first);
    const bool isScript =
        !isRequest && (isScriptStart(first) || (m_joinsAssignments && isOpenAssignment(first)));
    m_at = isRequest ? endOfRequest(at) : isScript ? endOfScript(at, first) : endOfCommand(at);
    ListStatement statement{at + 1, joined(at, m_at)};
    if (!isRequest && !isScript && statement.text.contains(QLatin1String("<<"))) {
        const qsizetype end = endOfInput(m_at, statement.text);
        statement.hasInput = end > m_at;
        m_at = end;
    }
    return statement;
}

} // namespace Pongwatch
