// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace Pongwatch
{

/// A statement in a list: a line, or the lines of a continued command, call or request.
struct ListStatement {
    qsizetype line = 0; ///< the first line, from 1
    QString text;
    bool hasInput =
        false; ///< followed by lines of input that a shell would pass to the command ("<<EOF"); left out
};

/// Divides a text into statements, in linear time, whatever quotes and brackets are left open in
/// it.
class ListStatements
{
public:
    /// `joinsAssignments`: "headers = {" continues until its bracket closes.
    explicit ListStatements(QStringList lines, bool joinsAssignments = false)
        : m_lines(std::move(lines))
        , m_joinsAssignments(joinsAssignments)
    {
    }

    [[nodiscard]] const QStringList &lines() const { return m_lines; }

    /// The next one; nullopt after the last.
    [[nodiscard]] std::optional<ListStatement> next();

    /// How many characters have been examined so far to find the ends of statements.
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
