// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/shellwords.h"

#include <QHash>
#include <QList>

#include <utility>
#include <vector>

namespace Pongwatch
{

/// The program that a command's first word names: without its folder, its ending and npm's version.
[[nodiscard]] QString programOf(const QString &word);

/// Whether a word names a tool whose command lines are understood.
[[nodiscard]] bool isCommandWord(const QString &word);

/// What stands in front of a command: a prompt, sudo, env, npx, a container's run, the key of a file that
/// commands are kept in.
class CommandFront
{
public:
    /// `words`: of one command. `depth`: how many shells it lies in.
    explicit CommandFront(QStringList &words, int depth = 0);

    /// Takes it off.
    void take();

    /// What was taken and changes nothing about the connection.
    [[nodiscard]] const QStringList &taken() const { return m_taken; }
    /// What was taken and could change it, with why it doesn't here.
    [[nodiscard]] const QList<std::pair<QString, QString>> &lost() const { return m_lost; }
    /// NAME=value in front of it.
    [[nodiscard]] const QHash<QString, QString> &variables() const { return m_variables; }
    /// A line that a shell in the command runs: of "sh -c 'curl …'"; empty: none.
    [[nodiscard]] const QString &script() const { return m_script; }

private:
    [[nodiscard]] QString word(qsizetype further = 0) const { return m_words.value(m_at + further); }
    bool step();
    bool stepOverPrompt();
    bool stepOverKey();
    bool stepOverTimes();
    bool takeScript();
    bool drop(const QString &name);
    bool dropWithOptions(const QString &program);
    bool dropContainer(const QString &program);

    QStringList &m_words;
    int m_depth;
    qsizetype m_at = 0;
    qsizetype m_command = 0; ///< the first word that is a tool; behind the last: none
    QStringList m_taken;
    QList<std::pair<QString, QString>> m_lost;
    QHash<QString, QString> m_variables;
    QString m_script;
};

/// A command of a line, and what parts it from the one before: "|", "&&", ";".
struct CommandSegment {
    QString mark;
    QStringList words;
};

/// The commands of a line, whose words have their marks. The error says which quote has no end.
[[nodiscard]] Result<std::vector<CommandSegment>> commandsOf(const QString &line);

} // namespace Pongwatch
