// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/result.h"

#include <QStringList>

namespace Pongwatch
{

/// Which program splits a command line into words.
enum class ShellDialect : quint8 {
    Posix,      ///< POSIX.1-2017 XCU 2.2, with bash's $'…'; a caret at a line's end continues it, too
    Cmd,        ///< Windows' command interpreter, and the rules of its C runtime for quotes
    PowerShell, ///< about_Quoting_Rules and about_Parsing, without expressions
};

/// The dialect that a command was copied in, by its quotes and by how its lines go on.
[[nodiscard]] ShellDialect dialectOf(const QString &line);

/// What the words tell of the line beside their text.
enum class ShellMarks : quint8 {
    None,
    /// What parts commands ("|", "&&", ";") is a word of its own that begins with shellOperatorMark; and
    /// shellLiveMark stands before whatever the shell itself would put something else in place of: "$NAME",
    /// "${NAME}", "$(…)", "`…`"; %NAME% of cmd and $env:NAME of PowerShell are "$NAME".
    Kept,
};

/// Characters that no text uses (Unicode's private use area).
inline constexpr QChar shellOperatorMark(u'\ue000');
inline constexpr QChar shellLiveMark(u'\ue001');

/// The words of a command line. Lines that the dialect continues are joined, as browsers copy them. Nothing
/// is expanded and nothing is run. The error says which quote has no end.
Result<QStringList> splitShellWords(const QString &line, ShellDialect dialect = ShellDialect::Posix,
                                    ShellMarks marks = ShellMarks::None);

/// Follows the quotes of a command as its lines come, each looked at once.
class ShellQuotes
{
public:
    explicit ShellQuotes(ShellDialect dialect)
        : m_dialect(dialect)
    {
    }

    void add(QStringView more);

    /// Whether splitShellWords() would miss the end of a quote.
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

/// The words as a line that a POSIX shell splits into the same words.
[[nodiscard]] QString joinShellWords(const QStringList &words);

} // namespace Pongwatch
