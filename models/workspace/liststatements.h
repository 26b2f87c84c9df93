// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace Pongwatch
{

/// A statement of a list: a line, or the lines of a command, a call or a request that goes on.
struct ListStatement {
    qsizetype line = 0; ///< the first, from 1
    QString text;
    bool hasInput =
        false; ///< lines that a shell would give to the command ("<<EOF") followed, and are left out
};

/// Cuts a text into its statements, in time that grows with its length and not faster, whatever quotes and
/// brackets are left open in it.
class ListStatements
{
public:
    /// `joinsAssignments`: "headers = {" goes on until its bracket closes.
    explicit ListStatements(QStringList lines, bool joinsAssignments = false)
        : m_lines(std::move(lines))
        , m_joinsAssignments(joinsAssignments)
    {
    }

    [[nodiscard]] const QStringList &lines() const { return m_lines; }

    /// The next one; nullopt behind the last.
    [[nodiscard]] std::optional<ListStatement> next();

    /// How many characters were looked at so far to find out where statements end.
    [[nodiscard]] qint64 work() const { return m_work; }

private:
    [[nodiscard]] qsizetype endOfRequest(qsizetype at);
    [[nodiscard]] qsizetype endOfScript(qsizetype at, const QString &first);
    [[nodiscard]] qsizetype endOfCommand(qsizetype at);
    [[nodiscard]] qsizetype endOfInput(qsizetype at, const QString &command);
    [[nodiscard]] qsizetype endOfContinuation(qsizetype at, qsizetype most) const;
    [[nodiscard]] QString joined(qsizetype from, qsizetype to) const;

    QStringList m_lines;
    bool m_joinsAssignments;
    qsizetype m_at = 0;
    qint64 m_work = 0;
};

} // namespace Pongwatch
