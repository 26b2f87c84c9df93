// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/shellwords.h"

#include <QHash>
#include <QList>

#include <utility>
#include <vector>

namespace Pongwatch
{

/// The program named by a command's first word: without its folder, its extension and npm's version.
[[nodiscard]] QString programOf(const QString &word);

/// Whether a word names a tool whose command lines can be read.
[[nodiscard]] bool isCommandWord(const QString &word);

/// What comes before a command: a prompt, sudo, env, npx, a container's run, the key in a file that contains
/// commands.
class CommandFront
{
public:
    /// `words`: of a single command. `depth`: the number of shells around it.
    explicit CommandFront(QStringList &words, int depth = 0);

    /// Removes it.
    void take();

    /// Removed parts that don't affect the connection.
    [[nodiscard]] const QStringList &taken() const { return m_taken; }
    /// Removed parts that could affect it, and why they don't here.
    [[nodiscard]] const QList<std::pair<QString, QString>> &lost() const { return m_lost; }
    /// NAME=value before the command.
    [[nodiscard]] const QHash<QString, QString> &variables() const { return m_variables; }
    /// A line run by a shell inside the command, as in "sh -c 'curl …'"; empty: none.
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
    qsizetype m_command = 0; ///< the first word that is a tool; after the last word if there is none
    QStringList m_taken;
    QList<std::pair<QString, QString>> m_lost;
    QHash<QString, QString> m_variables;
    QString m_script;
};

/// A command in a line, and what separates it from the previous one: "|", "&&", ";".
struct CommandSegment {
    QString mark;
    QStringList words;
};

/// The commands in a line, whose words have marks. The error says which quote has no end.
[[nodiscard]] Result<std::vector<CommandSegment>> commandsOf(const QString &line);

} // namespace Pongwatch
