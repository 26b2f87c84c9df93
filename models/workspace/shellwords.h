// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QStringList>

namespace Pongwatch
{

/// The program that splits a command line into words.
enum class ShellDialect : quint8 {
    Posix,      ///< POSIX.1-2017 XCU 2.2, with bash's $'…'; a caret at the end of a line also continues it
    Cmd,        ///< Windows' command interpreter, with its C runtime's rules for quotes
    PowerShell, ///< about_Quoting_Rules and about_Parsing, without expressions
};

/// The dialect in which a command was copied, judging by its quotes and continued lines.
[[nodiscard]] ShellDialect dialectOf(const QString &line);

/// What words say about the line besides their text.
enum class ShellMarks : quint8 {
    None,
    /// Command separators ("|", "&&", ";") become separate words that begin with shellOperatorMark, and
    /// shellLiveMark precedes anything that the shell itself would expand: "$NAME", "${NAME}", "$(…)", "`…`";
    /// %NAME% in cmd and $env:NAME in PowerShell become "$NAME".
    Kept,
};

/// Characters that don't occur in text (Unicode's private use area).
inline constexpr QChar shellOperatorMark(u'\ue000');
inline constexpr QChar shellLiveMark(u'\ue001');

/// The words of a command line. Lines that continue in that dialect are joined, as copied from browsers.
/// Nothing is expanded or run. The error says which quote has no end.
Result<QStringList> splitShellWords(const QString &line, ShellDialect dialect = ShellDialect::Posix,
                                    ShellMarks marks = ShellMarks::None);

/// Follows the quotes of a command as its lines come, examining each line once.
class ShellQuotes
{
public:
    explicit ShellQuotes(ShellDialect dialect)
        : m_dialect(dialect)
    {
    }

    void add(QStringView more);

    /// Whether splitShellWords() would not find the end of a quote.
    [[nodiscard]] bool isOpen() const { return !m_quote.isNull(); }

private:
    void addPlain(QChar c);
    void addCmd(QChar c);

    ShellDialect m_dialect;
    QChar m_quote;
    bool m_isDollarQuote = false; ///< bash's $'…'
    bool m_isAfterDollar = false;
    bool m_isEscaped = false;
    bool m_isCmdQuoted = false;
    bool m_isAfterCaret = false;
};

/// The words as a line that a POSIX shell would split into the same words.
[[nodiscard]] QString joinShellWords(const QStringList &words);

} // namespace Pongwatch
